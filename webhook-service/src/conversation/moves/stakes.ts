/** What a citizen has to do with reports: sent them, sent one that was merged into them, or follows them. */
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { follows, reports } from '../../../../db/schema/index.ts';
import { type Actor, follower, reporter } from '../../reports/lifecycle/roles.ts';
import { lockReports, type Report } from '../../reports/report.ts';

export interface Stake {
  /** The report that is worked on: the main one of a merge. */
  report: Report;
  /** The citizen's own report that was merged into it; null when it is their own, or only followed. */
  through: Report | null;
  actor: Extract<Actor, { kind: 'citizen' }>;
  /** The code by which the citizen knows it. */
  code: string;
}

/** More than anybody sends; a bound for the query, newest first. */
const MOST = 200;

/** Everything of one citizen that can still be acted upon, newest first, each report once. */
export async function stakesOf(tx: Tx, citizenId: number): Promise<Stake[]> {
  const own = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), ne(reports.state, 'withdrawn')))
    .orderBy(desc(reports.id))
    .limit(MOST);
  const followed = await tx
    .select({ id: follows.reportId })
    .from(follows)
    .where(eq(follows.citizenId, citizenId))
    .limit(MOST);
  const otherIds = [...own.flatMap(({ mergedIntoId }) => mergedIntoId ?? []), ...followed.map(({ id }) => id)];
  const others = otherIds.length > 0 ? await tx.select().from(reports).where(inArray(reports.id, otherIds)) : [];
  const byId = new Map(others.map((report) => [report.id, report]));
  const stakes = new Map<number, Stake>();
  const add = (stake: Stake) => stakes.has(stake.report.id) || stakes.set(stake.report.id, stake);
  for (const report of own) if (report.state !== 'merged') add(ownStake(report));
  for (const report of own) {
    const main = byId.get(report.mergedIntoId ?? 0);
    if (main) add(throughStake(main, report));
  }
  for (const { id } of followed) {
    const report = byId.get(id);
    if (report) add(followedStake(report, citizenId));
  }
  return [...stakes.values()].sort((a, b) => b.report.id - a.report.id);
}

/** What the citizen has to do with the report of this code: `unknown` without one, `stranger` when it is somebody else's. */
export async function stakeByCode(tx: Tx, citizenId: number, code: string): Promise<Stake | 'unknown' | 'stranger'> {
  const [report] = await tx.select().from(reports).where(eq(reports.code, code));
  if (!report) return 'unknown';
  if (report.citizenId === citizenId) {
    if (report.state !== 'merged' || report.mergedIntoId === null) return ownStake(report);
    const [main] = await tx.select().from(reports).where(eq(reports.id, report.mergedIntoId));
    return main ? throughStake(main, report) : ownStake(report);
  }
  const [through] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.mergedIntoId, report.id), eq(reports.citizenId, citizenId)))
    .orderBy(reports.id)
    .limit(1);
  if (through) return throughStake(report, through);
  const [follow] = await tx
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.reportId, report.id), eq(follows.citizenId, citizenId)));
  return follow ? followedStake(report, citizenId) : 'stranger';
}

/** The citizen's own report of a stake, whatever became of it; null when it is only followed. */
export function ownReportOf({ report, through, actor }: Stake): Report | null {
  return through ?? (actor.role === 'reporter' ? report : null);
}

/**
 * The same stake, its reports locked and read anew. Null when a merge was undone meanwhile: then it is another stake.
 * `with`: further reports to lock in the same go.
 */
export async function lockStake(tx: Tx, stake: Stake, ...others: number[]): Promise<Stake | null> {
  const ids = [stake.report.id, ...(stake.through ? [stake.through.id] : []), ...others];
  const locked = await lockReports(tx, [...new Set(ids)]);
  const report = locked.get(stake.report.id);
  const through = stake.through ? locked.get(stake.through.id) : null;
  if (!report || through === undefined) return null;
  if (through && through.mergedIntoId !== report.id) return null;
  if (!through && stake.actor.role === 'reporter' && report.state === 'merged') return null;
  return { ...stake, report, through };
}

function ownStake(report: Report): Stake {
  return { report, through: null, actor: reporter(report.citizenId) as Stake['actor'], code: report.code };
}

function throughStake(main: Report, own: Report): Stake {
  return { report: main, through: own, actor: follower(own.citizenId) as Stake['actor'], code: own.code };
}

function followedStake(report: Report, citizenId: number): Stake {
  return { report, through: null, actor: follower(citizenId) as Stake['actor'], code: report.code };
}
