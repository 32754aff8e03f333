/** Everything the desk shows of one report, read from where it is kept; nothing is decided here. */
import { and, asc, count, desc, eq, inArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import {
  answers,
  duplicateSuggestions,
  evidence,
  outboxMessages,
  questions,
  ratingReviews,
  ratings,
  reports,
} from '../../../db/schema/index.ts';
import { overdueFrom } from '../deadlines/policy.ts';
import { planWords } from '../notifications/planner/plan-words.ts';
import type { StaffMember } from '../reports/access/member.ts';
import { isRefusalReason, refusalReasons } from '../reports/lifecycle/refusal-reasons.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { agencyNamed, categoryNamed, wardNamed } from '../reports/list/report-line.ts';
import type { Report } from '../reports/report.ts';
import { attachmentItems } from './attachment-items.ts';
import { actionsFor } from './command-names.ts';
import type { ReportDetail } from './detail-schemas.ts';
import { evidenceItem } from './evidence-item.ts';
import { citizenTold, messageStateLabel } from './message-states.ts';
import { photoLinks } from './photos.ts';
import { staffNames } from './staff-names.ts';
import { trayReasonWords } from './tray-reason-text.ts';

/** All but the reporter, whom not everybody who may read the report may see. */
type Detail = Omit<Static<typeof ReportDetail>, 'reporter'>;

const MOST_MERGED = 100;
const MOST_MESSAGES = 20;

/** The report for a member who may see it: `requireVisible` comes before. */
export async function readDetail(
  db: Db,
  report: Report,
  { member, now }: { member: StaffMember; now: Date },
): Promise<Detail> {
  const { id } = report;
  const photos = await photoLinks(db, [id]);
  return {
    ...factsOf(report, now),
    photos: photos.get(id) ?? [],
    attachments: await attachmentItems(db, report),
    ...(await readExchange(db, id)),
    ...(await readRelations(db, report)),
    messages: await readMessages(db, id),
    actions: actionsFor(member, report),
  };
}

function factsOf(report: Report, now: Date) {
  const { code, version, state, channel, text, latitude, longitude, wardBasis, outsideCity, categoryBasis } = report;
  const { priorityClass, emergencyWords, level, round, handOvers, extensions, dueAt, traySince } = report;
  return {
    ...{ code, version, state, channel, text, latitude, longitude, wardBasis, outsideCity, categoryBasis },
    ...{ priorityClass, emergencyWords, level, round, handOvers, extensions },
    stateLabel: stateLabels[state].vi,
    place: report.placeText,
    ward: wardNamed(report.wardCode),
    wardAlternatives: report.wardAlternatives.flatMap((ward) => wardNamed(ward) ?? []),
    category: categoryNamed(report.categoryCode),
    suggestions: report.suggestions.map((one) => ({ ...one, name: categoryNamed(one.code)?.name ?? one.code })),
    agency: agencyNamed(report.agencyCode),
    receivedAt: report.receivedAt.toISOString(),
    dispatchedAt: iso(report.dispatchedAt),
    acceptedAt: iso(report.acceptedAt),
    answeredAt: iso(report.answeredAt),
    closedAt: iso(report.closedAt),
    dueAt: iso(dueAt),
    acceptDueAt: report.acceptDueAt.toISOString(),
    answerDueAt: iso(report.answerDueAt),
    finishDueAt: iso(report.finishDueAt),
    overdue: dueAt !== null && overdueFrom(dueAt) <= now,
    tray: traySince && {
      since: traySince.toISOString(),
      reasons: report.trayReasons.map((reason) => ({ reason, text: trayReasonWords(reason) })),
    },
    refusal: refusalOf(report.refusalReason),
  };
}

/** Questions with their replies, answers with their proof and ratings, and proof that waits for an answer. */
async function readExchange(db: Db, reportId: number) {
  const asked = await db.select().from(questions).where(eq(questions.reportId, reportId)).orderBy(asc(questions.id));
  const given = await db.select().from(answers).where(eq(answers.reportId, reportId)).orderBy(asc(answers.round));
  const pieces = await db.select().from(evidence).where(eq(evidence.reportId, reportId)).orderBy(asc(evidence.id));
  const rated = await readRatings(
    db,
    given.map((answer) => answer.id),
  );
  const names = await staffNames(db, [...asked.map(({ askedBy }) => askedBy), ...given.map(({ givenBy }) => givenBy)]);
  return {
    questions: asked.map(({ text, agencyCode, askedAt, askedBy, waitDueAt, state, reply, closedAt }) => ({
      ...{ text, state, reply },
      agency: agencyNamed(agencyCode),
      askedAt: askedAt.toISOString(),
      askedBy: names.get(askedBy) ?? null,
      waitDueAt: waitDueAt.toISOString(),
      closedAt: iso(closedAt),
    })),
    answers: given.map(({ id, round, agencyCode, text, noEvidenceReason, noEvidenceNote, givenAt, givenBy }) => ({
      ...{ round, text },
      agency: agencyNamed(agencyCode) ?? { code: agencyCode, name: agencyCode },
      noEvidence: noEvidenceReason === null ? null : { reason: noEvidenceReason, note: noEvidenceNote },
      givenAt: givenAt.toISOString(),
      givenBy: names.get(givenBy) ?? null,
      evidence: pieces.filter(({ answerId }) => answerId === id).map(evidenceItem),
      ratings: rated.filter(({ answerId }) => answerId === id).map(({ answerId: _, ...rating }) => rating),
    })),
    looseEvidence: pieces.filter(({ answerId }) => answerId === null).map(evidenceItem),
  };
}

async function readRatings(db: Db, answerIds: number[]) {
  if (answerIds.length === 0) return [];
  const rows = await db
    .select({ rating: ratings, review: ratingReviews })
    .from(ratings)
    .leftJoin(ratingReviews, eq(ratingReviews.ratingId, ratings.id))
    .where(inArray(ratings.answerId, answerIds))
    .orderBy(asc(ratings.id));
  return rows.map(({ rating: { answerId, level, reasons, ratedAt }, review }) => ({
    ...{ answerId, level, reasons },
    ratedAt: ratedAt.toISOString(),
    review: review && {
      ...{ finding: review.finding, cause: review.cause, note: review.note },
      reviewedAt: review.reviewedAt.toISOString(),
    },
  }));
}

async function readRelations(db: Db, report: Report) {
  const other = { code: reports.code, state: reports.state };
  const [main] = report.mergedIntoId
    ? await db.select(other).from(reports).where(eq(reports.id, report.mergedIntoId))
    : [];
  const children = eq(reports.mergedIntoId, report.id);
  const items = await db.select(other).from(reports).where(children).orderBy(asc(reports.id)).limit(MOST_MERGED);
  const [merged] =
    items.length < MOST_MERGED
      ? [{ count: items.length }]
      : await db.select({ count: count() }).from(reports).where(children);
  const [open] = await db
    .select({ count: count() })
    .from(duplicateSuggestions)
    .where(
      and(
        eq(duplicateSuggestions.state, 'open'),
        or(eq(duplicateSuggestions.reportId, report.id), eq(duplicateSuggestions.otherId, report.id)),
      ),
    );
  return {
    mergedInto: main ? labelled(main) : null,
    merged: { count: merged?.count ?? 0, items: items.map(labelled) },
    openDuplicates: open?.count ?? 0,
  };
}

async function readMessages(db: Db, reportId: number) {
  const digest = alias(outboxMessages, 'digest');
  const rows = await db
    .select({ message: outboxMessages, digestState: digest.state })
    .from(outboxMessages)
    .leftJoin(digest, eq(digest.id, outboxMessages.foldedInto))
    .where(eq(outboxMessages.reportId, reportId))
    .orderBy(desc(outboxMessages.id))
    .limit(MOST_MESSAGES);
  const items = rows.map(({ message, digestState }) => ({
    ...{ kind: message.kind, state: message.state, text: message.text },
    stateLabel: messageStateLabel({ state: message.state, digestState }),
    createdAt: message.createdAt.toISOString(),
    acceptedAt: iso(message.acceptedAt),
    receivedAt: iso(message.receivedAt),
    seenAt: iso(message.seenAt),
    plan: planWords(message.plan ?? []),
  }));
  const told = citizenTold(rows.map(({ message, digestState }) => ({ state: message.state, digestState })));
  return { citizenTold: told, items };
}

function labelled({ code, state }: Pick<Report, 'code' | 'state'>) {
  return { code, state, stateLabel: stateLabels[state].vi };
}

function refusalOf(reason: string | null) {
  if (reason === null) return null;
  return { reason, text: isRefusalReason(reason) ? refusalReasons[reason].vi : reason };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
