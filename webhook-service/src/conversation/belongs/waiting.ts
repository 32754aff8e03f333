/** Which report a short message can be about when it names none. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { answers, ratings } from '../../../../db/schema/index.ts';
import { selvesOf } from '../../people/selves.ts';
import { duplicateOfferFor } from '../../reports/duplicates/offer.ts';
import type { ReportState } from '../../reports/lifecycle/states.ts';
import { isOpen } from '../../reports/lifecycle/states.ts';
import type { Move } from '../moves/moves.ts';
import { ownReportOf, type Stake } from '../moves/stakes.ts';

/** A result this old is no longer meant by a bare "hài lòng"; with its code it still can be rated. */
const RATED_WITHIN_MS = 30 * 24 * 3_600_000;
const RATEABLE: readonly ReportState[] = ['answered', 'closed_confirmed', 'closed_unconfirmed'];
const JOINABLE: readonly ReportState[] = ['received', 'dispatched'];
/** Offers looked up at most: each is a search of its own. */
const MOST_OFFERS = 5;

/** The reports of this citizen that wait for such a move, newest first. */
export async function waitingFor(tx: Tx, move: Move, stakes: readonly Stake[], now: Date): Promise<Stake[]> {
  switch (move.type) {
    case 'confirm':
    case 'reject':
      return stakes.filter(({ report }) => report.state === 'answered');
    case 'rate':
      return unrated(
        tx,
        stakes.filter(
          ({ report }) =>
            RATEABLE.includes(report.state) &&
            report.answeredAt !== null &&
            now.getTime() - report.answeredAt.getTime() <= RATED_WITHIN_MS,
        ),
      );
    case 'withdraw':
      return stakes.filter((stake) => isOpen(ownReportOf(stake)?.state ?? 'withdrawn'));
    case 'object':
      return stakes.filter((stake) => isRefusedOnce(stake));
    case 'join':
      return offered(tx, stakes);
    case 'unfollow':
    case 'askStatus':
      return [];
  }
}

/** Refused, and not looked at again yet. */
export function isRefusedOnce(stake: Stake): boolean {
  const own = ownReportOf(stake);
  return own?.state === 'refused' && own.objections === 0;
}

/** Open reports of their own: what "chưa xong" means while nothing is answered yet. */
export function stillOpen(stakes: readonly Stake[]): Stake[] {
  return stakes.filter(({ report, actor }) => actor.role === 'reporter' && isOpen(report.state));
}

/** Those whose present result this citizen has not rated. */
export async function unrated(tx: Tx, stakes: readonly Stake[]): Promise<Stake[]> {
  const [first] = stakes;
  if (!first) return [];
  const rated = await tx
    .select({ reportId: answers.reportId, round: answers.round })
    .from(ratings)
    .innerJoin(answers, eq(answers.id, ratings.answerId))
    .where(
      and(
        inArray(ratings.citizenId, selvesOf(tx, Number(first.actor.id))),
        inArray(
          answers.reportId,
          stakes.map(({ report }) => report.id),
        ),
      ),
    );
  const done = new Set(rated.map(({ reportId, round }) => `${reportId}:${round}`));
  return stakes.filter(({ report }) => !done.has(`${report.id}:${report.round}`));
}

async function offered(tx: Tx, stakes: readonly Stake[]): Promise<Stake[]> {
  const found: Stake[] = [];
  const own = stakes.filter(({ report, actor }) => actor.role === 'reporter' && JOINABLE.includes(report.state));
  for (const stake of own.slice(0, MOST_OFFERS)) {
    if (await duplicateOfferFor(tx, stake.report.id)) found.push(stake);
  }
  return found;
}
