import { and, eq, isNull } from 'drizzle-orm';
import { outboxMessages } from '../../../../db/schema/index.ts';
import type { Plan } from '../planner/plan.ts';
import type { Citizen, Claimed, DeliveryDeps, Message } from './deps.ts';
import { holdOthersBack, passPauses, scopesOf } from './pauses.ts';

type Sending = Extract<Plan, { do: 'send' }>;

type Claim =
  | { got: Claimed }
  /** Somebody else has it. */
  | { got: null; why: 'taken' }
  /** The money is gone since it was planned. */
  | { got: null; why: 'unaffordable' }
  | { got: null; why: 'rests'; until: Date };

export function templateIdOf(plan: Sending): string | null {
  return 'template' in plan ? plan.template.templateId : null;
}

/**
 * Makes a message ours to send: queued → sending, with the way it takes, the reasons and the money put aside, all or nothing.
 * The row is locked first, so that whatever follows is decided for a message that still waits.
 */
export async function claim(message: Message, citizen: Citizen, plan: Sending, deps: DeliveryDeps): Promise<Claim> {
  const { channel, dong, steps } = plan;
  const now = deps.now();
  return deps.db.transaction(async (tx): Promise<Claim> => {
    const waiting = and(
      eq(outboxMessages.id, message.id),
      eq(outboxMessages.state, 'queued'),
      isNull(outboxMessages.zaloMessageId),
    );
    // Sent together, answered in this order: one way to the database instead of two.
    const [[row], passage] = await Promise.all([
      tx.select().from(outboxMessages).where(waiting).for('update'),
      passPauses(tx, scopesOf(channel, templateIdOf(plan)), now),
    ]);
    if (!row) return { got: null, why: 'taken' };
    if (passage.rests) return { got: null, why: 'rests', until: passage.rests };
    if (!(await deps.planner.reserve(tx, { message: row, channel, dong }))) return { got: null, why: 'unaffordable' };
    await holdOthersBack(tx, passage.probing, now);
    const claimed = { state: 'sending', channel, plan: steps, claimedAt: now, attempts: row.attempts + 1 } as const;
    await tx.update(outboxMessages).set(claimed).where(eq(outboxMessages.id, row.id));
    const { probing, withoutButtons } = passage;
    return { got: { message: { ...row, ...claimed }, citizen, channel, probing, withoutButtons } };
  });
}
