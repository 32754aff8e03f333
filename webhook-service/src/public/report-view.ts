import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { reportHistory, reports } from '../../../db/schema/index.ts';
import { wardName } from '../../../db/seed/admin-units.ts';
import type { Language } from '../deadlines/due-words.ts';
import { agencyName } from '../reports/agency-names.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { type ReportState, stateLabels } from '../reports/lifecycle/states.ts';
import { loadClocks } from '../reports/perform/clock-store.ts';
import { clockOf } from '../reports/perform/clocks-after.ts';
import type { Report } from '../reports/report.ts';
import { agencyGloss, wardNameEn } from './agency-gloss.ts';
import { type AnswerView, answeredReport, answersArePublic, readAnswers } from './answers-view.ts';
import { type ReportClock, reportClock } from './report-clock.ts';

/** What anyone who knows the code may see: no words or photos of the citizen, no exact place, nobody's name. */
export interface ReportView {
  code: string;
  state: ReportState;
  stateLabel: string;
  category: string | null;
  ward: string | null;
  /** Its Vietnamese name: names of bodies are not translated. */
  agency: string | null;
  /** What that body is, when the reader's language is not Vietnamese. */
  agencyGloss: string | null;
  receivedAt: string;
  /** The due time that counts now: of passing it on, of the answer, of the citizen's reply, of their word on the result. */
  dueAt: string | null;
  dueKind: DueKind | null;
  /** What that due time was made of, where the history says. */
  clock: ReportClock | null;
  overdue: boolean;
  /** The report this one was merged into. */
  main: { code: string; stateLabel: string } | null;
  /** Latest first; those of the main report when it was merged. */
  answers: AnswerView[];
  /** There are answers, but only those who sent or follow the report read them. */
  answersHidden: boolean;
  history: HistoryView[];
}

export type DueKind = 'accept' | 'answer' | 'reply' | 'confirm';

export interface HistoryView {
  at: string;
  event: string;
  agency: string | null;
  /** The agency that had it before. */
  from: string | null;
  /** Due time the event set or broke. */
  dueAt: string | null;
  /** What the citizen added: kinds, never contents. */
  added: Addition[];
  /** Why a due time changed, in the words of the office. */
  reason: string | null;
  /** Code of the report it was merged into. */
  into: string | null;
}

export const additions = ['photos', 'place', 'words'] as const;
export type Addition = (typeof additions)[number];

type Entry = typeof reportHistory.$inferSelect;

/** Reads the public side of a report; null when there is none with this code. */
export async function reportView(db: Db, code: string, language: Language = 'vi'): Promise<ReportView | null> {
  const [report] = await db.select().from(reports).where(eq(reports.code, code));
  if (!report) return null;
  const entries = await db
    .select()
    .from(reportHistory)
    .where(eq(reportHistory.reportId, report.id))
    .orderBy(asc(reportHistory.id));
  const waiting = report.state === 'received';
  const { dueAt, dueKind } = dueOf(report);
  const answered = await answeredReport(db, report);
  const isOpenToAll = answersArePublic(answered);
  const answers = await readAnswers(db, answered, `/tra-cuu/${report.code}/minh-chung`);
  // An unconfirmed suggestion is our guess, not the citizen's word: it is not shown as a fact.
  const decided = report.categoryBasis === 'staff' || !waiting;
  // While intake asks or decides, no agency has it, whichever had it before.
  const atIntake = waiting || (report.state === 'awaiting_citizen' && report.resumeState === 'received');
  const holder = atIntake ? null : report.agencyCode;
  const nameOfWard = language === 'vi' ? wardName : wardNameEn;
  return {
    code: report.code,
    state: report.state,
    stateLabel: stateLabels[report.state][language],
    category: report.categoryCode && decided ? categoryName(report.categoryCode, language) : null,
    ward: report.wardCode && report.wardBasis !== 'unclear-guess' ? nameOfWard(report.wardCode) : null,
    agency: holder ? agencyName(holder) : null,
    agencyGloss: holder && language !== 'vi' ? agencyGloss(holder) : null,
    receivedAt: report.receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    dueKind,
    clock: dueAt && (dueKind === 'accept' || dueKind === 'answer') ? await runningClock(db, report, dueKind) : null,
    overdue: report.overdueAt !== null,
    main: answered.id === report.id ? null : { code: answered.code, stateLabel: stateLabels[answered.state][language] },
    answers: isOpenToAll ? answers : [],
    answersHidden: !isOpenToAll && answers.length > 0,
    history: entries.filter((entry) => entry.isPublic).map(historyView),
  };
}

/** What is waited for now, and until when. */
function dueOf({ state, dueAt, acceptDueAt, answerDueAt }: Report): { dueAt: Date | null; dueKind: DueKind | null } {
  const due = (kind: DueKind, at: Date | null) => ({ dueAt: at, dueKind: at && kind });
  switch (state) {
    case 'received':
      return due('accept', acceptDueAt);
    case 'dispatched':
    case 'in_progress':
      return due('answer', answerDueAt);
    case 'awaiting_citizen':
      return due('reply', dueAt);
    case 'answered':
      return due('confirm', dueAt);
    default:
      return due('answer', null);
  }
}

function historyView({ at, event, data, reason }: Entry): HistoryView {
  const dueAt = data.dueAt ?? data.answerDueAt;
  return {
    at: at.toISOString(),
    event,
    agency: typeof data.agencyCode === 'string' ? agencyName(data.agencyCode) : null,
    from: event !== 'due_changed' && typeof data.from === 'string' ? agencyName(data.from) : null,
    dueAt: typeof dueAt === 'string' ? dueAt : null,
    added: additions.filter((kind) => data[kind] === true),
    reason: GIVES_REASON.has(event) ? reason : null,
    into: typeof data.into === 'string' ? data.into : null,
  };
}

/** Events whose reason the citizen was told, too. */
const GIVES_REASON: ReadonlySet<string> = new Set(['extended', 'due_changed']);

/** The clock that runs, as it is counted now; null when there is none, so that no reason is invented. */
async function runningClock(db: Db, { id }: Report, kind: 'accept' | 'answer'): Promise<ReportClock | null> {
  const clock = clockOf(await loadClocks(db, id), kind);
  return clock && reportClock(clock);
}
