import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { dayOf, sameDay } from '../format.ts';

interface Props {
  label: string;
  messages: readonly ChatMessage[];
  empty: ReactNode;
  children: (message: ChatMessage) => ReactNode;
}

/** Conversation with day marks; announces what arrives and stays at the newest message unless the reader scrolled up. */
export function Thread({ label, messages, empty, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const last = messages.at(-1)?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is the reason to scroll.
  useEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [last, messages.length]);

  // Pictures get their height when they load, and sheets take some away; both move the end.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const stay = () => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    };
    element.addEventListener('load', stay, true);
    const watcher = new ResizeObserver(stay);
    watcher.observe(element);
    return () => {
      element.removeEventListener('load', stay, true);
      watcher.disconnect();
    };
  }, []);

  return (
    <div
      ref={box}
      className="thread"
      role="log"
      aria-live="polite"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      onScroll={({ currentTarget: el }) => {
        // Only a move upwards is the reader's wish to stay there; growing content also fires this, with the end farther off.
        if (el.scrollTop < lastTop.current) atEnd.current = false;
        if (el.scrollHeight - el.scrollTop - el.clientHeight < 48) atEnd.current = true;
        lastTop.current = el.scrollTop;
      }}
    >
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
  );
}
