import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { dayOf, sameDay } from '../format.ts';

interface Props {
  label: string;
  /** Whether new messages are read out; off where another list on the page already does. */
  announce: boolean;
  /** Who holds this screen: what they send always comes into view. */
  owner: 'citizen' | 'oa';
  messages: readonly ChatMessage[];
  empty: ReactNode;
  children: (message: ChatMessage) => ReactNode;
}

const NEAR_END = 48;

/** Conversation with day marks; announces what arrives and stays at the newest message unless the reader scrolled up. */
export function Thread({ label, announce, owner, messages, empty, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const last = messages.at(-1);
  const ownLast = last !== undefined && (last.from === 'citizen') === (owner === 'citizen') ? last.id : undefined;

  // Messages, pictures that finish loading and sheets that take room away all move the end.
  useEffect(() => {
    const { current: frame } = box;
    if (!frame || !content.current) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) frame.scrollTop = frame.scrollHeight;
    });
    watcher.observe(frame);
    watcher.observe(content.current);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    if (!ownLast || !box.current) return;
    atEnd.current = true;
    box.current.scrollTop = box.current.scrollHeight;
  }, [ownLast]);

  return (
    <div
      ref={box}
      className="thread"
      role="log"
      aria-live={announce ? 'polite' : 'off'}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      onScroll={({ currentTarget: el }) => {
        // Only a move upwards is the reader's wish to stay there; growing content also fires this, with the end farther off.
        if (el.scrollTop < lastTop.current) atEnd.current = false;
        if (el.scrollHeight - el.scrollTop - el.clientHeight < NEAR_END) atEnd.current = true;
        lastTop.current = el.scrollTop;
      }}
    >
      <div ref={content} className="thread-content">
        {messages.length === 0 && <div className="thread-empty">{empty}</div>}
        {messages.map((message, index) => {
          const previous = messages[index - 1];
          return (
            <Fragment key={message.id}>
              {(!previous || !sameDay(previous.at, message.at)) && <p className="day-mark">{dayOf(message.at)}</p>}
              {children(message)}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
