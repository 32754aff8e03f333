import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import styles from './figure.module.css';
import { isFew, numberWords, perCent } from './figure-words.ts';
import type { Share } from './figures-api.ts';
import { figuresTexts } from './texts.ts';

interface About {
  name: string;
  /** What it means, on demand. */
  meaning: string | undefined;
}

/** A share: per cent, "41 trên 50", a bar, and the city's for comparison. The bar adds nothing that is not in words. */
export function ShareFigure({
  share,
  city,
  kind = 'plain',
  ...about
}: About & { share: Share; city: Share | null; kind?: 'plain' | 'late' }) {
  const texts = useTexts(figuresTexts);
  const words = useShareWords();
  const value = perCent(share);
  const few = isFew(share);
  return (
    <Frame {...about}>
      {value === null ? (
        <p className={styles.none}>{texts.none}</p>
      ) : (
        <>
          <p>
            <strong className={styles.value}>{value} %</strong> {words(share)}
          </p>
          <div className={styles.bar} aria-hidden>
            {value > 0 && <div className={`${styles.part} ${styles[kind] ?? ''}`} style={{ width: `${value}%` }} />}
          </div>
          {few && <p className={styles.small}>{texts.few}</p>}
        </>
      )}
      {city && perCent(city) !== null && (
        <p className={styles.small}>{texts.inCity(`${perCent(city)} % (${words(city)})`)}</p>
      )}
    </Frame>
  );
}

/** A number by itself, with the words that say what was counted; null: there was nothing to count. */
export function CountFigure({ value, note, ...about }: About & { value: string | null; note?: string }) {
  const texts = useTexts(figuresTexts);
  return (
    <Frame {...about}>
      {value === null ? (
        <p className={styles.none}>{texts.none}</p>
      ) : (
        <>
          <p>
            <strong className={styles.value}>{value}</strong>
          </p>
          {note && <p className={styles.small}>{note}</p>}
        </>
      )}
    </Frame>
  );
}

function Frame({ name, meaning, children }: About & { children: ReactNode }) {
  const texts = useTexts(figuresTexts);
  return (
    <li className={styles.figure}>
      <h3>{name}</h3>
      {children}
      {meaning && (
        <details className={styles.meaning}>
          <summary>
            {texts.meaning} <span className="visually-hidden">{name}</span>
          </summary>
          <p>{meaning}</p>
        </details>
      )}
    </li>
  );
}

function useShareWords(): (share: Share) => string {
  const texts = useTexts(figuresTexts);
  const language = useLanguage();
  return ({ numerator, denominator }) => texts.of(numberWords(numerator, language), numberWords(denominator, language));
}
