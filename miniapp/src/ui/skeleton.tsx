import { useTexts } from '../i18n/language.ts';
import styles from './skeleton.module.css';
import { uiTexts } from './texts.ts';

/** The place of what is coming, in its rough shape. */
export function Skeleton({ lines = 3, block = false }: { lines?: number; block?: boolean }) {
  const texts = useTexts(uiTexts);
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{texts.loading}</span>
      {block && <div className={`${styles.line} ${styles.block}`} />}
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of nothing have nothing else to be told apart by
        <div key={line} className={styles.line} />
      ))}
    </div>
  );
}
