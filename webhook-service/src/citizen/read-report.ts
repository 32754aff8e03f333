/** Everything a citizen sees of a report they sent or follow, read from where it is kept; nothing is decided here. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { answers, attachments, questions, ratings } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { holderOf } from '../conversation/moves/cannot.ts';
import { ownReportOf, type Stake } from '../conversation/moves/stakes.ts';
import { explainClock } from '../deadlines/clock.ts';
import { dueWords } from '../deadlines/due-words.ts';
import type { DuePolicy } from '../deadlines/policy-schema.ts';
import { selvesOf } from '../people/selves.ts';
import { type AnswerView, type ProofView, readAnswers } from '../public/answers-view.ts';
import { textOf } from '../public/html.ts';
import { reportView } from '../public/report-view.ts';
import { textsIn } from '../public/texts.ts';
import { eventWords } from '../public/timeline.ts';
import { agencyName } from '../reports/agency-names.ts';
import { duplicateOfferFor } from '../reports/duplicates/offer.ts';
import { isRefusalReason, refusalReasons } from '../reports/lifecycle/refusal-reasons.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { loadClocks } from '../reports/perform/clock-store.ts';
import { type ClockSetting, clockOf } from '../reports/perform/clocks-after.ts';
import type { Report } from '../reports/report.ts';
import { allowedActions } from './allowed-actions.ts';
import { attachmentOf } from './attachment-of.ts';
import { ownPhotos, publicationOf } from './read-publication.ts';
import type { ReportDetail, Standing } from './report-schemas.ts';

export interface ReadDeps {
  db: Db;
  setting: (tx: Tx) => Promise<ClockSetting>;
  policyByVersion: (tx: Tx, version: string) => Promise<DuePolicy | null>;
  publicUrl: string;
}

type Detail = Static<typeof ReportDetail>;

export async function readReport(stake: Stake, citizen: Citizen, deps: ReadDeps): Promise<Detail> {
  const { report, actor } = stake;
  const { db } = deps;
  const { language } = citizen;
  const view = await reportView(db, report.code, language);
  if (!view) throw new Error('a report that was just found is gone');
  const own = ownReportOf(stake);
  const { agency } = holderOf(report, language);
  const texts = textsIn(language);
  const nobody = report.state === 'awaiting_citizen' ? texts.intake : texts.someAgency;
  return {
    ...(await standingOf(db, stake, citizen)),
    ...(await publicationOf(db, { own, report }, { language, publicUrl: deps.publicUrl })),
    role: actor.role,
    mine: own && (await mineOf(db, own)),
    category: view.category,
    ward: view.ward,
    holder: textOf(texts.holder[report.state](view.agency ?? nobody)),
    agency,
    receivedAt: (own ?? report).receivedAt.toISOString(),
    due: await dueOf(report, { view, language, deps }),
    overdue: view.overdue,
    refusal: own && refusalOf(own, language),
    question: own && own.id === report.id ? await questionOf(db, own, language) : null,
    answers: await answersOf(db, report, citizen.id),
    timeline: view.history.map((entry) => ({
      at: entry.at,
      event: entry.event,
      text: textOf(eventWords(entry, language)),
    })),
  };
}

/** Also told in the chat; who has none learns it here. */
function refusalOf({ state, refusalReason }: Report, language: Citizen['language']): Detail['refusal'] {
  if (state !== 'refused' || refusalReason === null || !isRefusalReason(refusalReason)) return null;
  const { vi, en, whereVi, whereEn } = refusalReasons[refusalReason];
  return language === 'en' ? { reason: en, where: whereEn } : { reason: vi, where: whereVi };
}

/** State and what can be done now. */
export async function standingOf(db: Tx, stake: Stake, citizen: Citizen): Promise<Static<typeof Standing>> {
  const { report, through, code } = stake;
  const shown = through ?? report;
  const isOffered =
    through === null && stake.actor.role === 'reporter' && (await duplicateOfferFor(db, report.id)) !== null;
  const hasRated = (await ratingsOf(db, report.id, citizen.id)).some(({ round }) => round === report.round);
  return {
    code,
    state: shown.state,
    stateLabel: stateLabels[shown.state][citizen.language],
    mainCode: through && report.code,
    mainState: through && report.state,
    actions: allowedActions(stake, { hasRated, isOffered }),
  };
}

async function mineOf(db: Db, own: Report): Promise<Detail['mine']> {
  const { text, placeText, latitude, longitude } = own;
  const pieces = await db
    .select()
    .from(attachments)
    .where(eq(attachments.reportId, own.id))
    .orderBy(asc(attachments.sentAt), asc(attachments.id));
  return {
    ...{ text, latitude, longitude },
    place: placeText,
    photos: await ownPhotos(db, own.id),
    attachments: pieces.map(attachmentOf),
  };
}

async function dueOf(
  report: Report,
  {
    view,
    language,
    deps,
  }: { view: NonNullable<Awaited<ReturnType<typeof reportView>>>; language: Citizen['language']; deps: ReadDeps },
): Promise<Detail['due']> {
  const { dueAt, dueKind } = view;
  if (dueAt === null || dueKind === null) return null;
  const why = dueKind === 'accept' || dueKind === 'answer' ? await whyDue(report, dueKind, deps) : [];
  return { at: dueAt, kind: dueKind, words: dueWords(new Date(dueAt), language), why };
}

/** The clock in force, line by line, under the policy it was counted by. */
async function whyDue(
  report: Report,
  kind: 'accept' | 'answer',
  { db, setting, policyByVersion }: ReadDeps,
): Promise<string[]> {
  const clock = clockOf(await loadClocks(db, report.id), kind);
  if (!clock) return [];
  const { calendars } = await setting(db);
  const policy = await policyByVersion(db, clock.policyVersion);
  return explainClock(clock, { policyOf: () => policy, agencyName, calendars });
}

async function questionOf(db: Db, { id }: Report, language: Citizen['language']): Promise<Detail['question']> {
  const [open] = await db
    .select()
    .from(questions)
    .where(and(eq(questions.reportId, id), eq(questions.state, 'open')));
  return open
    ? {
        text: open.text,
        askedAt: open.askedAt.toISOString(),
        replyBy: open.waitDueAt.toISOString(),
        replyByWords: dueWords(open.waitDueAt, language),
      }
    : null;
}

async function answersOf(db: Db, report: Report, citizenId: number): Promise<Detail['answers']> {
  const given = await readAnswers(db, report, '/api/citizen/evidence');
  const rated = await ratingsOf(db, report.id, citizenId);
  return given.map(({ photos: pictures, documents, ...answer }: AnswerView) => {
    const mine = rated.find(({ round }) => round === answer.round);
    return {
      ...answer,
      photos: pictures.map(proof),
      documents: documents.map(proof),
      myRating: mine
        ? { level: mine.level, reasons: mine.reasons as never, ratedAt: mine.ratedAt.toISOString() }
        : null,
    };
  });
}

function ratingsOf(db: Tx, reportId: number, citizenId: number) {
  return db
    .select({ round: answers.round, level: ratings.level, reasons: ratings.reasons, ratedAt: ratings.ratedAt })
    .from(ratings)
    .innerJoin(answers, eq(answers.id, ratings.answerId))
    .where(and(eq(answers.reportId, reportId), inArray(ratings.citizenId, selvesOf(db, citizenId))))
    .orderBy(desc(answers.round));
}

function proof({ id, address, thumbnail, width, height, bytes }: ProofView) {
  return { id, url: address, thumbnailUrl: thumbnail, width, height, bytes };
}
