import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Default 20 s: long enough for a busy machine, and only spent when something is wrong. */
  timeoutMs?: number;
  /** What is waited for, for the message when it does not come. */
  what: string;
}

/** What is left of a type once `if` has let it through. */
type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/**
 * Polls until the condition gives something truthy, and gives that back. An exception counts as "not yet"; the last one
 * is the cause of the error thrown at the end.
 */
export async function waitFor<T>(condition: () => T | Promise<T>, options: WaitOptions): Promise<Truthy<T>> {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const value = await condition();
      if (value) return value as Truthy<T>;
    } catch (error) {
      cause = error;
    }
    await sleep(20);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeoutMs} ms in vain for: ${options.what}`, { cause });
}
