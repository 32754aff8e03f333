/** Who sent a report, for those who handle it; every look is written down (domain-hanoi §2.5: access control). */
import { and, eq, gte } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, reportHistory } from '../../../db/schema/index.ts';
import { dayNumberAt, startOfDay } from '../deadlines/calendar-day.ts';
import { phoneOpener } from '../notifications/delivery/phone.ts';
import { actingRole, type StaffMember } from '../reports/access/member.ts';
import { record } from '../reports/history/record.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { lockReports, type Report } from '../reports/report.ts';
import { nameOpener } from '../rights/name.ts';
import type { Reporter } from './detail-schemas.ts';

/** Those who work on a report; the others who may read it need not know whose it is. */
const HANDLING: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'handler', 'leader'];
/** Those who may look behind a hidden name: not the agency it is hidden from (§1.4). */
const REVEALING: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'operations'];

export interface ReporterDeps {
  db: Db;
  now: () => Date;
  dataKey: Buffer;
}

/**
 * The reporter as an ordinary reading of the report shows them: never whom they asked to hide, and only to those who handle it.
 * That a member has seen them is kept in the history once a day.
 */
export async function readReporter(
  report: Report,
  member: StaffMember,
  deps: ReporterDeps,
): Promise<Static<typeof Reporter>> {
  const hidden = report.hideMyName;
  const role = hidden ? null : actingRole(member, HANDLING, report);
  if (!role) return { name: null, phone: null, hidden };
  const who = await contactOf(deps.db, report, deps.dataKey);
  if (who.name !== null || who.phone !== null) await noteRead(report, { id: member.id, role }, deps);
  return { ...who, hidden };
}

/** As whom a member may look behind a hidden name; null when they may not. */
export function revealingRole(member: StaffMember, report: Report): StaffRole | null {
  // `actingRole` is for commands on reports, which operations never give.
  const [operations] = member.roles.filter((role) => role === 'operations');
  return actingRole(member, REVEALING, report) ?? operations ?? null;
}

/** Shows the reporter although they hide their name; each time is in the history, with who and why. */
export async function revealReporter(
  report: Report,
  { id, role, reason }: { id: string; role: StaffRole; reason: string },
  { db, now, dataKey }: ReporterDeps,
): Promise<Static<typeof Reporter>> {
  return db.transaction(async (tx) => {
    await lockReports(tx, [report.id]);
    const actor = { kind: 'staff' as const, role, id };
    await record(tx, report.id, [{ event: 'reporter_revealed', actor, at: now(), isPublic: false, reason }]);
    return { ...(await contactOf(tx, report, dataKey)), hidden: report.hideMyName };
  });
}

async function contactOf(
  tx: Tx,
  { citizenId }: Report,
  dataKey: Buffer,
): Promise<Pick<Static<typeof Reporter>, 'name' | 'phone'>> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, citizenId));
  if (!citizen) return { name: null, phone: null };
  return { name: nameOpener(dataKey)(citizen), phone: phoneOpener(dataKey)(citizen) };
}

const READ = 'reporter_read';

async function noteRead(
  report: Report,
  { id, role }: { id: string; role: StaffRole },
  { db, now }: ReporterDeps,
): Promise<void> {
  const at = now();
  const today = new Date(startOfDay(dayNumberAt(at.getTime())));
  const { reportId, event, actor } = reportHistory;
  const isNoted = async (tx: Tx) => {
    const same = and(eq(reportId, report.id), eq(event, READ), eq(actor, id), gte(reportHistory.at, today));
    return (await tx.select({ seq: reportHistory.seq }).from(reportHistory).where(same).limit(1)).length > 0;
  };
  if (await isNoted(db)) return;
  await db.transaction(async (tx) => {
    await lockReports(tx, [report.id]);
    // Two windows of one person at once.
    if (await isNoted(tx)) return;
    await record(tx, report.id, [{ event: READ, actor: { kind: 'staff', role, id }, at, isPublic: false }]);
  });
}
