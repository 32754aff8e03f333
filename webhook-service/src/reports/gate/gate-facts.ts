/** Gathers what the gate compares an answer with. Every query is bounded and runs over an index; nothing is decided here. */
import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../../db/client.ts';
import { answers, evidence, photos, type reports, standardTexts } from '../../../../db/schema/index.ts';
import { agencyName } from '../agency-names.ts';
import type { GateFacts } from './judge-answer.ts';

type Report = typeof reports.$inferSelect;

/** Rows at most of each kind; a photo is made ready in 2 ms and compared in less than 1. */
export const GATE_LIMITS = {
  reportPhotos: 40,
  ownEvidence: 60,
  agencyAnswers: 200,
  agencyPhotos: 60,
  sameBytes: 50,
  standardTexts: 100,
} as const;

/** The facts for an answer to this report at `now`; a document sent before is found however long ago, a photo among the agency's latest. */
export async function loadGateFacts(tx: Tx, report: Report, { now }: { now: Date }): Promise<GateFacts> {
  return {
    categoryCode: report.categoryCode,
    priorityClass: report.priorityClass,
    reportText: report.text,
    reportPhotos: await photosOf(tx, report.id),
    earlierEvidence: await earlierEvidence(tx, report),
    earlierAnswers: await earlierAnswers(tx, report),
    standardTexts: await textsFor(tx, report.categoryCode),
    agencyName: report.agencyCode === null ? '' : agencyName(report.agencyCode),
    answeredAt: now,
  };
}

/** Its own, and those of the reports that were merged into it. */
async function photosOf(tx: Tx, reportId: number): Promise<GateFacts['reportPhotos']> {
  const rows = await tx
    .select({ sha256: photos.sha256, fingerprint: photos.fingerprint })
    .from(photos)
    .where(
      and(
        eq(photos.state, 'stored'),
        sql`${photos.reportId} in (select ${reportId} union all select id from reports where merged_into_id = ${reportId})`,
      ),
    )
    .orderBy(sql`(${photos.reportId} = ${reportId}) desc`, photos.id)
    .limit(GATE_LIMITS.reportPhotos);
  return rows.map(({ sha256, fingerprint }) => ({ sha256: sha256 ?? '', fingerprint }));
}

async function earlierEvidence(tx: Tx, report: Report): Promise<GateFacts['earlierEvidence']> {
  const columns = { sha256: evidence.sha256, fingerprint: evidence.fingerprint, reportId: evidence.reportId };
  const own = tx
    .select(columns)
    .from(evidence)
    .where(and(eq(evidence.reportId, report.id), isNotNull(evidence.answerId)))
    .orderBy(desc(evidence.id))
    .limit(GATE_LIMITS.ownEvidence);
  const rows = [
    ...(await own),
    ...(report.agencyCode === null ? [] : await photosOfAgency(tx, report, report.agencyCode)),
    ...(await sameBytes(tx, report.id)),
  ];
  return rows.map(({ sha256, fingerprint, reportId }) => ({
    sha256,
    fingerprint,
    ofThisReport: reportId === report.id,
  }));
}

/** Photos of the agency's latest answers to other reports. */
async function photosOfAgency(tx: Tx, report: Report, agencyCode: string) {
  const latest = tx
    .select({ id: answers.id })
    .from(answers)
    .where(and(eq(answers.agencyCode, agencyCode), ne(answers.reportId, report.id)))
    .orderBy(desc(answers.id))
    .limit(GATE_LIMITS.agencyPhotos);
  return await tx
    .select({ sha256: evidence.sha256, fingerprint: evidence.fingerprint, reportId: evidence.reportId })
    .from(evidence)
    .where(and(inArray(evidence.answerId, latest), isNotNull(evidence.fingerprint)))
    .orderBy(desc(evidence.answerId), evidence.id)
    .limit(GATE_LIMITS.agencyPhotos);
}

/** Pieces anywhere with the bytes of something that was uploaded for this report and waits for its answer; without fingerprints. */
async function sameBytes(tx: Tx, reportId: number) {
  const waiting = tx
    .select({ sha256: evidence.sha256 })
    .from(evidence)
    .where(and(eq(evidence.reportId, reportId), isNull(evidence.answerId)));
  return await tx
    .selectDistinct({ sha256: evidence.sha256, fingerprint: sql<null>`null`, reportId: evidence.reportId })
    .from(evidence)
    .where(and(inArray(evidence.sha256, waiting), ne(evidence.reportId, reportId), isNotNull(evidence.answerId)))
    .limit(GATE_LIMITS.sameBytes);
}

async function earlierAnswers(tx: Tx, report: Report): Promise<GateFacts['earlierAnswers']> {
  const columns = { text: answers.text, reportId: answers.reportId };
  const own = tx.select(columns).from(answers).where(eq(answers.reportId, report.id));
  if (report.agencyCode === null) return (await own).map(({ text }) => ({ text, ofThisReport: true }));
  const others = tx
    .select(columns)
    .from(answers)
    .where(and(eq(answers.agencyCode, report.agencyCode), ne(answers.reportId, report.id)))
    .orderBy(desc(answers.id))
    .limit(GATE_LIMITS.agencyAnswers);
  const rows = await unionAll(own, others);
  return rows.map(({ text, reportId }) => ({ text, ofThisReport: reportId === report.id }));
}

/** Those of the category, of its group and for all, whatever command they are for: none of them is an answer. */
async function textsFor(tx: Tx, categoryCode: string | null): Promise<string[]> {
  const own = categoryCode === null ? [] : [categoryCode, categoryCode.slice(0, categoryCode.indexOf('-'))];
  const rows = await tx
    .select({ body: standardTexts.body })
    .from(standardTexts)
    .where(
      and(
        eq(standardTexts.active, true),
        or(isNull(standardTexts.categoryCode), ...(own.length > 0 ? [inArray(standardTexts.categoryCode, own)] : [])),
      ),
    )
    .orderBy(desc(standardTexts.id))
    .limit(GATE_LIMITS.standardTexts);
  return rows.map(({ body }) => body);
}
