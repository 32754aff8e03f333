import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens } from '../../../../db/schema/index.ts';
import { raiseIncident } from '../../incidents/incidents.ts';
import { hasChat } from '../../people/oa-user-id.ts';
import type { CallFailure } from '../../zalo/call-failure.ts';
import { markAccepted } from '../outbox.ts';
import type { Outcome } from './by-channel.ts';
import { type Consequence, consequenceOf } from './consequence.ts';
import type { Claimed, DeliveryDeps } from './deps.ts';
import { clearPauses, incidentKey, pauseWay } from './pauses.ts';
import { holdOrKeep, moveFrom } from './rows.ts';

/** Writes down what became of a call, with its money, its pause and its incident, in one transaction. */
export async function settleCall(
  claimed: Claimed,
  outcome: Outcome,
  templateId: string | null,
  deps: DeliveryDeps,
): Promise<void> {
  const { message, channel, probing } = claimed;
  if (outcome.ok) {
    await deps.db.transaction(async (tx) => {
      // Sent together, answered in this order.
      await Promise.all([
        markAccepted(tx, message.id, outcome.messageId, deps.now()),
        deps.planner.settle(tx, message.id, 'spent'),
      ]);
      await clearPauses(tx, probing, deps.now());
    });
    deps.observe('accepted');
  } else if (outcome.outcome === 'unknown') {
    // The money stays put aside: Zalo may have charged it.
    await moveFrom(deps.db, message, 'sending', { state: 'unsure', errorCode: outcome.why });
    deps.observe('unsure', outcome.why);
  } else {
    const consequence = consequenceOf(outcome, { channel, templateId, attempts: message.attempts });
    // An answer about this person or these words says that the way itself works again.
    if (!['pause', 'again'].includes(consequence.do)) {
      await deps.db.transaction((tx) => clearPauses(tx, probing, deps.now()));
    }
    await follow(consequence, claimed, codeOf(outcome), deps);
  }
}

/** Zalo has certainly not taken the message: every way out of here gives the money back and leaves no claim behind. */
async function follow(
  consequence: Consequence,
  claimed: Claimed,
  errorCode: string,
  deps: DeliveryDeps,
): Promise<void> {
  switch (consequence.do) {
    case 'again':
      return queueAgain(claimed, { errorCode, ...consequence }, deps);
    case 'pause':
      return pauseForAll(consequence, claimed, errorCode, deps);
    case 'blocked':
      return learn(claimed, { blockedAt: deps.now() }, errorCode, deps);
    case 'unreachable':
      return learn(claimed, { unreachableUntil: later(deps.now(), consequence.forMs) }, errorCode, deps);
    case 'ask_window':
      return askWindow(claimed, errorCode, deps);
    case 'not_this_way':
      // Zalo knows better than our copy of their permission (§7.4); the planner looks for another way. The phone is the last.
      if (claimed.channel === 'miniapp') return learn(claimed, { notifyAllowed: false }, errorCode, deps);
      return holdClaimed(claimed, errorCode, deps);
    case 'hold':
      return holdClaimed(claimed, errorCode, deps);
    case 'refuse':
      return refuse(claimed, errorCode, deps);
  }
}

async function queueAgain(
  { message }: Claimed,
  { errorCode, afterMs, counts }: { errorCode: string; afterMs: number; counts: boolean },
  deps: DeliveryDeps,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await backToQueue(tx, message, { at: later(deps.now(), afterMs), errorCode, counts });
    await deps.planner.settle(tx, message.id, 'released');
  });
  deps.observe('retry', errorCode);
}

async function pauseForAll(
  { scope, firstMs, mostMs, incident }: Extract<Consequence, { do: 'pause' }>,
  { message, probing, channel }: Claimed,
  errorCode: string,
  deps: DeliveryDeps,
): Promise<void> {
  const now = deps.now();
  await deps.db.transaction(async (tx) => {
    const probed = probing.includes(scope);
    const at = await pauseWay(tx, { scope, errorCode, firstMs, mostMs, probed, now });
    // What was tried beside it works as far as this call could show.
    await clearPauses(
      tx,
      probing.filter((other) => other !== scope),
      now,
    );
    await backToQueue(tx, message, { at: channel === 'cs' ? at : now, errorCode, counts: false });
    await deps.planner.settle(tx, message.id, 'released');
    if (incident) {
      await raiseIncident(tx, {
        kind: incident,
        key: incidentKey(scope, errorCode),
        data: { channel, errorCode },
        now,
      });
    }
  });
  deps.observe('paused', errorCode);
}

/** Keeps what Zalo has told about the person, unless they have written since, and plans the message anew. */
async function learn(
  { message, citizen }: Claimed,
  fact: Partial<typeof citizens.$inferInsert>,
  errorCode: string,
  deps: DeliveryDeps,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await tx
      .update(citizens)
      .set(fact)
      .where(
        and(
          eq(citizens.id, citizen.id),
          sql`${citizens.lastInteractionAt} is not distinct from ${citizen.lastInteractionAt?.toISOString() ?? null}::timestamptz`,
        ),
      );
    await backToQueue(tx, message, { at: deps.now(), errorCode, counts: true });
    await deps.planner.settle(tx, message.id, 'released');
  });
  deps.observe('retry', errorCode);
}

/** The window is not where we thought: the authoritative time is asked for once (§3.7). Nothing new means that it is closed. */
async function askWindow(claimed: Claimed, errorCode: string, deps: DeliveryDeps): Promise<void> {
  const { citizen } = claimed;
  const at = hasChat(citizen) ? await lastInteractionOf(citizen.oaUserId, deps) : undefined;
  const known = citizen.lastInteractionAt?.getTime() ?? null;
  if (at === undefined || (at?.getTime() ?? null) === known) return holdClaimed(claimed, errorCode, deps);
  return learn(claimed, { lastInteractionAt: at }, errorCode, deps);
}

/** Null: never. Undefined: Zalo did not say. */
async function lastInteractionOf(oaUserId: string, { zalo }: DeliveryDeps): Promise<Date | null | undefined> {
  const answer = await zalo.lastInteraction(oaUserId);
  if (answer.ok) return answer.at;
  // A stranger is refused with -213 (§3.12).
  return answer.outcome === 'refused' && answer.errorClass === 'outside_window' ? null : undefined;
}

export async function holdClaimed({ message, citizen }: Claimed, errorCode: string, deps: DeliveryDeps): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await holdOrKeep(tx, message, citizen, { errorCode, now: deps.now() });
    await deps.planner.settle(tx, message.id, 'released');
  });
  deps.observe('held', errorCode);
}

async function refuse({ message, channel }: Claimed, errorCode: string, deps: DeliveryDeps): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await moveFrom(tx, message, 'sending', { state: 'refused', errorCode });
    await deps.planner.settle(tx, message.id, 'released');
    const key = incidentKey(channel, errorCode);
    await raiseIncident(tx, { kind: 'zalo_our_bug', key, data: { kind: message.kind, errorCode }, now: deps.now() });
  });
  deps.observe('refused', errorCode);
}

async function backToQueue(
  tx: Tx,
  message: Claimed['message'],
  { at, errorCode, counts }: { at: Date; errorCode: string; counts: boolean },
): Promise<void> {
  const attempts = counts ? message.attempts : message.attempts - 1;
  await moveFrom(tx, message, 'sending', { state: 'queued', nextAttemptAt: at, errorCode, attempts });
}

function codeOf(failure: CallFailure): string {
  return failure.outcome === 'refused' ? String(failure.code) : `not_sent_${failure.why}`;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
