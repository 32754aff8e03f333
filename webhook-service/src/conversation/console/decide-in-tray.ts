/** What a person at the desk does with a message that could not be tied, or was held back. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { consoleMessages } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { enqueue } from '../../queues/enqueue.ts';
import type { NameableDeed } from './marks.ts';
import type { ConsoleMessage } from './note-message.ts';

const UNDECIDED = ['tray', 'held_back'] as const;

/**
 * Ties the message to a report of the citizen in whose chat it was typed, and lets it be carried out as the deciding member.
 * `deed`: what the words do, when no mark says so.
 * @throws AppError 409 `console_message_settled`, 422 `report_of_another`
 */
export async function tieByHand(
  tx: Tx,
  message: ConsoleMessage,
  choice: { report: { id: number; citizenId: number }; deed: NameableDeed | null; by: string; now: Date },
): Promise<void> {
  const { report, deed, by, now } = choice;
  // The other citizen has not read these words; whoever did is not to be told about a report that is none of theirs.
  if (report.citizenId !== message.citizenId)
    throw new AppError({
      code: 'report_of_another',
      status: 422,
      detail: 'Phản ánh này không phải của người dân trong khung chat, nên tin này không phải câu trả lời cho họ.',
    });
  await change(tx, message.id, {
    ...{ state: 'gathering', reportId: report.id, deed, settledBy: by },
    ...{ settleAt: now, settledAt: null, finding: null },
  });
  await enqueue(tx, 'console.settle', { messageId: message.id }, { key: `message-${message.id}`, runAt: now });
}

/** Says that there is nothing to act upon. @throws AppError 409 `console_message_settled` */
export async function setAside(tx: Tx, messageId: number, { by, now }: { by: string; now: Date }): Promise<void> {
  await change(tx, messageId, { state: 'set_aside', settledBy: by, settledAt: now });
}

async function change(tx: Tx, id: number, values: Partial<ConsoleMessage>): Promise<void> {
  const changed = await tx
    .update(consoleMessages)
    .set(values)
    .where(and(eq(consoleMessages.id, id), inArray(consoleMessages.state, [...UNDECIDED])))
    .returning({ id: consoleMessages.id });
  if (changed.length === 0)
    throw new AppError({
      code: 'console_message_settled',
      status: 409,
      detail: 'Tin này vừa được người khác giải quyết hoặc đang được thực hiện.',
    });
}
