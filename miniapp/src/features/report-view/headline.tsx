import { ChevronDown, Clock, Hourglass } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { StateChip } from '../report-card/state-chip.tsx';
import styles from './headline.module.css';
import type { ReportDetail } from './report-api.ts';
import { apologyOf, standingWords } from './standing-words.ts';
import { reportViewTexts } from './texts.ts';
import { useReading } from './use-now.ts';
import { leftWords } from './when.ts';

/** State and holder in one sentence, until when, and, when it is late, an apology before anybody asks for it. */
export function Headline({ report }: { report: ReportDetail }) {
  const texts = useTexts(reportViewTexts);
  const reading = useReading();
  const { state, stateLabel, mainCode, due, overdue, category, ward } = report;
  const about = [category, ward].filter(Boolean).join(' · ');
  const apology = apologyOf(report, texts.late);
  const isTheirs = due?.kind === 'accept' || due?.kind === 'answer';
  return (
    <div className={styles.headline}>
      {about && <p>{about}</p>}
      <StateChip state={state} label={stateLabel} overdue={overdue} />
      <p className={styles.sentence}>{standingWords(report, texts, reading)}</p>
      {due && (
        <p className={styles.left}>
          <Clock aria-hidden size={20} /> {leftWords(new Date(due.at), reading)}
        </p>
      )}
      {mainCode && <p>{texts.merged(mainCode)}</p>}
      {apology && (
        <Notice kind="error">
          <p>{apology}</p>
        </Notice>
      )}
      {isTheirs && due.why.length > 0 && <Why lines={due.why} />}
    </div>
  );
}

/** How the due time was counted, line by line, for whoever wants to know. The lines are the office's own, in Vietnamese. */
function Why({ lines }: { lines: readonly string[] }) {
  const texts = useTexts(reportViewTexts);
  return (
    <details className={styles.why}>
      <summary>
        <Hourglass aria-hidden size={20} /> <span>{texts.why}</span>
        <ChevronDown aria-hidden size={20} className={styles.chevron} />
      </summary>
      <ul lang="vi">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
