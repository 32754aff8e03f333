import type { MessageExtras } from '../../../../db/schema/message-extras.ts';
import { hasChat } from '../../people/oa-user-id.ts';
import type { Citizen, DeliveryDeps, Message } from './deps.ts';
import { moveFrom } from './rows.ts';

/**
 * An icon on their message instead of a sentence (§3.8): free, bound to no window, so nothing is planned. One call; if it
 * fails in any way it is dropped, because an icon that comes late says nothing and may come twice.
 */
export async function sendReaction(
  message: Message,
  citizen: Citizen,
  reaction: NonNullable<MessageExtras['reaction']>,
  deps: DeliveryDeps,
): Promise<void> {
  const { db, zalo, now } = deps;
  const at = now();
  const sending = { state: 'sending', channel: 'cs', claimedAt: at, attempts: message.attempts + 1 } as const;
  if (!(await moveFrom(db, message, 'queued', sending))) return;
  const answer =
    citizen.blockedAt === null && hasChat(citizen) ? await zalo.react(citizen.oaUserId, reaction) : BLOCKED;
  if (answer.ok) {
    await moveFrom(db, message, 'sending', { state: 'accepted', acceptedAt: now(), errorCode: null });
    deps.observe('accepted');
    return;
  }
  const errorCode = answer.outcome === 'refused' ? String(answer.code) : answer.why;
  await moveFrom(db, message, 'sending', { state: 'refused', errorCode });
  deps.observe('refused', errorCode);
}

const BLOCKED = { ok: false, outcome: 'not_sent', why: 'blocked' } as const;
