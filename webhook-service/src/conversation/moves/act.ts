/** What a citizen does after sending, the same from the chat and from the citizen API: one deed, one command of the lifecycle. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens, follows, reports } from '../../../../db/schema/index.ts';
import { category } from '../../../../db/seed/categories.ts';
import { AppError } from '../../errors.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { duplicateOfferFor } from '../../reports/duplicates/offer.ts';
import type { RatingLevel, ReportCommand, UnsatisfiedReason } from '../../reports/lifecycle/commands.ts';
import { refusals } from '../../reports/lifecycle/refusals.ts';
import { reporter } from '../../reports/lifecycle/roles.ts';
import { isOpen } from '../../reports/lifecycle/states.ts';
import { type Order, type PerformDeps, perform } from '../../reports/perform/perform.ts';
import type { Report } from '../../reports/report.ts';
import { lockStake, ownReportOf, type Stake } from './stakes.ts';

export type Deed =
  | { type: 'confirm' }
  | { type: 'reject' }
  | { type: 'rate'; level: RatingLevel; reasons: readonly UnsatisfiedReason[] }
  | { type: 'withdraw' }
  | { type: 'object' }
  /** Joins the report that was suggested as the same; `mainCode`: only that one, or what it was merged into. */
  | { type: 'join'; mainCode: string | null }
  | { type: 'reply'; text: string | null };

/**
 * Does a deed in the caller's transaction. A merged report acts on its main report as a follower; what only a reporter can do
 * is done to the citizen's own report.
 * @returns the report the deed was done to, afterwards
 * @throws AppError with the code of the lifecycle (409, 403), or `report_changed` (409) when a merge was undone meanwhile.
 */
export async function actOn(tx: Tx, stake: Stake, deed: Deed, now: Date, deps: PerformDeps): Promise<Report> {
  if (deed.type === 'join') return join(tx, stake, deed.mainCode, now, deps);
  const locked = await lockStake(tx, stake);
  if (!locked) throw reportChanged();
  const { report, through, actor } = locked;
  switch (deed.type) {
    case 'confirm':
      return perform(tx, report, { command: { type: 'confirm' }, actor }, now, deps);
    case 'reject':
      return perform(tx, report, { command: { type: 'rejectResult' }, actor, ...via(through) }, now, deps);
    case 'rate': {
      const { level, reasons } = deed;
      const order = { command: { type: 'rate' as const, level, reasons }, actor, ...via(through) };
      const rated = await perform(tx, report, order, now, deps);
      // The reporter is thanked with the news of the report; a follower's rating is no news of it.
      if (actor.role === 'follower') await thankFollower(tx, locked, level, now);
      return rated;
    }
    case 'withdraw':
    case 'object':
    case 'reply': {
      const own = ownReportOf(locked);
      const command: ReportCommand = { type: deed.type };
      const reply = deed.type === 'reply' && deed.text !== null ? { reply: deed.text } : {};
      const order: Order = { command, actor: own ? reporter(own.citizenId) : actor, ...reply };
      return perform(tx, own ?? report, order, now, deps);
    }
  }
}

/**
 * Tells a citizen of what becomes of somebody else's report from now on; doing it twice is doing it once. A merged one is
 * followed at its main report. Only what is public by its category: that violence was reported next door is nobody's business.
 * @throws AppError `own_report`, `report_not_public` or `report_over` (409)
 */
export async function followReport(tx: Tx, citizenId: number, report: Report, now: Date): Promise<Report> {
  const main = await mainOf(tx, report);
  if (main.citizenId === citizenId)
    throw cannotFollow('own_report', 'Đây là phản ánh của bạn, bạn đã nhận mọi tin về nó.');
  if (category(main.categoryCode ?? '')?.publicByDefault !== true)
    throw cannotFollow('report_not_public', 'Phản ánh này chưa công khai nên chưa theo dõi được.');
  if (!isOpen(main.state) && main.state !== 'answered')
    throw cannotFollow('report_over', 'Phản ánh này đã kết thúc nên không có tin mới để theo dõi.');
  await tx.insert(follows).values({ reportId: main.id, citizenId, since: now }).onConflictDoNothing();
  return main;
}

/** Stops it; nothing happens when the report was not followed. */
export async function unfollowReport(tx: Tx, citizenId: number, report: Report): Promise<void> {
  const main = await mainOf(tx, report);
  await tx.delete(follows).where(and(eq(follows.reportId, main.id), eq(follows.citizenId, citizenId)));
}

async function join(tx: Tx, stake: Stake, mainCode: string | null, now: Date, deps: PerformDeps): Promise<Report> {
  const own = ownReportOf(stake);
  if (!own) throw refusal('merge_not_suggested');
  if (own.state === 'merged') throw refusal('already_merged');
  const offer = await duplicateOfferFor(tx, own.id, mainCode ?? undefined);
  const [main] = offer ? await tx.select().from(reports).where(eq(reports.code, offer.mainCode)) : [];
  if (!main) throw refusal('merge_not_suggested');
  // Both at once and in the order of their ids, so that two who join each other cannot wait for each other.
  const locked = await lockStake(tx, stake, main.id);
  if (!locked) throw reportChanged();
  const order: Order = { command: { type: 'merge' }, actor: locked.actor, mergeIntoId: main.id };
  return perform(tx, locked.report, order, now, deps);
}

async function mainOf(tx: Tx, report: Report): Promise<Report> {
  if (report.mergedIntoId === null) return report;
  const [main] = await tx.select().from(reports).where(eq(reports.id, report.mergedIntoId));
  return main ?? report;
}

async function thankFollower(
  tx: Tx,
  { report, through, actor, code }: Stake,
  level: RatingLevel,
  now: Date,
): Promise<void> {
  const citizenId = Number(actor.id);
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, citizenId));
  if (!citizen) return;
  const canReopen = report.state === 'answered' || report.state === 'closed_unconfirmed';
  await putMessage(tx, {
    citizenId,
    reportId: (through ?? report).id,
    kind: 'rated',
    text: textsIn(citizen.language).ratingThanks({ code, level, canReopen }),
    idempotencyKey: `rated:${report.id}:${report.round}:${citizenId}`,
    now,
  });
}

function via(through: Report | null): Pick<Order, 'throughReportId'> {
  return through ? { throughReportId: through.id } : {};
}

function refusal(code: keyof typeof refusals): AppError {
  return new AppError({ code, status: 409, detail: refusals[code] });
}

function cannotFollow(code: string, detail: string): AppError {
  return new AppError({ code, status: 409, detail });
}

function reportChanged(): AppError {
  return new AppError({ code: 'report_changed', status: 409, detail: 'Phản ánh vừa thay đổi, xin thử lại.' });
}
