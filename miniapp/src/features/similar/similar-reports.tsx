import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isRead } from '../category/served-draft.ts';
import { Step } from '../draft/step.tsx';
import type { DraftDoings } from '../draft/use-draft.ts';
import styles from './similar.module.css';
import { useSimilar } from './similar.ts';
import { SimilarCard } from './similar-card.tsx';
import { similarTexts } from './texts.ts';

/** Nobody waits longer than this for a question that may not come. */
const PATIENCE_MS = 6_000;
const REVIEW = '/report/review';

/** "Có người đã phản ánh việc này?" Nothing found, no network, a slow service: the page is passed over. */
export function SimilarReports({ draft, server }: Pick<DraftDoings, 'draft' | 'server'>) {
  const texts = useTexts(similarTexts);
  const navigate = useNavigate();
  const online = useOnline();
  const { data, isError } = useSimilar(draft, { isReady: isRead(draft, server) });
  const isLate = useLate(PATIENCE_MS);
  const isOver = data ? data.length === 0 : !online || isError || isLate;
  useEffect(() => {
    if (isOver) navigate(REVIEW, { replace: true });
  }, [isOver, navigate]);
  return (
    <Step
      number={3}
      of={4}
      title={texts.title}
      back="/report/what"
      next={{ label: data ? texts.other : texts.skip, to: REVIEW }}
    >
      {data ? (
        <>
          <p>{texts.intro}</p>
          <ul className={styles.list}>
            {data.map((report) => (
              <li key={report.code}>
                <SimilarCard report={report} onJoin={() => navigate(joiningReview(report.code))} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{texts.looking}</p>
          <Skeleton block />
        </>
      )}
    </Step>
  );
}

/** The review of a report that joins another one. */
export function joiningReview(code: string): string {
  return `${REVIEW}?joins=${encodeURIComponent(code)}`;
}

function useLate(afterMs: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isLate;
}
