import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { deedTexts } from './texts.ts';

/** As long as the service takes. */
const MOST_TEXT = 2_000;

/** Half-written replies by report: looking at another page meanwhile loses nothing. */
const halfWritten = new Map<string, string>();

export function ReplyForm({
  code,
  replyBy,
  onSend,
}: {
  code: string;
  /** In words. */
  replyBy: string;
  onSend: (text: string) => void;
}) {
  const texts = useTexts(deedTexts).question;
  const [text, setText] = useState(halfWritten.get(code) ?? '');
  const [isMissing, setMissing] = useState(false);
  const send = () => {
    const written = text.trim().normalize('NFC');
    setMissing(!written);
    if (!written) return;
    halfWritten.delete(code);
    onSend(written);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        label={texts.label}
        hint={texts.hint(replyBy)}
        error={isMissing && !text.trim() ? texts.empty : null}
        value={text}
        maxLength={MOST_TEXT}
        onChange={({ target }) => {
          setText(target.value);
          halfWritten.set(code, target.value);
        }}
      />
      <Button type="submit" wide>
        {texts.send}
      </Button>
    </form>
  );
}
