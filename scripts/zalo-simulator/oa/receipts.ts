import { isFromOa, isInOaChat } from '../citizens.ts';
import type { Sim } from '../context.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { fromOa } from '../webhook/events.ts';
import { deliveredEvent } from '../webhook/zbs-events.ts';

/** Marks a message as arrived. The event goes only to the app that sent it, so a console message has none (§1.7). */
export function emitReceived(sim: Sim, citizen: CitizenRecord, message: StoredMessage): void {
  if (message.receivedAt !== undefined) return;
  message.receivedAt = sim.clock.now();
  sim.messageChanged(message);
  if (message.from !== 'app') return;
  void sim.webhook.emit(fromOa(sim, citizen, 'user_received_message', { msg_id: message.id }), citizen.id);
}

/** A template by phone arrives (§1.11). There is no failure webhook: a phone that is off simply brings no receipt. */
export function emitDelivered(sim: Sim, citizen: CitizenRecord, message: StoredMessage): void {
  if (message.receivedAt !== undefined) return;
  message.receivedAt = sim.clock.now();
  sim.messageChanged(message);
  void sim.webhook.emit(deliveredEvent(sim, message), citizen.id, 'zns');
}

/** Marks everything the citizen has not seen; one event carries all ids, `msg_ids` (§1.7). */
export function emitSeen(sim: Sim, citizen: CitizenRecord): void {
  const unseen = sim.store
    .messagesOf(citizen.id)
    .filter((message) => isFromOa(message) && message.seenAt === undefined);
  for (const message of unseen) {
    // Whoever reads it has it: a phone that was off is on again.
    if (message.channel === 'zns') emitDelivered(sim, citizen, message);
    message.seenAt = sim.clock.now();
    sim.messageChanged(message);
  }
  // Templates by phone and notices have no such event (§1.11, §7.4).
  const ids = unseen.filter((message) => message.from === 'app' && isInOaChat(message)).map((message) => message.id);
  if (ids.length === 0) return;
  void sim.webhook.emit(fromOa(sim, citizen, 'user_seen_message', { msg_ids: ids }), citizen.id);
}
