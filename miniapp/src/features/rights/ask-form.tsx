import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './ask-form.module.css';
import { type AskedKind, askedKinds, useAsk } from './requests.ts';
import { rightsTexts } from './texts.ts';

const MOST_WORDS = 2_000;

/** A request that somebody has to read: what it is, and in one's own words. */
export function AskForm() {
  const texts = useTexts(rightsTexts).ask;
  const [kind, setKind] = useState<AskedKind | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const ask = useAsk();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!kind || !note.trim() || ask.isPending) return;
    ask.mutate(
      { kind, note: note.trim() },
      {
        onSuccess: () => {
          setKind(null);
          setNote('');
          setTried(false);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p>{texts.lead}</p>
      <ChoiceList
        legend={texts.which}
        choices={askedKinds.map((value) => ({ value, ...texts.kinds[value] }))}
        chosen={kind}
        onChoose={setKind}
      />
      {isTried && !kind && (
        <Notice kind="soon" live>
          <p>{texts.chooseFirst}</p>
        </Notice>
      )}
      <TextArea
        label={texts.words}
        hint={texts.wordsHint}
        value={note}
        maxLength={MOST_WORDS}
        error={isTried && !note.trim() ? texts.wordsFirst : null}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" look="secondary" busy={ask.isPending}>
        {texts.send}
      </Button>
      {ask.isSuccess && (
        <Notice kind="done" live>
          <p>{texts.sent}</p>
        </Notice>
      )}
      {ask.isError && <Trouble error={ask.error} />}
    </form>
  );
}
