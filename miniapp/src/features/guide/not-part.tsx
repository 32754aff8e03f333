import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './guide.module.css';
import { useRefusals } from './refusals.ts';
import { guideTexts } from './texts.ts';

/** The closed list of what belongs elsewhere, each with the place it belongs to. */
export function NotPart({
  isShown,
  isSearch,
}: {
  isShown: (...words: readonly string[]) => boolean;
  isSearch: boolean;
}) {
  const texts = useTexts(guideTexts).not;
  const { data, error, refetch } = useRefusals();
  const items = data?.filter(({ reason, where }) => isShown(reason, where));
  if (isSearch && !items?.length) return null;
  return (
    <Section title={texts.title}>
      {!isSearch && <p>{texts.words}</p>}
      {items && (
        <ul className={styles.list}>
          {items.map(({ code, reason, where }) => (
            <li key={code} className={styles.row}>
              <h3>{reason}</h3>
              <p>{texts.where(where)}</p>
            </li>
          ))}
        </ul>
      )}
      {!items && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
    </Section>
  );
}
