import type { outboxMessages } from '../../../db/schema/index.ts';

type MessageState = (typeof outboxMessages.$inferSelect)['state'];

/** How far a message to the citizen has come. */
const messageStateLabels: Readonly<Record<MessageState, string>> = {
  queued: 'Chờ gửi',
  sending: 'Đang gửi',
  unsure: 'Đang xác minh đã gửi hay chưa',
  accepted: 'Zalo đã nhận, chưa tới người dân',
  received: 'Người dân đã nhận',
  seen: 'Người dân đã xem',
  held: 'Chờ người dân nhắn lại',
  folded: 'Đã gộp vào tin tóm tắt',
  refused: 'Không gửi được',
};

/** What citizens know of a message is what they know of the digest it went into. */
interface Told {
  state: MessageState;
  /** State of the digest that carries a folded message. */
  digestState: MessageState | null;
}

export function messageStateLabel({ state, digestState }: Told): string {
  const own = messageStateLabels[state];
  return state === 'folded' && digestState ? `${own} (${messageStateLabels[digestState]})` : own;
}

/** Informed means received (DESIGN §8): what Zalo only took, holds or refused has told nobody anything. */
export function citizenTold(messages: readonly Told[]): boolean {
  return messages.every(({ state, digestState }) => {
    const told = state === 'folded' ? digestState : state;
    return told === 'received' || told === 'seen';
  });
}
