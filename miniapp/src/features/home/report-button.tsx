import { Camera } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import styles from './report-button.module.css';
import { homeTexts } from './texts.ts';

/** What the app is for: nothing on the first page is larger. */
export function ReportButton() {
  const texts = useTexts(homeTexts);
  return (
    <Link to="/report" className={styles.button}>
      <Camera aria-hidden size={48} />
      <span className={styles.words}>
        <span className={styles.title}>{texts.report}</span>
        <span>{texts.reportNote}</span>
      </span>
    </Link>
  );
}
