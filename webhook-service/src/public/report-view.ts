import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { reportHistory, reports } from '../../../db/schema/index.ts';
import { wardName } from '../../../db/seed/admin-units.ts';
import { agencyName } from '../reports/agency-names.ts';
import { type ReportState, stateLabels } from '../reports/lifecycle-states.ts';
import { categoryName } from '../reports/receive-report.ts';

/** What anyone who knows the code may see: no words, no photos, no exact place, nobody's name. */
export interface ReportView {
  code: string;
  state: ReportState;
  stateLabel: string;
  category: string | null;
  ward: string | null;
  agency: string | null;
  receivedAt: string;
  /** The due time that counts now: of acceptance while received, of the answer afterwards. */
  dueAt: string | null;
  dueKind: 'accept' | 'answer' | null;
  overdue: boolean;
  history: { at: string; event: string; agency: string | null }[];
}

/** Reads the public side of a report; null when there is none with this code. */
export async function reportView(db: Db, code: string): Promise<ReportView | null> {
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
  return {
    code: report.code,
    state: report.state,
    stateLabel: stateLabels[report.state].vi,
    category: report.categoryCode && decided ? categoryName(report.categoryCode, 'vi') : null,
    ward: report.wardCode && report.wardBasis !== 'unclear-guess' ? wardName(report.wardCode) : null,
    agency: report.agencyCode ? agencyName(report.agencyCode) : null,
    receivedAt: report.receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    dueKind: dueAt ? (waiting ? 'accept' : 'answer') : null,
    overdue: report.overdueAt !== null,
    history: entries
      .filter((entry) => entry.isPublic)
      .map(({ at, event, data }) => ({
        at: at.toISOString(),
        event,
        agency: typeof data.agencyCode === 'string' ? agencyName(data.agencyCode) : null,
      })),
  };
}
