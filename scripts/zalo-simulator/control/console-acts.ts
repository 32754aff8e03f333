import { ControlFault } from '../answers.ts';
import { DAY } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ConsoleAct } from '../control-api.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import type { Content } from '../oa/message-content.ts';
import { REACTION_ICONS, REMOVE_ICON } from '../oa/reaction-icons.ts';
import { recordSent } from '../oa/sent-message.ts';
import { putTag, takeTag } from '../oa/tags.ts';
import { DEFAULT_ADMIN_ID } from '../officials.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { isFilled } from '../values.ts';
import { fromOa } from '../webhook/events.ts';
import { needText } from './citizen-say.ts';
import { fileAttachment, fileMedia } from './files.ts';
import { photoMedia } from './photos.ts';

/** §3.5: a person may write from OA Manager up to 365 days after the last interaction. */
const CONSOLE_WINDOW = 365 * DAY;

/** An official in the OA console; what they send is echoed with `sender.admin_id` (§1.9). Returns the messages it added. */
export function actAtConsole(sim: Sim, citizen: CitizenRecord, act: ConsoleAct): StoredMessage[] {
  if (act.act === 'tag') {
    (act.on === false ? takeTag : putTag)(sim, citizen, needText(act.name));
    return [];
  }
  checkReachable(sim, citizen);
  if (act.act === 'react') return [react(sim, citizen, act)];
  const adminId = act.adminId ?? DEFAULT_ADMIN_ID;
  return contentsOf(sim, act).map((content, index) => {
    const quote = index === 0 && act.quoteId !== undefined ? { quoteId: quotedIn(sim, citizen, act.quoteId) } : {};
    const { message, announce } = recordSent(sim, { citizen, content, adminId, ...quote });
    void announce.echo();
    announce.receipts();
    return message;
  });
}

function checkReachable(sim: Sim, citizen: CitizenRecord): void {
  if (citizen.blocked) throw new ControlFault(409, 'Người dân đã chặn OA');
  const last = citizen.lastInteractionAt;
  if (last === null || sim.clock.now() - last > CONSOLE_WINDOW) {
    throw new ControlFault(409, 'Người dân chưa tương tác với OA trong 365 ngày qua (§3.5)');
  }
}

/** Any message of this chat, of either side (§1.10). */
function quotedIn(sim: Sim, citizen: CitizenRecord, quoteId: string): string {
  if (sim.store.message(quoteId)?.citizenId !== citizen.id) {
    throw new ControlFault(404, 'Tin được trích dẫn không có trong cuộc trò chuyện này');
  }
  return quoteId;
}

type SendAct = Extract<ConsoleAct, { act: 'text' | 'image' | 'images' | 'file' }>;

function contentsOf(sim: Sim, act: SendAct): Content[] {
  switch (act.act) {
    case 'text':
      return [{ chat: { kind: 'text', text: needText(act.text) }, echo: { name: 'oa_send_text', text: act.text } }];
    case 'image':
      return [imageContent(sim, act.photoId, act.text)];
    case 'images':
      if (!Array.isArray(act.photoIds) || act.photoIds.length === 0) throw new ControlFault(400, 'Cần photoIds');
      return act.photoIds.map((photoId, index) => imageContent(sim, photoId, index === 0 ? act.text : undefined));
    case 'file':
      return [fileContent(sim, needText(act.name), act.fileId)];
    default:
      throw new ControlFault(400, 'Không có hành động này');
  }
}

function imageContent(sim: Sim, photoId: string, text: string | undefined): Content {
  const mediaId = photoMedia(sim, photoId);
  const [url, thumbnail] = [mediaPath(mediaId), thumbnailPath(mediaId)];
  const words = isFilled(text) ? { text } : {};
  const payload = { thumbnail: sim.absolute(thumbnail), url: sim.absolute(url) };
  return {
    chat: { kind: 'image', imageUrl: url, thumbnailUrl: thumbnail, ...words },
    echo: { name: 'oa_send_image', attachments: [{ payload, type: 'image' }], ...words },
  };
}

function fileContent(sim: Sim, name: string, fileId: string | undefined): Content {
  const found = fileMedia(sim, fileId, 'pdf');
  return {
    chat: { kind: 'file', file: { name, size: found.size, url: found.url } },
    echo: { name: 'oa_send_file', attachments: [fileAttachment(sim, name, found)] },
  };
}

/** A reaction given by hand; which official gave it is not told (§1.6). */
function react(
  sim: Sim,
  citizen: CitizenRecord,
  { messageId, icon }: Extract<ConsoleAct, { act: 'react' }>,
): StoredMessage {
  const message = sim.store.message(messageId);
  if (message?.citizenId !== citizen.id) throw new ControlFault(404, 'Không có tin nhắn này');
  if (icon !== REMOVE_ICON && !REACTION_ICONS.includes(icon)) throw new ControlFault(400, 'Không có biểu tượng này');
  message.oaReactions = icon === REMOVE_ICON ? [] : [...(message.oaReactions ?? []), icon];
  sim.messageChanged(message);
  const body = { msg_id: message.id, react_icon: icon };
  void sim.webhook.emit(fromOa(sim, citizen, 'oa_reacted_message', body), citizen.id);
  return message;
}
