import { useTexts } from '../../i18n/language.ts';
import styles from './category.module.css';
import { categoryTexts } from './texts.ts';

/** One kind of matter as a large card; pressing it chooses it. */
export function CategoryCard({
  name,
  example = '',
  note = '',
  onChoose,
}: {
  name: string;
  example?: string;
  note?: string;
  onChoose: () => void;
}) {
  const texts = useTexts(categoryTexts);
  return (
    <button type="button" className={styles.card} onClick={onChoose}>
      <span className={styles.name}>{name}</span>
      {example && <span className={styles.note}>{texts.example(example)}</span>}
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}

/** The choice, with the way to another one. */
export function ChosenCategory({
  name,
  answerTime,
  onChange,
}: {
  name: string;
  answerTime: string | null;
  onChange: () => void;
}) {
  const texts = useTexts(categoryTexts);
  return (
    <div className={styles.chosen}>
      <p className={styles.words}>
        <span className={styles.note}>{texts.chosen}</span>
        <span className={styles.name}>{name}</span>
        {answerTime && <span className={styles.note}>{texts.answerTime(answerTime)}</span>}
      </p>
      <button type="button" className={styles.change} aria-label={texts.changeLabel(name)} onClick={onChange}>
        {texts.change}
      </button>
    </div>
  );
}
