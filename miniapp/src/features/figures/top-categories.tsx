import { useLanguage, useTexts } from '../../i18n/language.ts';
import styles from './figure.module.css';
import { numberWords } from './figure-words.ts';
import type { Figures } from './figures-api.ts';
import { figuresTexts } from './texts.ts';

/** The longest bar is the largest of them: each says its number. */
export function TopCategories({ items }: { items: Figures['topCategories'] }) {
  const texts = useTexts(figuresTexts);
  const language = useLanguage();
  if (items.length === 0) return <p>{texts.noCategories}</p>;
  const most = Math.max(...items.map(({ count }) => count), 1);
  return (
    <ol className={styles.list}>
      {items.map(({ code, name, count }) => (
        <li key={code} className={styles.row}>
          <span>
            {name}: <strong>{texts.reports(numberWords(count, language))}</strong>
          </span>
          <div className={styles.bar} aria-hidden>
            <div className={styles.part} style={{ width: `${(count / most) * 100}%` }} />
          </div>
        </li>
      ))}
    </ol>
  );
}
