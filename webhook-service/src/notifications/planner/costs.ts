/** What messages cost: put aside before the call, spent or given back after it, and counted by day and agency. */
import { and, asc, count, eq, gt, gte, inArray, lte, type SQL, sql, sum } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { messageCosts, reports } from '../../../../db/schema/index.ts';
import type { LocalDate } from '../../deadlines/calendar-day.ts';
import type { OutboxRow } from './facts.ts';
import { budgetDay } from './hours.ts';
import type { Channel } from './plan.ts';

export interface PaidLimits {
  /** Đồng a day in Hà Nội, everybody together. */
  paidDongPerDay: number;
  /** Messages that cost something, to one person, a day. */
  paidPerPersonPerDay: number;
}

/**
 * Puts the cost of a message aside, in the transaction that claims it; free messages get their row, too. False when the
 * day's budget or the person's share would be exceeded: then nothing is written, and the message must be planned anew.
 */
export async function reserveCost(
  tx: Tx,
  cost: {
    message: Pick<OutboxRow, 'id' | 'citizenId' | 'reportId' | 'attempts'>;
    channel: Channel;
    dong: number;
    now: Date;
  },
  limits: PaidLimits,
): Promise<boolean> {
  const { message, channel, dong, now } = cost;
  const day = budgetDay(now);
  // An earlier try that nobody settled: what it put aside is free again. A first try has none (every way back to the queue
  // that does not count as a try has given its money back).
  if (message.attempts > 0) await settleCost(tx, message.id, 'released', now);
  if (dong > 0 && !(await withinLimits(tx, { day, dong, citizenId: message.citizenId }, limits))) return false;
  await tx
    .insert(messageCosts)
    .values({
      ...{ messageId: message.id, day, channel, dong, at: now, citizenId: message.citizenId },
      agencyCode: message.reportId === null ? null : holderOf(message.reportId),
      state: 'reserved',
    })
    // Spent already: an echo was faster than we are, and the caller's claim will fail.
    .onConflictDoNothing();
  return true;
}

/** Zalo took the message (`spent`), or certainly did not (`released`). What is settled stays as it is. */
export async function settleCost(tx: Tx, messageId: number, outcome: 'spent' | 'released', now: Date): Promise<void> {
  await tx
    .update(messageCosts)
    .set({ state: outcome, at: now })
    .where(and(eq(messageCosts.messageId, messageId), eq(messageCosts.state, 'reserved')));
}

export interface DayCosts {
  day: LocalDate;
  /** Who held the report then; null for messages about none. */
  agencyCode: string | null;
  channel: Channel;
  messages: number;
  dong: number;
}

/**
 * Messages Zalo took and what they cost, by day in Hà Nội, agency and way; both days included. `agencies`: only theirs,
 * null for everything.
 */
export async function costsByAgencyAndDay(
  db: Db,
  { from, to, agencies }: { from: LocalDate; to: LocalDate; agencies: readonly string[] | null },
): Promise<DayCosts[]> {
  const { day, agencyCode, channel } = messageCosts;
  return db
    .select({ day, agencyCode, channel, messages: count(), dong: sum(messageCosts.dong).mapWith(Number) })
    .from(messageCosts)
    .where(
      and(
        gte(day, from),
        lte(day, to),
        eq(messageCosts.state, 'spent'),
        agencies === null ? undefined : inArray(agencyCode, [...agencies]),
      ),
    )
    .groupBy(day, agencyCode, channel)
    .orderBy(asc(day), asc(agencyCode), asc(channel));
}

/** One at a time a day, over all replicas, until the caller's transaction ends: nobody counts what another is about to add. */
async function withinLimits(
  tx: Tx,
  { day, dong, citizenId }: { day: LocalDate; dong: number; citizenId: number },
  { paidDongPerDay, paidPerPersonPerDay }: PaidLimits,
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paid-messages:${day}`}, 0))`);
  const paidToday = and(
    eq(messageCosts.day, day),
    gt(messageCosts.dong, 0),
    inArray(messageCosts.state, ['reserved', 'spent']),
  );
  const [gone] = await tx
    .select({ dong: sum(messageCosts.dong).mapWith(Number) })
    .from(messageCosts)
    .where(paidToday);
  if ((gone?.dong ?? 0) + dong > paidDongPerDay) return false;
  const [theirs] = await tx
    .select({ count: count() })
    .from(messageCosts)
    .where(and(paidToday, eq(messageCosts.citizenId, citizenId)));
  return (theirs?.count ?? 0) < paidPerPersonPerDay;
}

/** Who holds the report now, read by the insert itself. */
function holderOf(reportId: number): SQL<string | null> {
  return sql`(select agency_code from ${reports} where id = ${reportId})`;
}
