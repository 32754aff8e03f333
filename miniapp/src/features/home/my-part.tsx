import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { MyReportCard } from '../my-reports/my-report-card.tsx';
import { useMyNewest } from './my-newest.ts';
import styles from './published-list.module.css';
import { homeTexts } from './texts.ts';

export function MyPart() {
  const texts = useTexts(homeTexts).mine;
  const { data, error, refetch, dataUpdatedAt } = useMyNewest();
  return (
    <Section title={texts.title} aside={<Link to="/reports">{texts.all}</Link>}>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      {data?.length === 0 && <p>{texts.none}</p>}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((line) => (
            <li key={line.code}>
              <MyReportCard line={line} />
            </li>
          ))}
        </ul>
      )}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
    </Section>
  );
}
