import { type ReactNode, useContext } from 'react';
import { LinkOpener } from '../phone/mini-app/link-opener.ts';

interface Props {
  href: string;
  className?: string;
  onPress?: () => void;
  children: ReactNode;
}

/** A link of a chat: into the Mini App where the phone has it, else into a tab of its own. */
export function ChatLink({ href, className, onPress, children }: Props) {
  const openInApp = useContext(LinkOpener);
  return (
    <a
      className={className}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        onPress?.();
        if (openInApp(href)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
