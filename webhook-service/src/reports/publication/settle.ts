/** Keeps `published_at` and `public_text` what the rule says they are. */
import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { record } from '../history/record.ts';
import { system } from '../lifecycle/roles.ts';
import { lockReports, type Report } from '../report.ts';
import { obstaclesOf, type PublicationFacts } from './may-publish.ts';
import { publicTextOf } from './public-side.ts';
import { publicationFacts } from './read-facts.ts';

export type PublicationColumns = Pick<Report, 'publishedAt' | 'publicText'>;

/** The columns as the rule wants them; those of the row itself when nothing changes. Pure. */
export function publicationColumns(report: Report, facts: PublicationFacts, now: Date): PublicationColumns {
  if (obstaclesOf(facts).length > 0) return { publishedAt: null, publicText: null };
  const { decision } = facts;
  const keepsMended = decision?.mended === true && !decision.outdated;
  return {
    publishedAt: report.publishedAt ?? now,
    publicText: keepsMended ? report.publicText : publicTextOf(report),
  };
}

/**
 * The report as the rule wants it published, with a line in its history when it came to the public or left it. For a report
 * whose row is about to be stored; costs nothing for one that nobody chose to publish.
 */
export async function publicationAfter(tx: Tx, report: Report, now: Date): Promise<PublicationColumns> {
  const { publish, publishedAt, publicText } = report;
  if (!publish && publishedAt === null) return { publishedAt, publicText };
  return publicationColumns(report, await publicationFacts(tx, report), now);
}

/** Writes down that a report came to the public or left it. Call after whatever else the same act records. */
export async function notePublication(tx: Tx, before: Report, after: Report, now: Date): Promise<void> {
  if ((before.publishedAt === null) === (after.publishedAt === null)) return;
  const obstacles = after.publishedAt === null ? obstaclesOf(await publicationFacts(tx, after)) : [];
  const event = after.publishedAt === null ? 'unpublished' : 'published';
  await record(tx, after.id, [{ event, actor: system, at: now, isPublic: false, data: { obstacles } }]);
}

/** Puts a locked report right. @returns it afterwards. */
export async function settlePublication(tx: Tx, report: Report, now: Date): Promise<Report> {
  const columns = await publicationAfter(tx, report, now);
  if (columns.publishedAt === report.publishedAt && columns.publicText === report.publicText) return report;
  const after = { ...report, ...columns };
  await tx.update(reports).set(columns).where(eq(reports.id, report.id));
  await notePublication(tx, report, after, now);
  return after;
}

/** The same for everything of one person, when their consent changes. */
export async function settlePublicationOf(tx: Tx, citizenId: number, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), or(eq(reports.publish, true), isNotNull(reports.publishedAt))))
    .orderBy(asc(reports.id));
  if (rows.length === 0) return;
  const locked = await lockReports(
    tx,
    rows.map(({ id }) => id),
  );
  for (const report of locked.values()) await settlePublication(tx, report, now);
}
