import type { CallFailure } from '../../zalo/call-failure.ts';
import { refusal } from '../../zalo/call-failure.ts';
import { classifyZnsError } from '../../zalo/error-classes.ts';
import type { Plan } from '../planner/plan.ts';
import type { Claimed, DeliveryDeps } from './deps.ts';
import { restButtons } from './pauses.ts';

/** `messageId` is null where Zalo gives none (Mini App, §7.4). */
export type Outcome = { ok: true; messageId: string | null } | CallFailure;

/** Name under which the phone channel knows a message; the same each time, so that a receipt always finds it (§4.1). */
export function trackingIdOf(messageId: number): string {
  return `m${messageId}`;
}

/** Sends a claimed message the way it was planned: exactly one call that could reach the citizen. */
export async function callByChannel(
  claimed: Claimed,
  plan: Extract<Plan, { do: 'send' }>,
  deps: DeliveryDeps,
  picture: string | null,
): Promise<Outcome> {
  const { message, citizen } = claimed;
  switch (plan.channel) {
    case 'cs':
    case 'cs_paid':
      return sendInChat(claimed, deps, picture);
    case 'anonymous':
      return deps.zalo.sendAnonymous(
        {
          anonymousId: citizen.oaUserId.replace(/^anonymous:/, ''),
          conversationId: citizen.anonymousConversationId ?? '',
        },
        message.text,
      );
    case 'uid':
      return deps.zalo.sendTemplate(citizen.oaUserId, plan.template);
    case 'zns': {
      const phone = deps.phoneOf(citizen);
      if (!deps.zns) return NOT_NOW;
      if (phone === null) return refusal(classifyZnsError, -108, 'no phone number');
      return deps.zns.send({ phone, ...plan.template, trackingId: trackingIdOf(message.id) });
    }
    case 'miniapp': {
      if (!deps.miniapp || citizen.userIdByApp === null) return NOT_NOW;
      const answer = await deps.miniapp.notify({ userIdByApp: citizen.userIdByApp, ...plan.template });
      return answer.ok ? { ok: true, messageId: null } : answer;
    }
  }
}

/** Not configured any more since it was planned. */
const NOT_NOW: Outcome = { ok: false, outcome: 'not_sent', why: 'try_later' };

/** Refusals that mean the attachment, when there was one: expired, unknown, too much, not supported (§3.2, §11.2). */
const ABOUT_EXTRAS = new Set([-100, -201, -210, -233]);

/** With what adorns it first; when Zalo refuses that, it has done nothing, and the plain text goes out at once (§3.2). */
async function sendInChat(
  { message, citizen, withoutButtons }: Claimed,
  { zalo, db, now }: DeliveryDeps,
  picture: string | null,
): Promise<Outcome> {
  const buttons = withoutButtons || picture !== null ? [] : (message.extras?.buttons ?? []);
  const plain = () => zalo.sendText(citizen.oaUserId, message.text);
  if (picture === null && buttons.length === 0) return plain();
  const adorned = await zalo.sendText(citizen.oaUserId, message.text, {
    buttons,
    ...(picture !== null && { imageAttachmentId: picture }),
  });
  if (adorned.ok || adorned.outcome !== 'refused' || !ABOUT_EXTRAS.has(adorned.code)) return adorned;
  if (picture === null && adorned.code === -233) await restButtons(db, now());
  return plain();
}
