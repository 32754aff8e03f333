import { describe, expect, it } from 'vitest';
import { decodeClock, encodeClock, endClock, extendClock, pauseClock, reclassClock } from './clock.ts';
import { currentDuePolicy } from './policy.ts';
import { answer, at, calendars } from './testing/started-clock.ts';

describe('a stored clock', () => {
  it('keeps times as ISO strings', () => {
    expect(encodeClock(pauseClock(answer(), at('2026-10-05 09:00')))).toMatchObject({
      startedAt: '2026-10-05T01:00:00.000Z',
      dueAt: null,
      pauses: [{ from: '2026-10-05T02:00:00.000Z', to: null }],
      counted: [{ from: '2026-10-05T01:00:00.000Z', to: '2026-10-05T02:00:00.000Z' }],
      metAt: null,
    });
  });

  it('comes back as it was, also raised, extended and ended', () => {
    const raise = { policy: currentDuePolicy, priorityClass: 'urgent', categoryCode: null } as const;
    const raised = reclassClock(answer({ reopened: true }), raise, calendars);
    const extended = extendClock(raised, { at: at('2026-10-05 09:00:00.123'), minutes: 60 }, calendars);
    const ended = endClock(extended, { at: at('2026-10-05 10:00'), outcome: 'met' });

    expect(decodeClock(encodeClock(ended))).toEqual(ended);
  });

  it.each(['kind', 'round', 'startedAt', 'minutes', 'mode', 'policyVersion', 'pauses', 'extensions', 'counted'])(
    'is none without %s',
    (name) => {
      expect(() => decodeClock({ ...encodeClock(answer()), [name]: null })).toThrow(
        new RangeError(`Not a stored clock: ${name} missing`),
      );
    },
  );

  it('says everything that is missing', () => {
    expect(() => decodeClock({ ...encodeClock(answer()), kind: undefined, mode: undefined })).toThrow(
      'Not a stored clock: kind, mode missing',
    );
  });
});
