import type { ChatMessage } from '../../../control-api.ts';
import { timeOf } from '../format.ts';
import { Icon } from '../icons.tsx';

/** Gửi → nhận → xem, as word, icon and colour together. */
export function Ticks({ message }: { message: ChatMessage }) {
  if (message.seenAt) {
    return (
      <span className="ticks seen" title={`Đã xem lúc ${timeOf(message.seenAt)}`}>
        <Icon name="okok" /> Đã xem
      </span>
    );
  }
  if (message.receivedAt) {
    return (
      <span className="ticks" title={`Đã nhận lúc ${timeOf(message.receivedAt)}`}>
        <Icon name="okok" /> Đã nhận
      </span>
    );
  }
  return (
    <span
      className="ticks"
      title={message.from === 'citizen' ? 'Đã gửi tới OA' : 'Đã gửi, máy người dân chưa báo nhận'}
    >
      <Icon name="ok" /> Đã gửi
    </span>
  );
}
