import type { SendResult } from '../zalo/oa-client.ts';

/** Consultation messages are free within 48 h of the last interaction (zalo-platform §3.5); later ones wait. */
export const FREE_WINDOW_MS = 48 * 3_600_000;

/** True while a consultation message costs nothing. */
export function windowIsOpen(lastInteractionAt: Date | null, now: Date): boolean {
  return lastInteractionAt !== null && now.getTime() - lastInteractionAt.getTime() <= FREE_WINDOW_MS;
}

type Refusal = Extract<SendResult, { ok: false; outcome: 'refused' | 'not_sent' }>;
type Plan = { state: 'queued'; waitMs: number; errorCode: string } | { state: 'held' | 'refused'; errorCode: string };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * What becomes of a message Zalo has certainly not taken. Nothing is dropped: what only a person can mend stays queued
 * and is tried again, so that it leaves by itself once the OA is in order.
 * @param attempts calls made so far, this one included
 */
export function planAfterRefusal(result: Refusal, attempts: number): Plan {
  if (result.outcome === 'not_sent') {
    return { state: 'queued', waitMs: backOff(2 * SECOND, attempts, 2 * MINUTE), errorCode: `not_sent_${result.why}` };
  }
  const errorCode = String(result.code);
  switch (result.errorClass) {
    case 'outside_window':
      return { state: 'held', errorCode };
    case 'blocked':
    case 'unreachable':
      return { state: 'held', errorCode };
    case 'never_for_this_person':
    case 'our_bug':
      return { state: 'refused', errorCode };
    case 'rate_limited':
      // The bucket is per minute (§3.11): half of one is the least that helps.
      return { state: 'queued', waitMs: backOff(30 * SECOND, attempts, 5 * MINUTE), errorCode };
    case 'refresh_token':
      // The client has already refreshed once; the store keeps trying or has raised its alarm.
      return { state: 'queued', waitMs: backOff(15 * SECOND, attempts, 10 * MINUTE), errorCode };
    case 'needs_human':
      return { state: 'queued', waitMs: backOff(MINUTE, attempts, 15 * MINUTE), errorCode };
    case 'retry_later':
    case 'out_of_quota':
    case 'unknown':
      return { state: 'queued', waitMs: backOff(10 * SECOND, attempts, 15 * MINUTE), errorCode };
  }
}

function backOff(first: number, attempts: number, most: number): number {
  return Math.min(most, first * 2 ** Math.max(0, attempts - 1));
}
