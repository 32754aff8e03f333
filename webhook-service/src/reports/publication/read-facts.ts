/** Gathers what the rule looks at, for one report or many: three queries however many they are. */
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens, consents, reportHistory } from '../../../../db/schema/index.ts';
import { mergedInto } from '../../people/oa-user-id.ts';
import { consentTexts } from '../../rights/consent-texts.ts';
import type { Report } from '../report.ts';
import { DECIDED, type DecidingEntry, decisionOf } from './decision.ts';
import { mayBeDelicate, tellsOfPersonInDanger } from './delicate-words.ts';
import type { PublicationFacts } from './may-publish.ts';

export async function publicationFacts(tx: Tx, report: Report): Promise<PublicationFacts> {
  const facts = (await publicationFactsOf(tx, [report])).get(report.id);
  if (!facts) throw new Error('facts of a report that was asked about are missing');
  return facts;
}

export async function publicationFactsOf(
  tx: Tx,
  reports: readonly Report[],
): Promise<ReadonlyMap<number, PublicationFacts>> {
  if (reports.length === 0) return new Map();
  const citizenIds = [...new Set(reports.map(({ citizenId }) => citizenId))];
  const consented = await publishingCitizens(tx, citizenIds);
  const sensitive = await sensitiveCitizens(tx, citizenIds);
  const entries = await decidingEntries(
    tx,
    reports.map(({ id }) => id),
  );
  return new Map(
    reports.map((report) => {
      const { id, state, resumeState, categoryCode, erasedAt, publish, citizenId, text, suggestions } = report;
      const facts: PublicationFacts = {
        ...{ state, resumeState, categoryCode },
        erased: erasedAt !== null,
        chosen: publish,
        consented: consented.has(citizenId),
        personInDanger: tellsOfPersonInDanger(text),
        delicate: sensitive.has(citizenId) || mayBeDelicate(suggestions),
        decision: decisionOf(entries.get(id) ?? [], { mendedTextLost: report.publicText === null }),
      };
      return [id, facts];
    }),
  );
}

/** Whether this person's consent to publication stands. */
export async function consentsToPublish(tx: Tx, citizenId: number): Promise<boolean> {
  return (await publishingCitizens(tx, [citizenId])).has(citizenId);
}

/** Those whose last word is yes, to the wording in force: a consent to other words is none to these. */
async function publishingCitizens(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  // Consents stay with the row they were given by, also when that turned out to be the same person as another.
  const owner = sql<number>`case when ${citizens.oaUserId} like 'merged:%' then substr(${citizens.oaUserId}, 8)::bigint else ${citizens.id} end`;
  const rows = await tx
    .selectDistinctOn([owner], {
      owner: owner.mapWith(Number),
      given: consents.given,
      version: consents.version,
    })
    .from(consents)
    .innerJoin(citizens, eq(citizens.id, consents.citizenId))
    .where(
      and(
        eq(consents.purpose, 'publish'),
        or(inArray(citizens.id, [...ids]), inArray(citizens.oaUserId, ids.map(mergedInto))),
      ),
    )
    .orderBy(owner, desc(consents.at), desc(consents.id));
  const standing = rows.filter(({ given, version }) => given && version === consentTexts.publish.version);
  return new Set(standing.map((row) => row.owner));
}

async function sensitiveCitizens(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ id: citizens.id })
    .from(citizens)
    .where(and(inArray(citizens.id, [...ids]), eq(citizens.isSensitive, true)));
  return new Set(rows.map(({ id }) => id));
}

async function decidingEntries(tx: Tx, ids: number[]): Promise<ReadonlyMap<number, DecidingEntry[]>> {
  const rows = await tx
    .select({ reportId: reportHistory.reportId, event: reportHistory.event, data: reportHistory.data })
    .from(reportHistory)
    .where(and(inArray(reportHistory.reportId, ids), inArray(reportHistory.event, [DECIDED, 'supplemented'])))
    .orderBy(asc(reportHistory.reportId), asc(reportHistory.seq));
  const byReport = new Map<number, DecidingEntry[]>();
  for (const { reportId, ...entry } of rows) byReport.set(reportId, [...(byReport.get(reportId) ?? []), entry]);
  return byReport;
}
