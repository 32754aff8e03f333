import { useState } from 'react';
import { apiAddress } from '../../api/address.ts';
import { useTexts } from '../../i18n/language.ts';
import styles from './card-photo.module.css';
import { reportCardTexts } from './texts.ts';

/** A photo everybody may see, by its plain address. One that does not load leaves its place quietly empty. */
export function CardPhoto({ url, alt }: { url: string; alt: string }) {
  const [missing, setMissing] = useState(false);
  if (missing) return <div className={styles.photo} role="img" aria-label={alt} />;
  return (
    <img
      className={styles.photo}
      src={publicFile(url)}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(true)}
    />
  );
}

/** Before and after, side by side, with a word over each. */
export function CardPhotoPair({ before, after, what }: { before: string | null; after: string; what: string }) {
  const texts = useTexts(reportCardTexts);
  if (!before) {
    return (
      <figure className={styles.half}>
        <CardPhoto url={after} alt={texts.photoAfter(what)} />
        <figcaption aria-hidden>{texts.after}</figcaption>
      </figure>
    );
  }
  return (
    <div className={styles.pair}>
      <figure className={styles.half}>
        <CardPhoto url={before} alt={texts.photoBefore(what)} />
        <figcaption aria-hidden>{texts.before}</figcaption>
      </figure>
      <figure className={styles.half}>
        <CardPhoto url={after} alt={texts.photoAfter(what)} />
        <figcaption aria-hidden>{texts.after}</figcaption>
      </figure>
    </div>
  );
}

/** The absolute address of a file that the API names by its path. */
export function publicFile(url: string): string {
  return url.startsWith('/') ? `${apiAddress()}${url}` : url;
}
