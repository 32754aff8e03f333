import { HOUR, MINUTE, SECOND } from '../clock.ts';

/** Redelivery after 30 s, 5 min, 15 min, 30 min, 1 h (§1.4); counted from the previous attempt, which gives the 1 h 50 min of §1.3. */
export const RETRY_LADDER = [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR];

/** Zalo wants its 200 within two seconds (§1.2). */
export const ANSWER_LIMIT_MS = 2 * SECOND;

export interface QueuedDelivery {
  id: number;
  eventName: string;
  raw: string;
  citizenId?: string;
  /** Number of the redelivery this will be; 0 for the first attempt. */
  numRetry: number;
  /** Simulated epoch ms at which it leaves even if its real timer has not fired yet. */
  dueAt: number;
}
