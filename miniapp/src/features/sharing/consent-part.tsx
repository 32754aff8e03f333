import { CircleCheck } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { useMoments } from '../rights/moment.ts';
import type { SharingAnswer } from './answers.ts';
import styles from './sharing.module.css';
import { sharingTexts } from './texts.ts';

/** One purpose in the service's own words: given before, with its date, or asked now and never ticked beforehand. */
export function ConsentPart({ answer, onAnswer }: { answer: SharingAnswer; onAnswer: (agreed: boolean) => void }) {
  const texts = useTexts(sharingTexts);
  const { consent, kind, agreed } = answer;
  if (kind === 'given') return <Given answer={answer} onDecline={() => onAnswer(false)} />;
  return (
    <Tick
      title={texts.agree(consent.title)}
      note={
        <>
          {consent.wording} <Why answer={answer} />
        </>
      }
      checked={agreed}
      onChange={onAnswer}
    />
  );
}

function Given({ answer, onDecline }: { answer: SharingAnswer; onDecline: () => void }) {
  const texts = useTexts(sharingTexts);
  const { day } = useMoments();
  const { title, wording, purpose, at } = answer.consent;
  return (
    <div className={styles.standing}>
      <CircleCheck aria-hidden size={24} />
      <div className={styles.words}>
        <h3>{title}</h3>
        {at && <p>{texts.given(day(at))}</p>}
        <p className={styles.note}>{wording}</p>
        {purpose === 'publish' && (
          <>
            <p>{texts.thisOneToo}</p>
            <Button look="secondary" onPress={onDecline}>
              {texts.notThisOne}
            </Button>
          </>
        )}
        <Link to="/me/consents" className={styles.link} aria-label={texts.changeOf(title)}>
          {texts.change}
        </Link>
      </div>
    </div>
  );
}

function Why({ answer: { consent } }: { answer: SharingAnswer }) {
  const texts = useTexts(sharingTexts);
  const why = consent.purpose === 'handle' ? texts.needed : texts.free;
  return <strong>{consent.basis === 'duty' ? `${why} ${texts.duty}` : why}</strong>;
}
