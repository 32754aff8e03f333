import { and, desc, eq, gt, isNotNull, lte, max, or } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { lockReports } from '../report.ts';
import { mayPublish } from './may-publish.ts';
import { publicationFactsOf } from './read-facts.ts';
import { settlePublication } from './settle.ts';

/** Numbers looked at in one round: a million reports take some hours, a round some hundredths of a second. */
const WINDOW = 5_000;
const CHUNK = 500;

/**
 * Finds reports that are public and must not be, or the other way round, whatever forgot to settle them; newest first, a window a
 * round, then from the start again. It asks the rule itself, so there is no second one in SQL. One that is right is not touched.
 * @returns a round: how many were put right
 */
export function createPublicationSweep({ db, now }: { db: Db; now: () => Date }): () => Promise<number> {
  let below: number | null = null;
  return async () => {
    if (below === null) {
      const [newest] = await db.select({ id: max(reports.id) }).from(reports);
      below = newest?.id ?? 0;
    }
    const from = below - WINDOW;
    const wrong = await disagreeing(db, { from, to: below });
    for (const id of wrong) {
      await db.transaction(async (tx) => {
        const report = (await lockReports(tx, [id])).get(id);
        if (report) await settlePublication(tx, report, now());
      });
    }
    below = from > 0 ? from : null;
    return wrong.length;
  };
}

async function disagreeing(db: Db, { from, to }: { from: number; to: number }): Promise<number[]> {
  const wrong: number[] = [];
  for (let before = to; ; ) {
    const rows = await db
      .select()
      .from(reports)
      .where(
        and(
          gt(reports.id, from),
          lte(reports.id, before),
          or(eq(reports.publish, true), isNotNull(reports.publishedAt)),
        ),
      )
      .orderBy(desc(reports.id))
      .limit(CHUNK);
    const facts = await publicationFactsOf(db, rows);
    for (const { id, publishedAt } of rows) {
      const asked = facts.get(id);
      if (asked && mayPublish(asked) !== (publishedAt !== null)) wrong.push(id);
    }
    const last = rows.at(-1);
    if (rows.length < CHUNK || !last) return wrong;
    before = last.id - 1;
  }
}
