import { Link } from 'react-router-dom';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { Tick } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import type { Sharing } from '../draft/model.ts';
import { useConsents } from '../rights/consents.ts';
import { answering, answersOf } from './answers.ts';
import { ConsentPart } from './consent-part.tsx';
import styles from './sharing.module.css';
import { sharingTexts } from './texts.ts';

/** What the reporter agrees to, one by one, and whether the agency reads their name. */
export function SharingQuestions({
  sharing,
  onChange,
}: {
  sharing: Sharing;
  onChange: (change: Partial<Sharing>) => void;
}) {
  const texts = useTexts(sharingTexts);
  const online = useOnline();
  const { data, error, refetch } = useConsents();
  const answers = answersOf(data?.items ?? [], sharing);
  return (
    <Section title={texts.title}>
      <p className={styles.note}>{texts.intro}</p>
      {!data && !online && (
        <Notice kind="soon">
          <p>{texts.never}</p>
        </Notice>
      )}
      {!data && online && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton block />)}
      {answers.map((answer) => (
        <ConsentPart
          key={answer.consent.purpose}
          answer={answer}
          onAnswer={(agreed) => onChange(answering(sharing, answer.consent, agreed))}
        />
      ))}
      <Tick
        title={texts.hideMyName}
        note={texts.hideMyNameNote}
        checked={sharing.hideMyName}
        onChange={(hideMyName) => onChange({ hideMyName })}
      />
      <Link to="/me/privacy" className={styles.link}>
        {texts.notice}
      </Link>
    </Section>
  );
}
