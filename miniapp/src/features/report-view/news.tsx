import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import styles from './news.module.css';
import type { ReportDetail } from './report-api.ts';
import { reportViewTexts } from './texts.ts';

/** After a deed of the person's own the report changes because of it: no news. */
const OWN_MS = 10_000;

/**
 * Says that the report changed while it is read. It lies over the page and is heard when the screen reader has finished; nothing
 * moves under the reader's eyes or fingers.
 */
export function News({ report, ownDeedAt }: { report: ReportDetail; ownDeedAt: { readonly current: number } }) {
  const texts = useTexts(reportViewTexts);
  const [news, setNews] = useState<string | null>(null);
  const mark = markOf(report);
  const before = useRef(mark);
  useEffect(() => {
    if (before.current === mark) return;
    before.current = mark;
    if (Date.now() - ownDeedAt.current > OWN_MS) setNews(report.holder);
  }, [mark, ownDeedAt, report.holder]);
  const show = () => {
    setNews(null);
    const heading = document.querySelector('h1');
    heading?.scrollIntoView?.({ block: 'end' });
    heading?.focus();
  };
  return (
    <div role="status">
      {news !== null && (
        <div className={styles.news}>
          <p>{texts.news(news)}</p>
          <Button look="secondary" onPress={show}>
            {texts.newsShow}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Changes when something happened that a person wants to know. */
function markOf({ state, mainState, agency, question, answers, due, timeline }: ReportDetail): string {
  return JSON.stringify([state, mainState, agency, question?.askedAt, answers.length, due?.at, timeline.length]);
}
