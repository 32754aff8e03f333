import { type RefObject, useState } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { summaryOf } from './message-body.tsx';

interface Props {
  label: string;
  placeholder: string;
  text: string;
  setText: (text: string) => void;
  canSend: boolean;
  send: () => Promise<void>;
  field: RefObject<HTMLTextAreaElement>;
}

/** Text field with the send button; Enter sends, Shift + Enter breaks the line. */
export function ComposerBar({ label, placeholder, text, setText, canSend, send, field }: Props) {
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    // A second Enter while the first is on its way would send the text twice.
    if (busy || !canSend) return;
    setBusy(true);
    await send().finally(() => setBusy(false));
  };
  return (
    <form
      className="composer-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // `isComposing`: Vietnamese input methods use Enter to finish a syllable.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <button type="submit" className="primary send" disabled={busy || !canSend}>
        <Icon name="send" />
        Gửi
      </button>
    </form>
  );
}

export function QuoteStrip({ quote, drop }: { quote: ChatMessage | null; drop: () => void }) {
  if (!quote) return null;
  return (
    <div className="quote-strip">
      <p>
        <span>Trả lời:</span> {summaryOf(quote)}
      </p>
      <button type="button" className="icon-button" title="Bỏ trích dẫn" onClick={drop}>
        <Icon name="close" />
        <span className="sr-only">Bỏ trích dẫn</span>
      </button>
    </div>
  );
}
