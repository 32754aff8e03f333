import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { ownWard } from '../place/own-ward.ts';
import styles from './around-part.module.css';
import { usePublished } from './published.ts';
import { PublishedList } from './published-list.tsx';
import { homeTexts } from './texts.ts';

const SHOWN = 3;

/**
 * What others have reported: in the ward this person last spoke of, else in the city, and it says which. Nobody is asked for their
 * place on the first page.
 */
export function AroundPart() {
  const texts = useTexts(homeTexts).around;
  const ward = ownWard();
  const near = usePublished({ limit: SHOWN, ward: ward?.code, enabled: ward !== null });
  const isNear = ward !== null && near.data?.length !== 0;
  const city = usePublished({ limit: SHOWN, enabled: !isNear });
  const { data, error, refetch, dataUpdatedAt } = isNear ? near : city;
  return (
    <Section title={texts.title} aside={<Link to="/around">{texts.all}</Link>}>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      {data?.length === 0 && <p>{texts.none}</p>}
      {data && data.length > 0 && (
        <>
          <p className={styles.note}>{isNear && ward ? texts.ward(ward.name) : texts.city}</p>
          <PublishedList lines={data} />
        </>
      )}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
    </Section>
  );
}
