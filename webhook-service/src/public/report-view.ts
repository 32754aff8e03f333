import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { reportHistory, reports } from '../../../db/schema/index.ts';
import { wardName } from '../../../db/seed/admin-units.ts';
import { type PriorityClass, priorityPolicy } from '../../../db/seed/priority-policy.ts';
import type { Language } from '../deadlines/due-words.ts';
import { agencyName } from '../reports/agency-names.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { type ReportState, stateLabels } from '../reports/lifecycle/states.ts';
import { agencyGloss, wardNameEn } from './agency-gloss.ts';
import { lengthInMinutes, type ReportClock, readCounted } from './report-clock.ts';

/** What anyone who knows the code may see: no words, no photos, no exact place, nobody's name. */
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
  /** The due time that counts now: of acceptance while received, of the answer afterwards. */
  dueAt: string | null;
  dueKind: 'accept' | 'answer' | null;
  /** What that due time was made of, where the history says. */
  clock: ReportClock | null;
  overdue: boolean;
  history: HistoryView[];
}

export interface HistoryView {
  at: string;
  event: string;
  agency: string | null;
  /** Due time the event set or broke. */
  dueAt: string | null;
  /** What the citizen added: kinds, never contents. */
  added: Addition[];
}

export const additions = ['photos', 'place', 'words'] as const;
export type Addition = (typeof additions)[number];

type Report = typeof reports.$inferSelect;
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
  const dueAt = waiting ? report.acceptDueAt : report.answerDueAt;
  // An unconfirmed suggestion is our guess, not the citizen's word: it is not shown as a fact.
  const decided = report.categoryBasis === 'staff' || !waiting;
  const nameOfWard = language === 'vi' ? wardName : wardNameEn;
  return {
    code: report.code,
    state: report.state,
    stateLabel: stateLabels[report.state][language],
    category: report.categoryCode && decided ? categoryName(report.categoryCode, language) : null,
    ward: report.wardCode && report.wardBasis !== 'unclear-guess' ? nameOfWard(report.wardCode) : null,
    agency: report.agencyCode ? agencyName(report.agencyCode) : null,
    agencyGloss: report.agencyCode && language !== 'vi' ? agencyGloss(report.agencyCode) : null,
    receivedAt: report.receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    dueKind: dueAt ? (waiting ? 'accept' : 'answer') : null,
    clock: dueAt ? clockOf(report, entries, dueAt.toISOString()) : null,
    overdue: report.overdueAt !== null,
    history: entries.filter((entry) => entry.isPublic).map(historyView),
  };
}

function historyView({ at, event, data }: Entry): HistoryView {
  const dueAt = data.dueAt ?? data.answerDueAt;
  return {
    at: at.toISOString(),
    event,
    agency: typeof data.agencyCode === 'string' ? agencyName(data.agencyCode) : null,
    dueAt: typeof dueAt === 'string' ? dueAt : null,
    added: additions.filter((kind) => data[kind] === true),
  };
}

/** The clock of the event that set this due time; null when none did, so that no reason is invented. */
function clockOf(report: Report, entries: readonly Entry[], dueAt: string): ReportClock | null {
  const entry = entries.findLast(({ data }) => data.answerDueAt === dueAt || data.acceptDueAt === dueAt);
  const counted = readCounted(entry?.data.counted);
  if (!entry || !counted) return null;
  const { priorityClass = report.priorityClass } = entry.data;
  return {
    startedAt: entry.at.toISOString(),
    minutes: lengthInMinutes(counted),
    hours: isPriorityClass(priorityClass) ? priorityPolicy[priorityClass].clock : 'working',
    counted,
  };
}

function isPriorityClass(value: unknown): value is PriorityClass {
  return typeof value === 'string' && value in priorityPolicy;
}
