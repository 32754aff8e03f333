import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import styles from './around-part.module.css';
import { usePublished } from './published.ts';
import { PublishedList } from './published-list.tsx';
import { homeTexts } from './texts.ts';

/** What others have reported. Nobody is asked where they are for it: the first page shows the city's newest, and says so. */
export function AroundPart() {
  const texts = useTexts(homeTexts).around;
  const { data, error, refetch, dataUpdatedAt } = usePublished({ limit: 3 });
  return (
    <Section title={texts.title} aside={<Link to="/around">{texts.all}</Link>}>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      {data?.length === 0 && <p>{texts.none}</p>}
      {data && data.length > 0 && (
        <>
          <p className={styles.note}>{texts.city}</p>
          <PublishedList items={data} />
        </>
      )}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
    </Section>
  );
}
