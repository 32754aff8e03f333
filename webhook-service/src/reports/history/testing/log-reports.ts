import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../../../../../db/client.ts';
import { citizens, reports } from '../../../../../db/schema/index.ts';
import { dayNumberAt, localDateOf } from '../../../deadlines/calendar-day.ts';
import { type Actor, reporter, system } from '../../lifecycle/roles.ts';
import type { ReportState } from '../../lifecycle/states.ts';
import { newReportCode } from '../../report-code.ts';
import { record } from '../record.ts';

export const officer: Actor = { kind: 'staff', role: 'handler', id: '7' };

export interface LoggedReport {
  id: number;
  code: string;
  receivedDay: string;
  state: ReportState;
}

/** A report with its `received` entry, row and tallies as the service writes them. */
export async function logReport(db: Db, receivedAt: Date): Promise<LoggedReport> {
  return await db.transaction(async (tx) => {
    const [citizen] = await tx
      .insert(citizens)
      .values({ oaUserId: randomBytes(8).toString('hex') })
      .returning();
    const citizenId = citizen?.id ?? 0;
    const receivedDay = localDateOf(dayNumberAt(receivedAt.getTime()));
    const code = newReportCode(randomBytes);
    const [report] = await tx
      .insert(reports)
      .values({
        code,
        state: 'received',
        channel: 'chat',
        citizenId,
        text: 'Ổ gà giữa đường',
        priorityClass: 'normal',
        receivedAt,
        receivedDay,
        acceptDueAt: receivedAt,
        policyVersion: 'test',
      })
      .returning();
    const logged = { id: report?.id ?? 0, code, receivedDay, state: 'received' as const };
    const tally = { ...whereabouts(logged), stateBefore: null, stateAfter: logged.state };
    await record(
      tx,
      logged.id,
      [{ event: 'received', actor: reporter(citizenId), at: receivedAt, isPublic: true }],
      tally,
    );
    return logged;
  });
}

/** Moves a report as the service does: row, entry and tallies in one transaction. @returns the report as it is now. */
export async function logMove(
  db: Db,
  report: LoggedReport,
  move: { event: string; to: ReportState; at: Date; agencyCode?: string; data?: Record<string, unknown> },
): Promise<LoggedReport> {
  await db.transaction(async (tx) => {
    await tx.update(reports).set({ state: move.to }).where(eq(reports.id, report.id));
    const entry = { event: move.event, actor: system, at: move.at, isPublic: true, data: move.data ?? {} };
    const tally = { ...whereabouts(report), stateBefore: report.state, stateAfter: move.to };
    await record(tx, report.id, [entry], { ...tally, agencyCode: move.agencyCode ?? null });
  });
  return { ...report, state: move.to };
}

function whereabouts({ receivedDay }: LoggedReport) {
  return { receivedDay, agencyCode: null, wardCode: null, categoryCode: null };
}
