import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens, outboxMessages } from '../../../../db/schema/index.ts';
import type { Citizen, Message } from './deps.ts';

type Change = Partial<typeof outboxMessages.$inferInsert>;

/** Compare-and-set on the state: false when somebody else (an echo, another worker) was faster. */
export async function moveFrom(
  tx: Tx,
  message: Pick<Message, 'id'>,
  from: Message['state'],
  to: Change,
): Promise<boolean> {
  const rows = await tx
    .update(outboxMessages)
    .set(to)
    .where(
      and(
        eq(outboxMessages.id, message.id),
        eq(outboxMessages.state, from),
        sql`${outboxMessages.zaloMessageId} is null`,
      ),
    )
    .returning({ id: outboxMessages.id });
  return rows.length > 0;
}

/**
 * Lets a message wait for the citizen's next word; or keeps it queued when that came while we were busy: their event
 * releases what is held then, and must not find this one neither held nor queued. Call it in a transaction.
 * @returns what became of it; null when somebody else was faster.
 */
export async function holdOrKeep(
  tx: Tx,
  message: Message,
  citizen: Citizen,
  { now, ...change }: Change & { now: Date },
): Promise<'held' | 'queued' | null> {
  const [current] = await tx
    .select({ lastInteractionAt: citizens.lastInteractionAt })
    .from(citizens)
    // Whose message it is now: their word may have made two rows of theirs one.
    .where(sql`${citizens.id} = (select citizen_id from ${outboxMessages} where id = ${message.id})`)
    .for('update');
  const wroteMeanwhile = (current?.lastInteractionAt?.getTime() ?? 0) > (citizen.lastInteractionAt?.getTime() ?? 0);
  const state = wroteMeanwhile ? 'queued' : 'held';
  const moved = await moveFrom(tx, message, message.state, { ...change, state, nextAttemptAt: now });
  return moved ? state : null;
}

/** A message and whose it is now, in one look: this runs for every message that leaves. */
export async function messageTo(tx: Tx, id: number): Promise<{ message: Message; citizen: Citizen } | undefined> {
  const [found] = await tx
    .select({ message: outboxMessages, citizen: citizens })
    .from(outboxMessages)
    .innerJoin(citizens, eq(citizens.id, outboxMessages.citizenId))
    .where(eq(outboxMessages.id, id));
  return found;
}
