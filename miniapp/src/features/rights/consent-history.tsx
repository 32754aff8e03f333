import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './consent-history.module.css';
import { type Turn, useConsentHistory } from './consents.ts';
import { useMoments } from './moment.ts';
import { rightsTexts } from './texts.ts';

/** Every turn with the words of that day: what was agreed to can be proven by the one who agreed. */
export function ConsentHistory() {
  const texts = useTexts(rightsTexts).consents;
  const { data, error, refetch } = useConsentHistory();
  return (
    <Section title={texts.history}>
      {data?.items.length === 0 && <p>{texts.historyNone}</p>}
      {data && data.items.length > 0 && (
        <ol className={styles.list}>
          {data.items.map((turn) => (
            <li key={`${turn.purpose} ${turn.at}`}>
              <OneTurn turn={turn} />
            </li>
          ))}
        </ol>
      )}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />)}
    </Section>
  );
}

function OneTurn({ turn: { given, title, version, wording, source, at } }: { turn: Turn }) {
  const texts = useTexts(rightsTexts).consents;
  const { moment } = useMoments();
  return (
    <details className={styles.turn}>
      <summary>
        <strong>{given ? texts.historyGiven : texts.historyTaken}</strong> · {title}
        <br />
        <span className={styles.when}>
          {moment(at)}, {texts.sources[source]}
        </span>
      </summary>
      <p>{wording}</p>
      <p className={styles.when}>{texts.version(version)}</p>
    </details>
  );
}
