/** Does what an official's words say, by the same commands, limits and gate as the desk. */
import type { Tx } from '../../../../db/client.ts';
import { AppError } from '../../errors.ts';
import { actingRole, type StaffMember } from '../../reports/access/member.ts';
import { agencyName } from '../../reports/agency-names.ts';
import { evidenceForAnswer } from '../../reports/evidence/evidence-for-answer.ts';
import { record } from '../../reports/history/record.ts';
import type { CommandType, ReportCommand } from '../../reports/lifecycle/commands.ts';
import { refusalReasons } from '../../reports/lifecycle/refusal-reasons.ts';
import { refusals } from '../../reports/lifecycle/refusals.ts';
import type { Actor } from '../../reports/lifecycle/roles.ts';
import { table } from '../../reports/lifecycle/table.ts';
import { loadClocks } from '../../reports/perform/clock-store.ts';
import { clockOf } from '../../reports/perform/clocks-after.ts';
import { type PerformDeps, perform } from '../../reports/perform/perform.ts';
import type { Report } from '../../reports/report.ts';
import { extensionMinutes, momentOf } from './extension-length.ts';
import type { ConsoleDeed, ConsoleReading } from './marks.ts';
import { readUnit } from './said-unit.ts';
import { type HeldCode, trayWords } from './tray-words.ts';

export interface CarryOut {
  member: StaffMember;
  reading: ConsoleReading;
  /** What was sent with an answer. */
  evidenceIds: readonly number[];
  now: Date;
}

const COMMANDS: Readonly<Record<Exclude<ConsoleDeed, 'note'>, CommandType>> = {
  answer: 'answer',
  ask: 'askCitizen',
  accept: 'accept',
  extend: 'extend',
  handOver: 'handOver',
  refuse: 'refuse',
};
/** Who does one of these has plainly taken the case on, and need not say so first. */
const IMPLY_ACCEPTANCE: readonly CommandType[] = ['answer', 'askCitizen', 'extend'];

/**
 * Gives the command in the caller's transaction; `report` is locked in it. A note gives none and is only recorded.
 * @throws AppError as `perform` does, or with a code of `tray-words.ts`: then nothing of it may be committed.
 */
export async function carryOut(tx: Tx, report: Report, what: CarryOut, deps: PerformDeps): Promise<void> {
  const { member, reading, now } = what;
  if (reading.deed === 'note') return keepNote(tx, report, reading.marked, what, deps);
  if (reading.deed === 'accept' && !mayAccept(member, report)) return keepNote(tx, report, true, what, deps);
  const type = COMMANDS[reading.deed];
  const actor = actorIn(member, type, report);
  const command = await commandOf(tx, report, what, actor, deps);
  if (!command) return keepNote(tx, report, true, what, deps);
  const held = IMPLY_ACCEPTANCE.includes(type) ? await acceptFirst(tx, report, what, deps) : report;
  await perform(tx, held, { command, actor, saidInChat: true }, now, deps);
}

/** "Đã tiếp nhận, sẽ kiểm tra" about what is under way, or from the intake desk, is news and no command. */
function mayAccept(member: StaffMember, report: Report): boolean {
  return 'to' in table.accept.moves[report.state] && actingRole(member, table.accept.roles, report) !== null;
}

/** As whom they act. @throws AppError when the role may not, or does not reach this report. */
function actorIn(member: StaffMember, type: CommandType, report: Report): Actor {
  const { roles } = table[type];
  const role = actingRole(member, roles, report);
  if (role) return { kind: 'staff', role, id: member.id };
  if (member.roles.some((held) => (roles as readonly string[]).includes(held))) throw held('not_for_this_report');
  throw new AppError({ code: 'not_for_this_role', status: 403, detail: refusals.not_for_this_role });
}

async function acceptFirst(tx: Tx, report: Report, { member, now }: CarryOut, deps: PerformDeps): Promise<Report> {
  if (!mayAccept(member, report)) return report;
  const role = actingRole(member, table.accept.roles, report);
  if (!role) return report;
  const actor: Actor = { kind: 'staff', role, id: member.id };
  return perform(tx, report, { command: { type: 'accept' }, actor, saidInChat: true }, now, deps);
}

/** Null: a promise within the due time, which asks for no extension. */
async function commandOf(
  tx: Tx,
  report: Report,
  { reading, evidenceIds, now }: CarryOut,
  actor: Actor,
  deps: PerformDeps,
): Promise<ReportCommand | null> {
  switch (reading.deed) {
    case 'answer': {
      const pieces = await evidenceForAnswer(tx, report.id, evidenceIds);
      const evidence = pieces.map(({ id, kind, sha256, fingerprint }) => ({ id, kind, sha256, fingerprint }));
      const { text, noEvidence } = reading;
      return { type: 'answer', answer: { text, evidence, ...(noEvidence && { noEvidence }) } };
    }
    case 'ask':
      return { type: 'askCitizen', question: reading.question };
    case 'accept':
      return { type: 'accept' };
    case 'extend': {
      const until = reading.until && momentOf(reading.until, now);
      if (!until) throw held('date_unclear');
      const { calendars } = await deps.setting(tx);
      const minutes = extensionMinutes(until, clockOf(await loadClocks(tx, report.id), 'answer'), calendars);
      return minutes === null ? null : { type: 'extend', minutes, reason: reading.reason };
    }
    case 'handOver': {
      const unit = readUnit(reading.unit);
      if (!unit.ok) throw held('unit_unclear', { units: unit.candidates.map(agencyName) });
      // An agency says it is not theirs; whoever coordinates gives it to whose it is.
      const why = actor.role === 'handler' || actor.role === 'leader' ? 'not_mine' : 'returned';
      return { type: 'handOver', agencyCode: unit.code, reason: reading.reason, why };
    }
    case 'refuse': {
      const [reason, ...more] = reading.reasons;
      if (!reason || more.length > 0)
        throw held('refusal_reason_unclear', { reasons: reading.reasons.map((code) => refusalReasons[code].vi) });
      return { type: 'refuse', reason };
    }
    case 'note':
      return null;
  }
}

/**
 * The words stay beside the report, in `console_messages`; the history says that and when the unit spoke. Only what is marked
 * as progress is shown to the public, and takes the case on: "Chào bác" does neither.
 */
async function keepNote(tx: Tx, report: Report, marked: boolean, what: CarryOut, deps: PerformDeps): Promise<void> {
  const { member, now } = what;
  const role = actingRole(member, NOTE_ROLES, report);
  if (!role) throw held('not_for_this_report');
  if (marked) await acceptFirst(tx, report, what, deps);
  const actor: Actor = { kind: 'staff', role, id: member.id };
  const event = marked ? 'progress_noted' : 'chat_noted';
  await record(tx, report.id, [
    { event, actor, at: now, isPublic: marked, data: { ...(report.agencyCode && { agencyCode: report.agencyCode }) } },
  ]);
}

const NOTE_ROLES = ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice'] as const;

function held(code: HeldCode, extensions: Record<string, unknown> = {}): AppError {
  return new AppError({ code, status: 422, detail: trayWords(code), extensions });
}
