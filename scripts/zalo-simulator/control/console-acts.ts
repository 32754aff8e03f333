import { ControlFault } from '../answers.ts';
import { DAY } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ConsoleAct } from '../control-api.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import type { Content } from '../oa/message-content.ts';
import { recordSent } from '../oa/sent-message.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { isFilled } from '../values.ts';
import { photoMedia } from './photos.ts';

/** The official at the OA console unless an act names another: 16 digits, as in the sample (§1.9). */
const DEFAULT_ADMIN_ID = '6409182735461029';

/** §3.5: a person may write from OA Manager up to 365 days after the last interaction. */
const CONSOLE_WINDOW = 365 * DAY;

/** An official typing in the OA console; the echo carries `sender.admin_id` (§1.9). */
export function actAtConsole(sim: Sim, citizen: CitizenRecord, act: ConsoleAct): StoredMessage {
  checkReachable(sim, citizen);
  const content = contentOf(sim, act);
  const quote = act.act === 'text' && act.quoteId !== undefined ? { quoteId: act.quoteId } : {};
  const adminId = act.adminId ?? DEFAULT_ADMIN_ID;
  const { message, announce } = recordSent(sim, { citizen, content, adminId, ...quote });
  void announce.echo();
  announce.receipts();
  return message;
}

function checkReachable(sim: Sim, citizen: CitizenRecord): void {
  if (citizen.blocked) throw new ControlFault(409, 'Người dân đã chặn OA');
  const last = citizen.lastInteractionAt;
  if (last === null || sim.clock.now() - last > CONSOLE_WINDOW) {
    throw new ControlFault(409, 'Người dân chưa tương tác với OA trong 365 ngày qua (§3.5)');
  }
}

function contentOf(sim: Sim, act: ConsoleAct): Content {
  if (act.act === 'text') {
    if (!isFilled(act.text)) throw new ControlFault(400, 'Nội dung không được trống');
    return { chat: { kind: 'text', text: act.text }, echo: { name: 'oa_send_text', text: act.text } };
  }
  if (act.act !== 'image') throw new ControlFault(400, 'Không có hành động này');
  const mediaId = photoMedia(sim, act.photoId);
  const [url, thumbnail] = [mediaPath(mediaId), thumbnailPath(mediaId)];
  const words = isFilled(act.text) ? { text: act.text } : {};
  const payload = { thumbnail: sim.absolute(thumbnail), url: sim.absolute(url) };
  return {
    chat: { kind: 'image', imageUrl: url, thumbnailUrl: thumbnail, ...words },
    echo: { name: 'oa_send_image', attachments: [{ payload, type: 'image' }], ...words },
  };
}
