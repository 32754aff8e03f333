import type { Db } from '../../../../db/client.ts';
import { reserveCost, settleCost } from '../planner/costs.ts';
import type { PlannerDeps } from '../planner/deps.ts';
import { planMessage } from '../planner/plan-message.ts';
import type { Planner } from './deps.ts';

/** The planner as delivery uses it, with everything it needs to know given once. */
export function createPlanner(db: Db, deps: PlannerDeps): Planner {
  return {
    plan: (message, citizen) => planMessage(db, message, citizen, deps),
    reserve: (tx, cost) => reserveCost(tx, { ...cost, now: deps.now() }, deps),
    settle: (tx, messageId, outcome) => settleCost(tx, messageId, outcome, deps.now()),
  };
}
