import { HOUR, MINUTE, SECOND } from '../clock.ts';

/** Redelivery after 30 s, 5 min, 15 min, 30 min, 1 h (§1.4); counted from the previous attempt, which gives the 1 h 50 min of §1.3. */
export const RETRY_LADDER = [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR];

/** Zalo wants its 200 within two seconds (§1.2). */
export const ANSWER_LIMIT_MS = 2 * SECOND;

/** Whose event it is: it decides address, signature and headers (§1.2, §1.11, §7.5). */
export type EventFamily = 'oa' | 'zns' | 'miniapp';

export interface QueuedDelivery {
  id: number;
  /** Absent: the OA's. */
  family?: EventFamily;
  eventName: string;
  raw: string;
  citizenId?: string;
  /** Number of the redelivery this will be; 0 for the first attempt. */
  numRetry: number;
  /** Simulated epoch ms at which it leaves even if its real timer has not fired yet. */
  dueAt: number;
}
