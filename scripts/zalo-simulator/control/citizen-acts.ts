import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { CitizenAct } from '../control-api.ts';
import { emitSeen } from '../oa/receipts.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import * as messages from './citizen-messages.ts';
import { needText } from './citizen-say.ts';
import * as standing from './citizen-standing.ts';
import { photoMedia } from './photos.ts';

/** What a citizen does, and the event each act becomes (§1.7, §1.8). Returns the messages it added. */
export function actAsCitizen(sim: Sim, citizen: CitizenRecord, act: CitizenAct): StoredMessage[] {
  switch (act.act) {
    case 'text':
      return [messages.sendText(sim, citizen, { text: needText(act.text), quoteId: act.quoteId })];
    case 'photos':
      return messages.sendPhotos(sim, citizen, act);
    case 'gif':
      return [messages.sendPicture(sim, citizen, { mediaId: photoMedia(sim, act.photoId), kind: 'gif' })];
    case 'location':
      return [messages.sendLocation(sim, citizen, act)];
    case 'press':
      return messages.pressButton(sim, citizen, act);
    case 'sticker':
      return [messages.sendSticker(sim, citizen)];
    case 'audio':
      return [messages.sendAudio(sim, citizen, act)];
    case 'video':
      return [messages.sendVideo(sim, citizen, act)];
    case 'file':
      return [messages.sendFile(sim, citizen, act)];
    case 'link':
      return [messages.sendLink(sim, citizen, act)];
    case 'businessCard':
      return [messages.sendCard(sim, citizen, act)];
    case 'seen':
      emitSeen(sim, citizen);
      return [];
    case 'react':
      return standing.react(sim, citizen, act);
    default:
      return [changeStanding(sim, citizen, act)];
  }
}

type ChatAct = 'text' | 'photos' | 'gif' | 'location' | 'press' | 'sticker' | 'audio' | 'video' | 'file' | 'link';
type StandingAct = Exclude<CitizenAct, { act: ChatAct | 'businessCard' | 'seen' | 'react' }>;

function changeStanding(sim: Sim, citizen: CitizenRecord, act: StandingAct): StoredMessage {
  switch (act.act) {
    case 'follow':
      return standing.follow(sim, citizen);
    case 'unfollow':
      return standing.unfollow(sim, citizen);
    case 'chatnow':
      return standing.clickChatNow(sim, citizen);
    case 'block':
    case 'unblock':
      return standing.setBlocked(sim, citizen, act.act === 'block');
    case 'ban':
    case 'unban':
      return standing.setBanned(sim, citizen, act.act === 'ban');
    case 'submitInfo':
      return standing.submitInfo(sim, citizen, act);
    case 'withdraw':
      return standing.withdraw(sim, citizen);
    case 'call':
      return standing.call(sim, citizen, act);
    case 'notifyAllowed':
      return standing.setNotifyAllowed(sim, citizen, act.on !== false);
    case 'revokeConsent':
      return standing.revokeConsent(sim, citizen);
    case 'znsRefuse':
      return standing.setZnsRefusal(sim, citizen, act.what);
    case 'oaAdmin':
      return standing.setOaAdmin(sim, citizen, act.on !== false);
    default:
      throw new ControlFault(400, 'Không có hành động này');
  }
}
