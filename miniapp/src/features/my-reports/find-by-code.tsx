import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { codeAsWritten } from '../report-view/report-api.ts';
import styles from './my-reports.module.css';
import { myReportsTexts } from './texts.ts';

/** For a code that was dictated or stands on paper. */
export function FindByCode() {
  const texts = useTexts(myReportsTexts).find;
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const open = () => {
    setMissing(!typed.trim());
    if (typed.trim()) navigate(`/reports/${encodeURIComponent(codeAsWritten(typed))}`);
  };
  return (
    <Section title={texts.title}>
      <form
        noValidate
        className={styles.find}
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <TextField
          label={texts.label}
          hint={texts.hint}
          error={isMissing && !typed.trim() ? texts.empty : null}
          value={typed}
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          enterKeyHint="go"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="secondary" wide>
          {texts.do}
        </Button>
      </form>
    </Section>
  );
}
