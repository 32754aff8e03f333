import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './guide.module.css';
import { usePromises } from './promises.ts';
import { guideTexts } from './texts.ts';

/** The service's own policy, not a promise of this page's. */
export function TimePart({
  isShown,
  isSearch,
}: {
  isShown: (...words: readonly string[]) => boolean;
  isSearch: boolean;
}) {
  const texts = useTexts(guideTexts).time;
  const { data, error, refetch } = usePromises();
  const items = data?.items.filter(({ name }) => isShown(texts.title, name));
  if (isSearch && !items?.length) return null;
  return (
    <Section title={texts.title}>
      <p>{texts.words}</p>
      {items && (
        <ul className={styles.list}>
          {items.map(({ class: kind, name, accept, answer, again }) => (
            <li key={kind} className={styles.row}>
              <h3>{name}</h3>
              <p>{texts.accept(accept)}</p>
              <p>{texts.answer(answer)}</p>
              <p>{texts.again(again)}</p>
            </li>
          ))}
        </ul>
      )}
      {data && <p>{texts.confirm(data.confirmDays)}</p>}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
    </Section>
  );
}
