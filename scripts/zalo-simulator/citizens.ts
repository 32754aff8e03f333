import type { Citizen } from './control-api.ts';
import type { CitizenRecord, Store, StoredMessage } from './state.ts';
import { newNumericId } from './values.ts';

/** Invented people; OA-scoped and app-scoped ids differ and lie beyond 2^53 (§9). Fixed, so that a reset keeps them. */
const INVENTED: [name: string, id: string, idByApp: string, phone: string][] = [
  ['Nguyễn Thị Hòa', '7104826395017482631', '3961750284619375046', '84900000101'],
  ['Trần Văn Minh', '6582039471650284917', '5820471936502847193', '84900000102'],
  ['Lê Thu Hà', '8039471625048371926', '4719382650471938265', '84900000103'],
  ['Phạm Quốc Bảo', '5917304826150937482', '6038471950263847105', '84900000104'],
  ['Hoàng Ngọc Lan', '7462039518472603951', '5172639480517263948', '84900000105'],
  ['Đặng Đức Thịnh', '6839201746583920174', '4483920175648392017', '84900000106'],
];

export function inventedCitizens(): CitizenRecord[] {
  return INVENTED.map(([name, id, idByApp, phone]) => ({ ...stranger(name), id, idByApp, phone }));
}

/** Somebody who has never met the OA. */
export function stranger(name: string): CitizenRecord {
  const id = newNumericId();
  return {
    id,
    idByApp: newNumericId(),
    name,
    phone: `849${id.slice(-8)}`,
    followed: false,
    blocked: false,
    banned: false,
    tappedChat: false,
    notifyAllowed: false,
    znsRefusal: null,
    oaAdmin: false,
    lastInteractionAt: null,
    tags: [],
    sharedInfo: null,
  };
}

export function citizenView(store: Store, citizen: CitizenRecord): Citizen {
  const messages = store.messagesOf(citizen.id);
  const { sharedInfo: _shared, tappedChat: _tapped, ...view } = citizen;
  return { ...view, tags: [...view.tags], lastMessageAt: messages.at(-1)?.at ?? null, unread: countUnread(messages) };
}

function countUnread(messages: StoredMessage[]): number {
  let unread = 0;
  for (const message of messages) if (isFromOa(message) && message.seenAt === undefined) unread += 1;
  return unread;
}

export function isFromOa(message: StoredMessage): boolean {
  return message.from === 'app' || message.from === 'official';
}

/** Part of the conversation with the OA, which is all that the console and the OA's own APIs know (§5). */
export function isInOaChat(message: StoredMessage): boolean {
  return message.from !== 'system' && message.channel === undefined;
}
