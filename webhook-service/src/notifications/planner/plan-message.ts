import type { Db } from '../../../../db/client.ts';
import { choose, needsFarFacts, nothingFar } from './choose.ts';
import type { PlannerDeps } from './deps.ts';
import type { CitizenRow, OutboxRow } from './facts.ts';
import { farFacts, nearFacts } from './gather.ts';
import type { Plan } from './plan.ts';

export type { DescribeReport, PlannerDeps } from './deps.ts';
export type { CitizenRow, OutboxRow } from './facts.ts';

/**
 * Which way this message takes now, and why. Reads only; what it costs is put aside by `reserveCost` in the claim, and
 * when that says no, the message is planned anew.
 */
export async function planMessage(db: Db, message: OutboxRow, citizen: CitizenRow, deps: PlannerDeps): Promise<Plan> {
  const near = await nearFacts(db, message, citizen, deps);
  const far = needsFarFacts(near) ? await farFacts(db, message, citizen, deps) : nothingFar;
  return choose({ ...near, ...far });
}
