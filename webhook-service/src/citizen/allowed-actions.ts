import { ownReportOf, type Stake } from '../conversation/moves/stakes.ts';
import type { CommandType } from '../reports/lifecycle/commands.ts';
import { commandsFor } from '../reports/lifecycle/table.ts';
import type { Action } from './schemas.ts';

const BY_COMMAND: Readonly<Partial<Record<CommandType, Action>>> = {
  reply: 'reply',
  confirm: 'confirm',
  rejectResult: 'reject',
  rate: 'rating',
  object: 'objection',
  withdraw: 'withdraw',
  merge: 'follow',
};

/** What this citizen can do with the report now: the table of moves, less what can be done only once or not any more. */
export function allowedActions(stake: Stake, facts: { hasRated: boolean; isOffered: boolean }): Action[] {
  const { report, through, actor } = stake;
  const own = ownReportOf(stake);
  const found = commandsFor(report.state, actor.role).flatMap((command) => BY_COMMAND[command] ?? []);
  const impossible: Readonly<Partial<Record<Action, boolean>>> = {
    rating: facts.hasRated,
    objection: (own?.objections ?? 0) > 0,
    withdraw: report.state === 'awaiting_citizen' && report.resumeState !== 'received',
    follow: !facts.isOffered,
  };
  const allowed = found.filter((action) => !impossible[action]);
  // Who only follows can stop; a merged report goes where its main report goes.
  return through === null && actor.role === 'follower' ? [...allowed, 'unfollow'] : allowed;
}
