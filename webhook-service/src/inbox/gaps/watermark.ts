import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { gapChecks, inboxEvents } from '../../../../db/schema/index.ts';

export interface Check {
  beganAt: Date;
  /** Every message sent until then is accounted for. */
  checkedUntil: Date;
}

/** The first check of an installation that has run for long looks back this far: Zalo itself gives up after two hours (§1.4). */
const FIRST_LOOK_BACK_MS = 24 * 3_600_000;

/** Takes this interval's check for this replica, by compare-and-set; null when it is not due or another one has it. */
export async function claimCheck(
  db: Db,
  { oaId, now, everyMs }: { oaId: string; now: Date; everyMs: number },
): Promise<Check | null> {
  const [claimed] = await db
    .update(gapChecks)
    .set({ checkedAt: now })
    .where(and(eq(gapChecks.oaId, oaId), lte(gapChecks.checkedAt, new Date(now.getTime() - everyMs))))
    .returning({ beganAt: gapChecks.beganAt, checkedUntil: gapChecks.checkedUntil });
  if (claimed) return claimed;
  return (await isFirst(db, oaId)) ? beginChecks(db, oaId, now) : null;
}

/** All until then is accounted for; never moved back. */
export async function advance(tx: Tx, oaId: string, until: Date): Promise<void> {
  const later = sql`greatest(${gapChecks.checkedUntil}, ${until.toISOString()}::timestamptz)`;
  await tx.update(gapChecks).set({ checkedUntil: later }).where(eq(gapChecks.oaId, oaId));
}

/** When Zalo's last event reached us by itself; null when none ever did. */
export async function lastWebhookAt(tx: Tx): Promise<Date | null> {
  const [last] = await tx
    .select({ receivedAt: inboxEvents.receivedAt })
    .from(inboxEvents)
    .where(eq(inboxEvents.source, 'webhook'))
    .orderBy(desc(inboxEvents.id))
    .limit(1);
  return last?.receivedAt ?? null;
}

async function isFirst(db: Db, oaId: string): Promise<boolean> {
  const [row] = await db.select({ oaId: gapChecks.oaId }).from(gapChecks).where(eq(gapChecks.oaId, oaId));
  return row === undefined;
}

async function beginChecks(db: Db, oaId: string, now: Date): Promise<Check | null> {
  const [first] = await db
    .select({ receivedAt: inboxEvents.receivedAt })
    .from(inboxEvents)
    .orderBy(asc(inboxEvents.id))
    .limit(1);
  const beganAt = first && first.receivedAt < now ? first.receivedAt : now;
  const checkedUntil = new Date(Math.max(beganAt.getTime(), now.getTime() - FIRST_LOOK_BACK_MS));
  const begun = await db
    .insert(gapChecks)
    .values({ oaId, beganAt, checkedUntil, checkedAt: now })
    .onConflictDoNothing()
    .returning({ oaId: gapChecks.oaId });
  return begun.length > 0 ? { beganAt, checkedUntil } : null;
}
