/** Thrown to callers whose entry was not stored in time; the entry may still be stored later. */
export class GroupCommitTimeout extends Error {
  constructor() {
    super('not stored in time');
    this.name = 'GroupCommitTimeout';
  }
}

interface Waiting<Entry> {
  entry: Entry;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Lets concurrent callers share one insert. There is no timer: a batch leaves as soon as a slot is free, so a lone event
 * waits for nobody, and under load batches grow by themselves while two are on their way.
 *
 * A batch shares one fate: when it fails for a reason of its content its entries are tried one by one, so that one odd
 * entry does not turn the others away. Each caller gives up after `deadlineMs`.
 */
export function groupCommit<Entry>(options: {
  store: (entries: Entry[]) => Promise<void>;
  maxBatch: number;
  maxInFlight: number;
  deadlineMs: number;
  /** True when the store itself is away: then trying entry by entry would only make it worse. */
  isOutage: (error: unknown) => boolean;
}): { add(entry: Entry): Promise<void>; idle(): Promise<void> } {
  const queue: Waiting<Entry>[] = [];
  const flights = new Set<Promise<void>>();
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || queue.length === 0 || flights.size >= options.maxInFlight) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const batch = queue.splice(0, options.maxBatch);
      if (batch.length === 0) return;
      const flight = storeBatch(batch).finally(() => {
        flights.delete(flight);
        schedule();
      });
      flights.add(flight);
      schedule();
    });
  };

  const storeBatch = async (batch: Waiting<Entry>[]): Promise<void> => {
    try {
      await options.store(batch.map((waiting) => waiting.entry));
      for (const waiting of batch) waiting.resolve();
    } catch (error) {
      if (batch.length === 1 || options.isOutage(error)) {
        for (const waiting of batch) waiting.reject(error);
        return;
      }
      for (const waiting of batch) await storeBatch([waiting]);
    }
  };

  return {
    add: (entry) =>
      new Promise<void>((resolve, reject) => {
        const deadline = setTimeout(() => reject(new GroupCommitTimeout()), options.deadlineMs);
        const settle = (end: () => void): void => {
          clearTimeout(deadline);
          end();
        };
        queue.push({
          entry,
          resolve: () => settle(resolve),
          reject: (error) => settle(() => reject(error)),
        });
        schedule();
      }),
    idle: async () => {
      while (queue.length > 0 || flights.size > 0) {
        await Promise.allSettled(flights);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
