import { useTexts } from '../../i18n/language.ts';
import { CardPhoto, publicFile } from '../report-card/card-photo.tsx';
import { usePhotoViewer } from '../report-view/use-photo-viewer.tsx';
import styles from './published.module.css';
import { publishedTexts } from './published-texts.ts';
import type { Picture } from './wire.ts';

/** What it was and what it became, side by side, then the rest; all open in one row to swipe through. */
export function PublicPhotos({
  name,
  before,
  after,
}: {
  /** Which photos of the page these are. */
  name: string;
  before: readonly Picture[];
  after: readonly Picture[];
}) {
  const texts = useTexts(publishedTexts);
  const all = [
    ...before.map((photo, index) => ({ photo, alt: texts.photoBefore(index + 1, before.length) })),
    ...after.map((photo, index) => ({ photo, alt: texts.photoAfter(index + 1, after.length) })),
  ];
  const { open, viewer } = usePhotoViewer(
    name,
    all.map(({ photo, alt }) => ({
      key: `${name} ${photo.url}`,
      alt,
      picture: <img className={styles.large} src={publicFile(photo.url)} alt={alt} />,
    })),
  );
  const tile = (index: number) => {
    const shown = all[index];
    if (!shown) return null;
    const { photo, alt } = shown;
    return (
      <button type="button" className={styles.tile} aria-label={texts.open(alt)} onClick={() => open(index)}>
        <CardPhoto url={photo.thumbnailUrl ?? photo.url} alt="" />
      </button>
    );
  };
  const isPair = before.length > 0 && after.length > 0;
  const inPair = new Set(isPair ? [0, before.length] : []);
  const rest = all.map((_, index) => index).filter((index) => !inPair.has(index));
  return (
    <>
      {isPair && (
        <div className={styles.pair}>
          <figure>
            <figcaption>{texts.before}</figcaption>
            {tile(0)}
          </figure>
          <figure>
            <figcaption>{texts.after}</figcaption>
            {tile(before.length)}
          </figure>
        </div>
      )}
      {rest.length > 0 && (
        <ul className={styles.tiles}>
          {rest.map((index) => (
            <li key={all[index]?.photo.url}>{tile(index)}</li>
          ))}
        </ul>
      )}
      {viewer}
    </>
  );
}
