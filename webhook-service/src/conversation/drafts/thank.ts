import type { Tx } from '../../../../db/client.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { isThanks } from '../words/small-talk.ts';
import type { Draft } from './drafts.ts';

/** A heart on the last "cảm ơn" of a draft (zalo-platform §3.8): seen, and no further message to read. Nothing without thanks. */
export async function thank(tx: Tx, draft: Draft, now: Date): Promise<void> {
  const thanks = draft.content.texts.findLast(({ text }) => isThanks(text));
  if (!thanks) return;
  await putMessage(tx, {
    citizenId: draft.citizenId,
    kind: 'thanked',
    text: '',
    extras: { reaction: { messageId: thanks.messageId, icon: '/-heart' } },
    idempotencyKey: `thanked:${draft.id}`,
    now,
  });
}
