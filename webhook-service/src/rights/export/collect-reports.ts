import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import {
  answers,
  attachments,
  type citizens,
  photos,
  questions,
  ratings,
  reports,
} from '../../../../db/schema/index.ts';
import { wardName } from '../../../../db/seed/admin-units.ts';
import { selvesOf } from '../../people/selves.ts';
import { agencyName } from '../../reports/agency-names.ts';
import { categoryName } from '../../reports/intake/receive-report.ts';
import { stateLabels } from '../../reports/lifecycle/states.ts';
import type { Report } from '../../reports/report.ts';
import type { ExportDeps } from './collect.ts';

export interface ExportedReport {
  code: string;
  sentAt: string;
  state: string;
  stateLabel: string;
  text: string;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  ward: string | null;
  category: string | null;
  agency: string | null;
  /** Chosen for this report; `published`: what the public reads of it now. */
  publish: boolean;
  hideMyName: boolean;
  published: { since: string; text: string } | null;
  history: { at: string; text: string }[];
  questions: { askedAt: string; question: string; yourReply: string | null }[];
  answers: { at: string; agency: string; text: string }[];
  yourRatings: { at: string; level: string; reasons: string[] }[];
  photos: { sentAt: string; width: number | null; height: number | null; bytes: number | null; url: string }[];
  files: { sentAt: string; kind: string; name: string | null; bytes: number | null; url: string }[];
}

/** The reports of a person, oldest first, each with all that is theirs in it. */
export async function collectReports(
  tx: Tx,
  citizen: typeof citizens.$inferSelect,
  deps: ExportDeps,
): Promise<ExportedReport[]> {
  const rows = await tx.select().from(reports).where(eq(reports.citizenId, citizen.id)).orderBy(asc(reports.id));
  const collected: ExportedReport[] = [];
  for (const report of rows) collected.push(await collectReport(tx, report, citizen, deps));
  return collected;
}

async function collectReport(
  tx: Tx,
  report: Report,
  { id, language }: { id: number; language: 'vi' | 'en' },
  deps: ExportDeps,
): Promise<ExportedReport> {
  const { code, state, text, placeText, latitude, longitude, wardCode, categoryCode, agencyCode } = report;
  const asked = await tx.select().from(questions).where(eq(questions.reportId, report.id)).orderBy(asc(questions.id));
  const given = await tx.select().from(answers).where(eq(answers.reportId, report.id)).orderBy(asc(answers.id));
  const rated = await tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.reportId, report.id), inArray(ratings.citizenId, selvesOf(tx, id))))
    .orderBy(asc(ratings.id));
  return {
    ...{ code, state, text, latitude, longitude, place: placeText },
    sentAt: report.receivedAt.toISOString(),
    stateLabel: stateLabels[state][language],
    ward: wardCode && wardName(wardCode),
    category: categoryCode && categoryName(categoryCode, language),
    agency: agencyCode && agencyName(agencyCode),
    ...{ publish: report.publish, hideMyName: report.hideMyName },
    published: report.publishedAt && { since: report.publishedAt.toISOString(), text: report.publicText ?? '' },
    history: await deps.timelineOf(code, language),
    questions: asked.map((question) => ({
      askedAt: question.askedAt.toISOString(),
      question: question.text,
      yourReply: question.reply,
    })),
    answers: given.map((answer) => ({
      at: answer.givenAt.toISOString(),
      agency: agencyName(answer.agencyCode),
      text: answer.text,
    })),
    yourRatings: rated.map(({ ratedAt, level, reasons }) => ({ at: ratedAt.toISOString(), level, reasons })),
    ...(await filesOf(tx, report.id, deps.publicUrl)),
  };
}

async function filesOf(tx: Tx, reportId: number, publicUrl: string): Promise<Pick<ExportedReport, 'photos' | 'files'>> {
  const pictures = await tx
    .select()
    .from(photos)
    .where(and(eq(photos.reportId, reportId), eq(photos.state, 'stored')))
    .orderBy(asc(photos.id));
  const others = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.reportId, reportId), eq(attachments.state, 'stored')))
    .orderBy(asc(attachments.id));
  return {
    photos: pictures.map(({ id, sentAt, width, height, bytes }) => ({
      ...{ sentAt: sentAt.toISOString(), width, height, bytes },
      url: `${publicUrl}/api/citizen/photos/${id}`,
    })),
    files: others.map(({ id, sentAt, kind, name, bytes }) => ({
      ...{ sentAt: sentAt.toISOString(), kind, name, bytes },
      url: `${publicUrl}/api/citizen/attachments/${id}`,
    })),
  };
}
