import { type Clock, MINUTE } from '../clock.ts';

/** Requests per minute and app (§3.11). A fixed minute of the simulated clock: Zalo does not say how it counts. */
export interface RateLimiter {
  /** Counts one request; `remain` below zero means it is over the limit. */
  count(limit: number): { limit: number; remain: number };
}

export function createRateLimiter(clock: Clock): RateLimiter {
  let minute = -1;
  let used = 0;
  return {
    count(limit) {
      const current = Math.floor(clock.now() / MINUTE);
      if (current !== minute) {
        minute = current;
        used = 0;
      }
      used += 1;
      return { limit, remain: limit - used };
    },
  };
}
