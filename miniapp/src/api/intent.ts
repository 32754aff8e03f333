import { useRef } from 'react';

/** 128 random bits as text; `crypto.randomUUID` is younger than the WebViews we serve. */
export function newKey(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Intent {
  /** The same for the same content until it was done: what is sent twice because an answer was lost is one thing. */
  keyFor(content: string): string;
  /** It succeeded: the next one is another. */
  done(): void;
}

/** The `Idempotency-Key` of what a person means to do on this page. */
export function useIntent(): Intent {
  const current = useRef<{ content: string; key: string } | null>(null);
  return {
    keyFor: (content) => {
      if (current.current?.content !== content) current.current = { content, key: newKey() };
      return current.current.key;
    },
    done: () => {
      current.current = null;
    },
  };
}
