/** Changes of a report that nobody decided about this report: a new ward map, a new calendar. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { calendarChanges, reports } from '../../../../db/schema/index.ts';
import { dateWords, dueWords } from '../../deadlines/due-words.ts';
import { agencyName } from '../agency-names.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import type { RehomingMove } from '../rehome/apply.ts';
import { lockReports, type Report } from '../report.ts';
import { tellCitizen } from '../tell-citizen.ts';

/**
 * Gives a report to the successor of its ward or agency (tổ chức lại đơn vị hành chính). Clocks run on, nobody is blamed:
 * it is no hand-over. Doing it again changes nothing.
 */
export async function rehomeReport(tx: Tx, reportId: number, move: RehomingMove): Promise<void> {
  const { wardCode, agencyCode, because, batchId, now } = move;
  const actor: Actor = { kind: 'staff', role: 'operations', id: move.by };
  const report = (await lockReports(tx, [reportId])).get(reportId);
  if (!report || (report.wardCode === wardCode && report.agencyCode === agencyCode)) return;
  await tx
    .update(reports)
    .set({ wardCode, agencyCode, version: report.version + 1 })
    .where(eq(reports.id, reportId));
  const data = { agencyCode, from: report.agencyCode, wardCode, fromWard: report.wardCode, because, batchId };
  await record(tx, reportId, [{ event: 'rehomed', actor, at: now, isPublic: true, data }], around(report));
  if (!agencyCode || agencyCode === report.agencyCode) return;
  await tellCitizen(tx, report, {
    kind: 'rehomed',
    key: String(report.version + 1),
    say: (texts, language) =>
      texts.handedOver({
        code: report.code,
        agency: agencyName(agencyCode),
        date: dateWords(now, language),
        dueAt: report.answerDueAt ? dueWords(report.answerDueAt, language) : null,
      }),
    now,
  });
}

/** The same for a change that is on record: who made it, and why. */
export async function noteRecounted(tx: Tx, changeId: number, moved: readonly MovedDue[], now: Date): Promise<void> {
  const [change] = await tx.select().from(calendarChanges).where(eq(calendarChanges.id, changeId));
  if (!change) return;
  const by: Actor = { kind: 'staff', role: 'operations', id: change.changedBy };
  await noteMovedDues(tx, moved, { reason: change.reason, by, now });
}

export interface MovedDue {
  reportId: number;
  kind: 'accept' | 'answer' | 'finish';
  from: Date | null;
  to: Date | null;
}

/**
 * Due times that a change of the calendar moved: into the history of each report, and to the citizen where it is the one
 * they were promised. The rows have been changed by whoever counted.
 */
export async function noteMovedDues(
  tx: Tx,
  moved: readonly MovedDue[],
  change: { reason: string; by: Actor; now: Date },
): Promise<void> {
  const found = await lockReports(tx, [...new Set(moved.map(({ reportId }) => reportId))]);
  for (const { reportId, kind, from, to } of moved) {
    const report = found.get(reportId);
    if (!report) continue;
    const data = { clock: kind, from: from?.toISOString() ?? null, dueAt: to?.toISOString() ?? null };
    const entry = { event: 'due_changed', actor: change.by, at: change.now, reason: change.reason, data };
    await record(tx, reportId, [{ ...entry, isPublic: isPromised(report, kind) }], around(report));
    if (!to || !isPromised(report, kind)) continue;
    await tellCitizen(tx, report, {
      kind: 'due_changed',
      // The same time may be promised again after it was taken back.
      key: `${kind}:${to.getTime()}:${change.now.getTime()}`,
      say: (texts, language) =>
        texts.dueChanged({ code: report.code, dueAt: dueWords(to, language), reason: change.reason }),
      now: change.now,
    });
  }
}

/** The due time the citizen was last given: of passing it on, then of the answer. */
function isPromised({ state }: Report, kind: MovedDue['kind']): boolean {
  return kind === (state === 'received' ? 'accept' : 'answer');
}

function around({ receivedDay, agencyCode, wardCode, categoryCode, state }: Report) {
  return { receivedDay, agencyCode, wardCode, categoryCode, stateBefore: state, stateAfter: state };
}
