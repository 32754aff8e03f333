/** Reads what decides about an official's message: whose account it is, and which reports it can be about. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import {
  consoleAccounts,
  consoleMessages,
  drafts,
  outboxMessages,
  reports,
  staffMembers,
  staffRoles,
} from '../../../../db/schema/index.ts';
import { actingRole, intakeDesk, type StaffMember } from '../../reports/access/member.ts';
import type { Report } from '../../reports/report.ts';
import { findReportCode } from '../../reports/report-code.ts';
import type { ConsoleMessage } from './note-message.ts';
import type { TieCandidate, TieFacts } from './tie.ts';

/** The citizen's reports that are looked at; an official answers what is recent, or quotes it, or names its code. */
const MOST_REPORTS = 30;

/** The active member whose console account typed it; null when the account is nobody's we know. */
export async function memberOfAccount(tx: Tx, adminId: string): Promise<StaffMember | null> {
  const [row] = await tx
    .select({ member: staffMembers })
    .from(consoleAccounts)
    .innerJoin(staffMembers, eq(staffMembers.id, consoleAccounts.staffId))
    .where(and(eq(consoleAccounts.adminId, adminId), eq(staffMembers.active, true)));
  return row ? asMember(row.member) : null;
}

/** The active member of this id, as the desk knows them; null when there is none any more. */
export async function memberById(tx: Tx, id: string): Promise<StaffMember | null> {
  if (id === intakeDesk.id) return intakeDesk;
  if (!/^\d{1,15}$/.test(id)) return null;
  const [row] = await tx
    .select()
    .from(staffMembers)
    .where(and(eq(staffMembers.id, Number(id)), eq(staffMembers.active, true)));
  return row ? asMember(row) : null;
}

/** What `tie` decides by. */
export async function readTieFacts(tx: Tx, message: ConsoleMessage, member: StaffMember | null): Promise<TieFacts> {
  const { citizenId } = message;
  const rows = await tx
    .select()
    .from(reports)
    .where(eq(reports.citizenId, citizenId))
    .orderBy(desc(reports.id))
    .limit(MOST_REPORTS);
  const candidate = (report: Report): TieCandidate => ({
    id: report.id,
    code: report.code,
    state: report.state,
    within: member !== null && actingRole(member, staffRoles, report) !== null,
  });
  const quotedId = await quotedReport(tx, message);
  const quoted = quotedId === null ? null : await ownReport(tx, citizenId, eq(reports.id, quotedId));
  return {
    linked: member !== null,
    quoted: quoted && candidate(quoted),
    code: quotedId !== null && !quoted ? { is: 'another' } : await codeIn(tx, message, candidate),
    reports: rows.map(candidate),
  };
}

/** The report a person chose at the desk; null unless it is of the citizen in whose chat the message was typed. */
export async function chosenReport(tx: Tx, citizenId: number, reportId: number): Promise<TieCandidate | null> {
  const report = await ownReport(tx, citizenId, eq(reports.id, reportId));
  return report && { id: report.id, code: report.code, state: report.state, within: true };
}

async function codeIn(
  tx: Tx,
  { text, citizenId }: ConsoleMessage,
  candidate: (report: Report) => TieCandidate,
): Promise<TieFacts['code']> {
  const reading = findReportCode(text);
  if (!reading.ok) return { is: reading.reason === 'check' ? 'misspelt' : 'none' };
  const [report] = await tx.select().from(reports).where(eq(reports.code, reading.code));
  if (!report) return { is: 'unknown' };
  return report.citizenId === citizenId ? { is: 'own', report: candidate(report) } : { is: 'another' };
}

async function ownReport(tx: Tx, citizenId: number, which: ReturnType<typeof eq>): Promise<Report | null> {
  const [report] = await tx
    .select()
    .from(reports)
    .where(and(which, eq(reports.citizenId, citizenId)));
  return report ?? null;
}

/** Quoted may be a message of ours, an earlier one of an official, or the citizen's own words (§1.10). */
async function quotedReport(tx: Tx, { quotedMessageId, citizenId }: ConsoleMessage): Promise<number | null> {
  if (quotedMessageId === null) return null;
  const [ours] = await tx
    .select({ reportId: outboxMessages.reportId })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.zaloMessageId, quotedMessageId), eq(outboxMessages.citizenId, citizenId)));
  if (ours) return ours.reportId;
  const [official] = await tx
    .select({ reportId: consoleMessages.reportId })
    .from(consoleMessages)
    .where(and(eq(consoleMessages.zaloMessageId, quotedMessageId), eq(consoleMessages.citizenId, citizenId)));
  if (official) return official.reportId;
  const [told] = await tx
    .select({ reportId: reports.id })
    .from(drafts)
    .innerJoin(reports, eq(reports.draftId, drafts.id))
    .where(
      and(
        eq(drafts.citizenId, citizenId),
        sql`${drafts.content} -> 'texts' @> ${JSON.stringify([{ messageId: quotedMessageId }])}::jsonb`,
      ),
    );
  return told?.reportId ?? null;
}

function asMember({ id, name, roles, agencyCodes, categoryCodes }: typeof staffMembers.$inferSelect): StaffMember {
  return { id: String(id), name, roles, agencyCodes, categoryCodes };
}
