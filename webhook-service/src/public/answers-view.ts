/** What the responsible agency answered, for whoever has the code: the words and proof are the agency's own, not the citizen's. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { answers, evidence, reports } from '../../../db/schema/index.ts';
import { category } from '../../../db/seed/categories.ts';
import { agencyName } from '../reports/agency-names.ts';
import { isNoEvidenceReason, noEvidenceReasons } from '../reports/gate/no-evidence.ts';
import type { Report } from '../reports/report.ts';

export interface AnswerView {
  round: number;
  /** The answer that stands; false once the report was reopened. */
  stands: boolean;
  agency: string;
  text: string;
  givenAt: string;
  /** Why there is neither photo nor document, in Vietnamese: it is the agency's word. */
  noEvidence: string | null;
  photos: ProofView[];
  documents: ProofView[];
}

export interface ProofView {
  id: number;
  address: string;
  /** Null for documents. */
  thumbnail: string | null;
  width: number;
  height: number;
  bytes: number;
}

export type Piece = typeof evidence.$inferSelect;

/** The report that is answered for this one: the main one of a merge. */
export async function answeredReport(db: Db, report: Report): Promise<Report> {
  if (report.state !== 'merged' || report.mergedIntoId === null) return report;
  const [main] = await db.select().from(reports).where(eq(reports.id, report.mergedIntoId));
  return main ?? report;
}

/**
 * Answers of a category that is not public by default (violence, corruption) are for those who sent or follow the report:
 * a code can be guessed, and what it opens must harm nobody.
 */
export function answersArePublic({ categoryCode }: Pick<Report, 'categoryCode'>): boolean {
  return category(categoryCode ?? '')?.publicByDefault === true;
}

/** The answers to a report, latest first. `base`: where its proof is fetched from. */
export async function readAnswers(db: Db, report: Pick<Report, 'id' | 'round'>, base: string): Promise<AnswerView[]> {
  const given = await db.select().from(answers).where(eq(answers.reportId, report.id)).orderBy(desc(answers.round));
  if (given.length === 0) return [];
  const pieces = await db
    .select()
    .from(evidence)
    .where(
      and(
        inArray(
          evidence.answerId,
          given.map(({ id }) => id),
        ),
        eq(evidence.state, 'stored'),
      ),
    )
    .orderBy(asc(evidence.id));
  return given.map(({ id, round, agencyCode, text, givenAt, noEvidenceReason, noEvidenceNote }) => {
    const own = pieces.filter(({ answerId }) => answerId === id);
    const proof = (kind: Piece['kind']) =>
      own.filter((piece) => piece.kind === kind).map((piece) => proofView(piece, base));
    return {
      ...{ round, text },
      stands: round === report.round,
      agency: agencyName(agencyCode),
      givenAt: givenAt.toISOString(),
      noEvidence: noEvidenceWords(noEvidenceReason, noEvidenceNote),
      photos: proof('photo'),
      documents: proof('document'),
    };
  });
}

/** A piece of proof of an answer to this report; null when there is none, or it belongs to no answer yet. */
export async function proofOf(db: Db, reportId: number, id: number): Promise<Piece | null> {
  const [found] = await db
    .select({ piece: evidence })
    .from(evidence)
    .innerJoin(answers, eq(answers.id, evidence.answerId))
    .where(and(eq(evidence.id, id), eq(answers.reportId, reportId), eq(evidence.state, 'stored')));
  return found?.piece ?? null;
}

function proofView({ id, thumbnailKey, width, height, bytes }: Piece, base: string): ProofView {
  const address = `${base}/${id}`;
  return {
    ...{ id, address, bytes },
    thumbnail: thumbnailKey === null ? null : `${address}/thumbnail`,
    width: width ?? 0,
    height: height ?? 0,
  };
}

function noEvidenceWords(reason: string | null, note: string | null): string | null {
  if (reason === null || !isNoEvidenceReason(reason)) return null;
  return note ? `${noEvidenceReasons[reason]}. ${note}` : noEvidenceReasons[reason];
}
