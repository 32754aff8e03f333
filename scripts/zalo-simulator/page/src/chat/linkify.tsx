import type { ReactNode } from 'react';
import { ChatLink } from './chat-link.tsx';

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}])/g;

/** Text with its links made clickable; everything else stays text, so nothing a citizen types becomes markup. */
export function linkify(text: string): ReactNode[] {
  // Splitting on one capturing group puts the links at the odd places.
  return text.split(LINK).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
      <ChatLink key={index} href={part}>
        {part}
      </ChatLink>
    ) : (
      part
    ),
  );
}
