import { sql } from 'drizzle-orm';
import { enqueue } from '../queues/enqueue.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import { callByChannel } from './delivery/by-channel.ts';
import { claim, templateIdOf } from './delivery/claim.ts';
import type { Citizen, DeliveryDeps, Message } from './delivery/deps.ts';
import { nextMessage } from './delivery/next-message.ts';
import { createPictures } from './delivery/pictures.ts';
import { sendReaction } from './delivery/reaction.ts';
import { reconcile } from './delivery/reconcile.ts';
import { holdOrKeep, messageTo, moveFrom } from './delivery/rows.ts';
import { settleCall } from './delivery/settle.ts';
import { priorityOf, weightOf } from './message-kinds.ts';
import { deliverSoon } from './outbox.ts';
import type { Plan } from './planner/plan.ts';

export type { DeliveryDeps } from './delivery/deps.ts';

/**
 * Sends what waits for one citizen, one message after the other, in the order of `next-message.ts`.
 *
 * Each message is planned, claimed by compare-and-set before Zalo is called, and never called for again while its fate is
 * unknown (DESIGN §8, "delivery truth"). @throws TryAgainIn when it is not time yet.
 */
export async function deliverTo(citizenId: number, deps: DeliveryDeps): Promise<void> {
  for (let step = 0; step < STEPS_PER_JOB; step++) {
    const next = await nextMessage(deps.db, citizenId, deps.now(), deps);
    if (next === null) return;
    if ('dueAt' in next) {
      if (await restUntilDue(citizenId, next.dueAt, deps)) return;
      continue;
    }
    const found = await messageTo(deps.db, next.id);
    if (!found) return;
    const { message, citizen } = found;
    if (message.state === 'sending') await takeOverDeadClaim(message, deps);
    else if (message.state === 'unsure') await reconcile(message, citizen, deps);
    else if (message.state === 'queued') await sendQueued(message, citizen, deps);
  }
  throw new TryAgainIn(1);
}

/** Then others get a turn, and a worker that is told to stop need not wait for a long list. */
const STEPS_PER_JOB = 20;

async function sendQueued(message: Message, citizen: Citizen, deps: DeliveryDeps): Promise<void> {
  const reaction = message.extras?.reaction;
  if (reaction) return sendReaction(message, citizen, reaction, deps);
  const plan = await deps.planner.plan(message, citizen);
  if (plan.do === 'wait') return waitUntil(message, plan, deps);
  if (plan.do === 'hold') return hold(message, citizen, plan, deps);
  if (plan.do === 'fold') return fold(message, citizen, plan, deps);
  // Whatever is planned: who has blocked the OA is not called for again (-244).
  if (citizen.blockedAt !== null && throughOa(plan)) return hold(message, citizen, { ...plan, why: 'blocked' }, deps);

  if (throughOa(plan)) {
    const wait = await deps.budget.take(weightOf(message.kind));
    if (wait > 0) throw new TryAgainIn(wait);
  }
  const picture = plan.channel === 'cs' || plan.channel === 'cs_paid' ? await pictures(message, deps) : null;
  const claimed = await claim(message, citizen, plan, deps);
  if (claimed.got) {
    const outcome = await callByChannel(claimed.got, plan, deps, picture);
    return settleCall(claimed.got, outcome, templateIdOf(plan), deps);
  }
  if (claimed.why === 'rests') return waitUntil(message, { until: claimed.until, why: 'way_rests', ...plan }, deps);
  // A moment later the planner sees the others' reservations, too.
  if (claimed.why === 'unaffordable') {
    const until = new Date(deps.now().getTime() + 1_000);
    return waitUntil(message, { until, why: 'budget_spent', ...plan }, deps);
  }
}

/** Shared by all jobs of the process: an attachment is good for all citizens. */
const pictures = createPictures();

/** Ways that share the minute's calls of the OA OpenAPI (§3.11). */
function throughOa(plan: Extract<Plan, { do: 'send' }>): boolean {
  return plan.channel !== 'zns' && plan.channel !== 'miniapp';
}

async function waitUntil(
  message: Message,
  { until, why, steps }: Pick<Extract<Plan, { do: 'wait' }>, 'until' | 'why' | 'steps'>,
  deps: DeliveryDeps,
): Promise<void> {
  await moveFrom(deps.db, message, 'queued', { nextAttemptAt: until, plan: steps, errorCode: why });
  deps.observe('waiting', why);
}

async function hold(
  message: Message,
  citizen: Citizen,
  { why, steps }: Pick<Extract<Plan, { do: 'hold' }>, 'why' | 'steps'>,
  deps: DeliveryDeps,
): Promise<void> {
  const change = { plan: steps, errorCode: why, now: deps.now() };
  const became = await deps.db.transaction((tx) => holdOrKeep(tx, message, citizen, change));
  if (became === 'held') deps.observe('held', why);
}

/** Small news waits held for the digest, which takes it up; should that fail, their next word releases it. */
async function fold(
  message: Message,
  citizen: Citizen,
  { steps }: Extract<Plan, { do: 'fold' }>,
  deps: DeliveryDeps,
): Promise<void> {
  const now = deps.now();
  const { citizenId, kind } = message;
  await deps.db.transaction(async (tx) => {
    const became = await holdOrKeep(tx, message, citizen, { plan: steps, errorCode: 'for_digest', now });
    if (became !== 'held') return;
    const priority = priorityOf(kind);
    await enqueue(tx, 'outbox.digest', { citizenId }, { key: `citizen-${citizenId}`, runAt: now, priority });
  });
  deps.observe('folded');
}

/** Another process claimed it and is long gone: nobody knows whether Zalo has the message. */
async function takeOverDeadClaim(message: Message, deps: DeliveryDeps): Promise<void> {
  const isReaction = message.extras?.reaction !== undefined;
  const state = isReaction ? 'refused' : 'unsure';
  if (await moveFrom(deps.db, message, 'sending', { state, errorCode: 'sender_died' }))
    deps.observe(state, 'sender_died');
}

/** A job that only waits is put back into its row after this long: a queue that is wiped or full of sleepers helps nobody. */
const SHORT_REST_MS = 20_000;

/**
 * @returns true when the job is armed for later; false when something has become due meanwhile.
 * @throws TryAgainIn for a short rest.
 */
async function restUntilDue(citizenId: number, dueAt: Date, deps: DeliveryDeps): Promise<boolean> {
  const restMs = (due: Date) => Math.max(1, due.getTime() - deps.now().getTime());
  if (restMs(dueAt) <= SHORT_REST_MS) throw new TryAgainIn(restMs(dueAt));
  return deps.db.transaction(async (tx) => {
    // Whoever puts a message now waits here and arms the job after us; whoever did so before is seen by this second look.
    await tx.execute(sql`select 1 from jobs where key = ${`outbox.deliver:citizen-${citizenId}`} for update`);
    const next = await nextMessage(tx, citizenId, deps.now(), deps);
    if (next === null) return true;
    if ('id' in next || restMs(next.dueAt) <= SHORT_REST_MS) return false;
    await deliverSoon(tx, citizenId, next.dueAt, priorityOf('news'));
    return true;
  });
}
