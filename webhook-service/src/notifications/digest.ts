import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, outboxMessages, reports } from '../../../db/schema/index.ts';
import type { Standing } from './digest/digest-texts.ts';
import { digestText, FOLD_FROM, mayBeFolded, RELEASED } from './digest/fold.ts';
import { deliverSoon } from './outbox.ts';
import type { DescribeReport } from './planner/deps.ts';

export interface DigestDeps {
  db: Db;
  now: () => Date;
  describe: DescribeReport;
}

type Held = typeof outboxMessages.$inferSelect;

/**
 * Small news held back for a citizen who has interacted again (`releaseHeld`) becomes one message about where each report
 * stands now, when it is three pieces or more; fewer go out as they are. What is folded names its digest and counts as told
 * when that is received. Repeating it does nothing, and what is held for its reader's next word is left alone.
 */
export async function foldIntoDigest(citizenId: number, { db, now, describe }: DigestDeps): Promise<void> {
  await db.transaction(async (tx) => {
    const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, citizenId));
    const held = (await releasedFor(tx, citizenId)).filter(mayBeFolded);
    if (!citizen || held.length === 0) return;
    const reportIds = held.length < FOLD_FROM ? [] : await reportsOf(tx, held);
    const standings: Standing[] = [];
    for (const { code } of await readable(tx, reportIds)) {
      const standing = await describe(tx, code, citizen.language);
      if (standing) standings.push(standing);
    }
    if (standings.length === 0) await letGo(tx, held, now());
    else await putDigest(tx, held, { text: digestText(standings, citizen.language), citizenId, now: now() });
    await deliverSoon(tx, citizenId, now());
  });
}

/** In the order they were written, locked: whoever releases or erases them meanwhile waits. */
function releasedFor(tx: Tx, citizenId: number): Promise<Held[]> {
  return tx
    .select()
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        eq(outboxMessages.state, 'held'),
        eq(outboxMessages.errorCode, RELEASED),
      ),
    )
    .orderBy(asc(outboxMessages.id))
    .for('update');
}

/** Reports the messages are about, the one with the newest news first; an earlier digest stands for what it had folded. */
async function reportsOf(tx: Tx, held: readonly Held[]): Promise<number[]> {
  const digests = held.filter(({ kind }) => kind === 'digest').map(({ id }) => id);
  const folded =
    digests.length === 0
      ? []
      : await tx
          .select({ id: outboxMessages.id, reportId: outboxMessages.reportId })
          .from(outboxMessages)
          .where(inArray(outboxMessages.foldedInto, digests));
  const newestFirst = [...held, ...folded].toSorted((a, b) => b.id - a.id);
  return [...new Set(newestFirst.flatMap(({ reportId }) => reportId ?? []))];
}

/** Their codes, in the same order; of an erased report nothing is told any more. */
async function readable(tx: Tx, ids: readonly number[]): Promise<{ id: number; code: string }[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: reports.id, code: reports.code })
    .from(reports)
    .where(and(inArray(reports.id, [...ids]), isNull(reports.erasedAt)));
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function putDigest(
  tx: Tx,
  held: readonly Held[],
  { text, citizenId, now }: { text: string; citizenId: number; now: Date },
): Promise<void> {
  const ids = held.map(({ id }) => id);
  const about = new Set(held.map(({ reportId }) => reportId));
  const [digest] = await tx
    .insert(outboxMessages)
    .values({
      ...{ citizenId, kind: 'digest', text, nextAttemptAt: now, createdAt: now },
      // About one report it is news of that report.
      reportId: about.size === 1 ? (held[0]?.reportId ?? null) : null,
      idempotencyKey: `digest:${citizenId}:${Math.max(...ids)}`,
    })
    .returning({ id: outboxMessages.id });
  if (!digest) return;
  await tx
    .update(outboxMessages)
    .set({ state: 'folded', foldedInto: digest.id, errorCode: null })
    .where(inArray(outboxMessages.id, ids));
  // An earlier digest was never sent: what it carried is carried by this one.
  await tx.update(outboxMessages).set({ foldedInto: digest.id }).where(inArray(outboxMessages.foldedInto, ids));
}

async function letGo(tx: Tx, held: readonly Held[], now: Date): Promise<void> {
  await tx
    .update(outboxMessages)
    .set({ state: 'queued', nextAttemptAt: now, errorCode: null })
    .where(
      inArray(
        outboxMessages.id,
        held.map(({ id }) => id),
      ),
    );
}
