import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { asObject } from '../values.ts';
import { checkTier } from './gate.ts';
import { readContent } from './message-content.ts';
import type { ApiResult } from './openapi.ts';
import { recipientOf, requireBody } from './request.ts';
import { recordSent } from './sent-message.ts';
import { charge, checkWindow } from './windows.ts';

/** `POST /v3.0/oa/message/cs`, the consultation message (§3.2–3.5). */
export function sendCs(sim: Sim, call: Call): ApiResult {
  checkTier(sim);
  const body = requireBody(call);
  const citizen = recipientOf(sim, body);
  const content = readContent(sim, body.message);
  checkWindow(sim, citizen);
  const quota = charge(sim, citizen);

  // §11.2 †: an unknown quote is accepted and ignored.
  const quoteId = asObject(body.message).quote_message_id;
  const quoted = typeof quoteId === 'string' ? sim.store.message(quoteId) : undefined;
  const { message, announce } = recordSent(sim, {
    citizen,
    content,
    ...(quoted?.citizenId === citizen.id ? { quoteId: quoted.id } : {}),
  });
  return {
    data: { message_id: message.id, user_id: citizen.id, sent_time: String(message.at), quota },
    citizenId: citizen.id,
    announce,
  };
}
