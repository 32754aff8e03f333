import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { ReportDetail } from './report-api.ts';
import { reportViewTexts } from './texts.ts';
import styles from './timeline.module.css';
import { useReading } from './use-now.ts';
import { pastWords } from './when.ts';

/** What happened, oldest first, one sentence each as the service tells it. */
export function Timeline({ entries }: { entries: ReportDetail['timeline'] }) {
  const texts = useTexts(reportViewTexts);
  const reading = useReading();
  return (
    <Section title={texts.timeline}>
      <ol className={styles.timeline}>
        {entries.map(({ at, event, text }) => (
          <li key={`${at} ${event} ${text}`} className={event === 'overdue' ? styles.late : undefined}>
            <p>{text}</p>
            <p className={styles.when}>
              <time dateTime={at}>{pastWords(new Date(at), reading)}</time>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
