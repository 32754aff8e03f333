import type { ReactNode } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { timeOf } from '../format.ts';
import { MessageBody, summaryOf } from './message-body.tsx';
import { Ticks } from './ticks.tsx';

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
  return (
    <article className={`bubble-row ${side}`} data-from={message.from} data-kind={message.kind}>
      {author && <div className="bubble-author">{author}</div>}
      <div className="bubble">
        {message.quoteId && (
          <blockquote className="bubble-quote">{quoted ? summaryOf(quoted) : 'Tin nhắn đã trích dẫn'}</blockquote>
        )}
        <MessageBody message={message} onPress={onPress} />
        <footer className="bubble-foot">
          <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
          <Ticks message={message} />
        </footer>
      </div>
      {actions && <div className="bubble-actions">{actions}</div>}
    </article>
  );
}
