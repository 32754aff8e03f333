import type { Db, Tx } from '../../../../db/client.ts';
import type { OutboxRow } from './facts.ts';
import type { Channel } from './plan.ts';

export interface PaidLimits {
  paidDongPerDay: number;
  paidPerPersonPerDay: number;
}

/**
 * Puts the cost of a message aside, in the transaction that claims it; free messages get their row, too. False when the
 * day's budget or the person's share would be exceeded: then nothing is written and the message must be planned anew.
 */
export async function reserveCost(
  _tx: Tx,
  _cost: { message: Pick<OutboxRow, 'id' | 'citizenId' | 'reportId'>; channel: Channel; dong: number; now: Date },
  _limits: PaidLimits,
): Promise<boolean> {
  throw new Error('not written yet');
}

/** Zalo took the message (`spent`), or certainly did not (`released`). Repeating it, or settling what is settled, does nothing. */
export async function settleCost(
  _tx: Tx,
  _messageId: number,
  _outcome: 'spent' | 'released',
  _now: Date,
): Promise<void> {
  throw new Error('not written yet');
}

/** Messages Zalo took and what they cost, by day in Hà Nội, agency and way; both days included. */
export async function costsByAgencyAndDay(
  _db: Db,
  _period: { from: string; to: string; agencies?: readonly string[] | null },
): Promise<{ day: string; agencyCode: string | null; channel: Channel; messages: number; dong: number }[]> {
  throw new Error('not written yet');
}
