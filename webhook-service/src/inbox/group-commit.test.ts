import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GroupCommitTimeout, groupCommit } from './group-commit.ts';

const base = { maxBatch: 4, maxInFlight: 2, deadlineMs: 1_000, isOutage: () => false };

/** A store whose batches finish when the test says so. */
function handHeldStore() {
  const batches: { entries: number[]; finish: () => void }[] = [];
  return {
    batches,
    store: (entries: number[]) => new Promise<void>((finish) => batches.push({ entries, finish })),
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('concurrent events share one insert', () => {
  test('a lone entry leaves at once, alone', async () => {
    const { batches, store } = handHeldStore();
    const group = groupCommit({ ...base, store });
    const added = group.add(1);
    await nextTurn();
    expect(batches.map((batch) => batch.entries)).toEqual([[1]]);
    batches[0]?.finish();
    await added;
  });

  test('what comes while two batches are on their way waits and leaves together, up to the limit', async () => {
    const { batches, store } = handHeldStore();
    const group = groupCommit({ ...base, store });
    void group.add(1);
    await nextTurn();
    void group.add(2);
    await nextTurn();
    for (const entry of [3, 4, 5, 6, 7]) void group.add(entry);
    await nextTurn();
    expect(batches.map((batch) => batch.entries)).toEqual([[1], [2]]);
    batches[0]?.finish();
    await nextTurn();
    await nextTurn();
    expect(batches.map((batch) => batch.entries)).toEqual([[1], [2], [3, 4, 5, 6]]);
  });
});

describe('a batch shares one fate only when the store is away', () => {
  test('one odd entry does not turn the others away', async () => {
    const group = groupCommit<number>({
      ...base,
      maxBatch: 10,
      store: async (entries) => {
        if (entries.includes(13)) throw new Error('odd');
      },
    });
    const results = await Promise.allSettled([12, 13, 14].map(group.add));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('an outage turns all away after one attempt', async () => {
    let attempts = 0;
    const group = groupCommit<number>({
      ...base,
      isOutage: () => true,
      store: async () => {
        attempts += 1;
        throw new Error('away');
      },
    });
    const results = await Promise.allSettled([1, 2, 3].map(group.add));
    expect(results.every((result) => result.status === 'rejected')).toBe(true);
    expect(attempts).toBe(1);
  });

  test('whoever waits too long is told so in time for Zalo to try again', async () => {
    const group = groupCommit<number>({ ...base, deadlineMs: 5, store: () => new Promise(() => {}) });
    await expect(group.add(1)).rejects.toBeInstanceOf(GroupCommitTimeout);
  });
});

test('whatever the order of arrivals and ends, every entry is stored exactly once and never with more than two batches out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.integer(), { maxLength: 9 }), { maxLength: 12 }), async (waves) => {
      const stored: number[] = [];
      let out = 0;
      let most = 0;
      const group = groupCommit<number>({
        ...base,
        store: async (entries) => {
          out += 1;
          most = Math.max(most, out);
          await nextTurn();
          stored.push(...entries);
          out -= 1;
        },
      });
      const adds: Promise<void>[] = [];
      for (const wave of waves) {
        adds.push(...wave.map(group.add));
        await nextTurn();
      }
      await Promise.all(adds);
      await group.idle();
      expect(stored.toSorted()).toEqual(waves.flat().toSorted());
      expect(most).toBeLessThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});
