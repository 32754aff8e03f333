/**
 * An official's message, once the files that may follow it are in: whose it is, which report it is about, and then what it says,
 * by the same commands as the desk's. Whatever it lacks is told to staff only: the citizen reads this chat.
 */
import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { consoleMessages } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { MediaStore } from '../../media/store.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import type { StaffMember } from '../../reports/access/member.ts';
import type { Actor } from '../../reports/lifecycle/roles.ts';
import { table } from '../../reports/lifecycle/table.ts';
import { noteGateRefusal } from '../../reports/perform/note-gate-refusal.ts';
import type { PerformDeps } from '../../reports/perform/perform.ts';
import { lockReports } from '../../reports/report.ts';
import { carryOut } from './carry-out.ts';
import { keepEvidence, takeOverEarlierTries } from './keep-evidence.ts';
import { type ConsoleReading, type NameableDeed, nameableDeeds, readAs, readMarks } from './marks.ts';
import type { ConsoleMessage } from './note-message.ts';
import { chosenReport, memberById, memberOfAccount, readTieFacts } from './read-facts.ts';
import { heldBackNote, staffNotes, tellOfficial } from './staff-notes.ts';
import { type Tie, type TieCandidate, tie } from './tie.ts';
import { trayWords } from './tray-words.ts';

export interface ConsoleDeps extends PerformDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  mediaHosts: readonly string[];
}

/**
 * Carries out one message, or leaves it where staff look for it. May run twice and be killed anywhere: the message is claimed
 * by compare-and-set in the transaction that gives the command.
 * @throws AppError `console_file_…` while a file may still be fetched; TryAgainIn before its time.
 */
export async function settleConsoleMessage(messageId: number, deps: ConsoleDeps): Promise<void> {
  const [message] = await deps.db.select().from(consoleMessages).where(eq(consoleMessages.id, messageId));
  if (message?.state !== 'gathering' || message.belongsTo !== null) return;
  const early = message.settleAt.getTime() - deps.now().getTime();
  if (early > 0) throw new TryAgainIn(early);
  const { member, tied } = await deps.db.transaction((tx) => look(tx, message));
  const reading = readingOf(message);
  if ('tray' in tied || !member) return leaveInTray(message, reading, tied, deps);
  await settleTied({ message, member, reading, report: tied.tied }, deps);
}

interface Tied {
  message: ConsoleMessage;
  member: StaffMember;
  reading: ConsoleReading;
  report: TieCandidate;
}

/** Whoever decided about it at the desk acts; otherwise the one who typed it. */
async function look(tx: Tx, message: ConsoleMessage): Promise<{ member: StaffMember | null; tied: Tie }> {
  const { settledBy, reportId, adminId, citizenId } = message;
  if (settledBy !== null && reportId !== null) {
    const member = await memberById(tx, settledBy);
    const chosen = await chosenReport(tx, citizenId, reportId);
    if (member && chosen) return { member, tied: { tied: chosen, by: 'code' } };
  }
  const member = await memberOfAccount(tx, adminId);
  return { member, tied: tie(await readTieFacts(tx, message, member)) };
}

/** At the desk a person may have said what words without a mark do. */
function readingOf({ text, deed, settledBy }: ConsoleMessage): ConsoleReading {
  return settledBy !== null && isNameable(deed) ? readAs(deed, text) : readMarks(text);
}

async function settleTied({ message, member, reading, report }: Tied, deps: ConsoleDeps): Promise<void> {
  let evidenceIds: number[] = [];
  if (reading.deed === 'answer') {
    await deps.db.transaction((tx) => takeOverEarlierTries(tx, message, report.id));
    evidenceIds = await keepEvidence(message, { id: report.id, uploadedBy: member.id }, deps);
  }
  try {
    await deps.db.transaction(async (tx) => {
      const locked = (await lockReports(tx, [report.id])).get(report.id);
      const values = { reportId: report.id, deed: reading.deed, finding: null };
      if (!locked || !(await claim(tx, message, 'done', values, deps.now()))) return;
      await carryOut(tx, locked, { member, reading, evidenceIds, now: deps.now() }, deps);
    });
  } catch (error) {
    // Somebody was quicker, or something broke: the job comes back.
    if (!(error instanceof AppError) || error.status >= 500 || error.code === 'report_changed') throw error;
    await holdBack({ message, member, reading, report }, error, deps);
  }
}

