import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRhythm } from './rhythm.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function rhythm(outcomes: ('ok' | 'fails')[] = []) {
  const runs: { at: number; look: boolean }[] = [];
  const troubles: unknown[] = [];
  const begun = Date.now();
  const made = createRhythm({
    run: async ({ look }) => {
      runs.push({ at: Date.now() - begun, look });
      if (outcomes.shift() === 'fails') throw new Error('away');
    },
    isInStep: () => outcomes.length === 0,
    onTrouble: (error) => troubles.push(error),
    chance: () => 0.5,
  });
  return { ...made, runs, troubles };
}

describe('when phone and service are brought into step', () => {
  it('at a pause in writing', async () => {
    const { soon, runs } = rhythm();
    soon();
    await vi.advanceTimersByTimeAsync(500);
    soon();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toEqual([{ at: 1_300, look: false }]);
  });

  it('within five seconds where there is no pause', async () => {
    const { soon, runs } = rhythm();
    for (let letters = 0; letters < 30; letters++) {
      soon();
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(runs[0]?.at).toBe(5_000);
  });

  it('less and less often while it fails, and letters do not hurry it', async () => {
    const { now, soon, runs, troubles } = rhythm(['fails', 'fails', 'fails', 'ok']);
    now({ look: true });
    await vi.advanceTimersByTimeAsync(100);
    soon();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toEqual([0, 2_000, 6_000, 14_000].map((at) => ({ at, look: true })));
    expect(troubles.map((trouble) => trouble === null)).toEqual([false, false, false, true]);
  });

  it('at once when the network returns, however long it would still rest', async () => {
    const { now, runs } = rhythm(['fails', 'fails', 'fails', 'ok']);
    now();
    await vi.advanceTimersByTimeAsync(7_000);
    now();
    await vi.advanceTimersByTimeAsync(1);
    expect(runs.map(({ at }) => at)).toEqual([0, 2_000, 6_000, 7_000]);
  });

  it('not at all once it is stopped', async () => {
    const { now, stop, runs } = rhythm(['fails']);
    now();
    await vi.advanceTimersByTimeAsync(10);
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(runs).toHaveLength(1);
  });
});
