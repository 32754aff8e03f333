import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { isFilled, type JsonObject, newMessageId } from '../values.ts';
import { fromCitizen } from '../webhook/events.ts';

export type ChatPart = Pick<StoredMessage, 'kind'> & Partial<StoredMessage>;

/** One message of the citizen: chat, interaction (§3.5) and event belong together. */
export function say(
  sim: Sim,
  citizen: CitizenRecord,
  eventName: string,
  part: ChatPart,
  extra: JsonObject = {},
): StoredMessage {
  if (citizen.blocked) throw new ControlFault(409, 'Người dân đang chặn OA; phải bỏ chặn trước khi nhắn');
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: 'citizen',
    at: sim.clock.now(),
    ...part,
  };
  interact(sim, citizen);
  sim.store.addMessage(message);
  sim.messageChanged(message);
  const { text, ...rest } = extra;
  const body = { ...(text === undefined ? {} : { text }), msg_id: message.id, ...rest };
  void sim.webhook.emit(fromCitizen(sim, citizen, eventName, body), citizen.id);
  return message;
}

/** §3.5: what opens the 48 hours anew. */
export function interact(sim: Sim, citizen: CitizenRecord): void {
  citizen.lastInteractionAt = sim.clock.now();
}

/** A line of the chat that is not a message, such as "đã quan tâm". */
export function notice(sim: Sim, citizen: CitizenRecord, text: string): StoredMessage {
  const at = sim.clock.now();
  const message: StoredMessage = { id: newMessageId(), citizenId: citizen.id, from: 'system', kind: 'event', text, at };
  sim.store.addMessage(message);
  sim.messageChanged(message);
  return message;
}

export function needText(text: unknown): string {
  if (!isFilled(text)) throw new ControlFault(400, 'Nội dung không được trống');
  return text;
}