/** Understood, but the gate or the lifecycle said no. */
async function holdBack({ message, member, reading, report }: Tied, error: AppError, deps: ConsoleDeps): Promise<void> {
  const now = deps.now();
  const missing = missingIn(error);
  const { missing: _, ...more } = error.extensions;
  const finding = { code: error.code, detail: error.detail, missing, ...more };
  const held = await deps.db.transaction(async (tx) => {
    const values = { reportId: report.id, deed: reading.deed, finding };
    if (!(await claim(tx, message, 'held_back', values, now))) return false;
    const text = heldBackNote(reading.deed, { code: report.code, detail: error.detail, missing });
    await tellOfficial(tx, { staffId: member.id, text, key: keyOf(message), now });
    return true;
  });
  if (!held || reading.deed !== 'answer') return;
  const actor = actorOf(member);
  await noteGateRefusal(deps.db, error, { reportId: report.id, actor, now });
}

/** Whose or which is not clear. Words that say nothing to anybody's report need nobody. */
async function leaveInTray(
  message: ConsoleMessage,
  reading: ConsoleReading,
  tied: Tie,
  deps: ConsoleDeps,
): Promise<void> {
  const code = 'tray' in tied ? tied.tray : 'account_unlinked';
  const codes = 'tray' in tied ? tied.candidates.map((candidate) => candidate.code) : [];
  const now = deps.now();
  const idle = reading.deed === 'note' && !reading.marked && codes.length === 0 && code !== 'code_of_another';
  const finding = { code, detail: trayWords(code), candidates: codes };
  await deps.db.transaction(async (tx) => {
    const state = idle ? 'set_aside' : 'tray';
    if (!(await claim(tx, message, state, { reportId: null, deed: reading.deed, finding }, now))) return;
    const author = await memberOfAccount(tx, message.adminId);
    if (!author || idle || (reading.deed === 'note' && !reading.marked)) return;
    const text = staffNotes.inTray({ detail: finding.detail, codes });
    await tellOfficial(tx, { staffId: author.id, text, key: keyOf(message), now });
  });
}

/** False when somebody else has settled it, or a file came meanwhile and it waits again. */
async function claim(
  tx: Tx,
  { id, settleAt }: ConsoleMessage,
  state: ConsoleMessage['state'],
  values: Pick<ConsoleMessage, 'reportId' | 'deed' | 'finding'>,
  now: Date,
): Promise<boolean> {
  const claimed = await tx
    .update(consoleMessages)
    .set({ state, settledAt: now, ...values })
    .where(
      and(eq(consoleMessages.id, id), eq(consoleMessages.state, 'gathering'), eq(consoleMessages.settleAt, settleAt)),
    )
    .returning({ id: consoleMessages.id });
  if (claimed.length === 0) return false;
  // Whoever replies to the photo means the report as well.
  await tx.update(consoleMessages).set({ reportId: values.reportId }).where(eq(consoleMessages.belongsTo, id));
  return true;
}

/** Told once for each time it was tried. */
function keyOf({ id, settleAt }: ConsoleMessage): string {
  return `${id}:${settleAt.getTime()}`;
}

/** The gate judges only what somebody may answer, so one of the roles that may is theirs. */
function actorOf(member: StaffMember): Actor {
  const allowed: readonly string[] = table.answer.roles;
  const role = member.roles.find((held) => allowed.includes(held)) ?? 'handler';
  return { kind: 'staff', role, id: member.id };
}

function missingIn({ extensions: { missing } }: AppError): { rule: string; text: string }[] {
  return Array.isArray(missing) ? missing.map(({ rule, text }) => ({ rule: String(rule), text: String(text) })) : [];
}

function isNameable(deed: string | null): deed is NameableDeed {
  return (nameableDeeds as readonly (string | null)[]).includes(deed);
}
