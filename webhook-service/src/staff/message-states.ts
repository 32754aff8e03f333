import type { outboxMessages } from '../../../db/schema/index.ts';

type MessageState = (typeof outboxMessages.$inferSelect)['state'];

/** How far a message to the citizen has come. */
export const messageStateLabels: Readonly<Record<MessageState, string>> = {
  queued: 'Chờ gửi',
  sending: 'Đang gửi',
  unsure: 'Đang xác minh đã gửi hay chưa',
  accepted: 'Zalo đã nhận, chưa tới người dân',
  received: 'Người dân đã nhận',
  seen: 'Người dân đã xem',
  held: 'Chờ người dân nhắn lại (ngoài thời gian được gửi)',
  folded: 'Đã gộp vào tin tóm tắt',
  refused: 'Không gửi được',
};

/** Informed means received (DESIGN §8): what Zalo only took, holds or refused has told nobody anything. */
export function citizenTold(messages: readonly { state: MessageState }[]): boolean {
  return messages.every(({ state }) => state === 'received' || state === 'seen');
}
