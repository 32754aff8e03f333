import type { ReactNode } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { timeOf } from '../format.ts';
import { Icon, type IconName } from '../icons.tsx';
import { MessageBody, summaryOf } from './message-body.tsx';
import { Reactions } from './reactions.tsx';
import { Ticks } from './ticks.tsx';

/** Not a message somebody or the app wrote in the OA's chat, so it must not look like one (§3.9, §4, §7.4). */
const channels: Record<NonNullable<ChatMessage['channel']> | 'uid', { name: string; hint: string; icon: IconName }> = {
  zns: { name: 'Tin ZNS', hint: 'Tin theo mẫu, gửi theo số điện thoại; ngoài cuộc trò chuyện với OA', icon: 'phone' },
  uid: {
    name: 'Tin theo mẫu',
    hint: 'Tin theo mẫu, gửi theo tài khoản Zalo; có phí, cả khi khung chat đã đóng',
    icon: 'api',
  },
  miniapp: { name: 'Thông báo Mini App', hint: 'Từ tài khoản chung “Zalo Mini App”, không phải từ OA', icon: 'bell' },
};

interface Props {
  message: ChatMessage;
  /** `mine`: on the right, sent by whoever holds this screen. */
  side: 'mine' | 'theirs';
  author?: ReactNode;
  quoted?: ChatMessage | undefined;
  onPress?: (buttonIndex: number) => void;
  actions?: ReactNode;
}

export function Bubble({ message, side, author, quoted, onPress, actions }: Props) {
  if (message.from === 'system') {
    return <p className="event-mark">{message.text ?? 'Sự kiện'}</p>;
  }
  const channelId = message.channel ?? (message.templateId === undefined ? undefined : 'uid');
  const channel = channelId && channels[channelId];
  return (
    <article
      className={`bubble-row ${side}`}
      data-from={message.from}
      data-kind={message.kind}
      data-channel={channelId}
    >
      {channel && !author && (
        <div className="bubble-channel" title={channel.hint}>
          <Icon name={channel.icon} /> {channel.name}
        </div>
      )}
      {author && <div className="bubble-author">{author}</div>}
      <div className="bubble">
        {message.quoteId && (
          <blockquote className="bubble-quote">{quoted ? summaryOf(quoted) : 'Tin nhắn đã trích dẫn'}</blockquote>
        )}
        <MessageBody message={message} onPress={onPress} />
        <footer className="bubble-foot">
          <Reactions message={message} />
          <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
          <Ticks message={message} />
        </footer>
      </div>
      {actions && <div className="bubble-actions">{actions}</div>}
    </article>
  );
}
