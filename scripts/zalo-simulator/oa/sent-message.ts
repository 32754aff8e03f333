import type { Sim } from '../context.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { newMessageId } from '../values.ts';
import { fromOa } from '../webhook/events.ts';
import type { Content } from './message-content.ts';
import type { Announcement } from './openapi.ts';
import { emitReceived, emitSeen } from './receipts.ts';

export interface Sent {
  citizen: CitizenRecord;
  content: Content;
  quoteId?: string;
  /** Only for a person typing in the OA console (§1.9). */
  adminId?: string;
}

/** Puts an accepted OA message into the chat and prepares what Zalo tells about it. */
export function recordSent(sim: Sim, { citizen, content, quoteId, adminId }: Sent) {
  const quote = quoteId === undefined ? {} : { quoteId };
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: adminId === undefined ? 'app' : 'official',
    at: sim.clock.now(),
    ...content.chat,
    ...quote,
    ...(adminId === undefined ? {} : { adminId }),
  };
  sim.store.addMessage(message);
  sim.messageChanged(message);

  const { name, attachments, text } = content.echo;
  const echoed = {
    ...(text === undefined ? {} : { text }),
    msg_id: message.id,
    ...(attachments ? { attachments } : {}),
    ...(quoteId === undefined ? {} : { quote_msg_id: quoteId }),
  };
  const event = fromOa(sim, citizen, name, echoed, adminId);
  const announce: Announcement = {
    echo: () => sim.webhook.emit(event, citizen.id),
    receipts: () => autoReceipts(sim, citizen, message),
  };
  return { message, announce };
}

function autoReceipts(sim: Sim, citizen: CitizenRecord, message: StoredMessage): void {
  const { autoReceive, autoSee } = sim.store.data.settings;
  if (autoReceive) emitReceived(sim, citizen, message);
  if (autoSee) emitSeen(sim, citizen);
}
