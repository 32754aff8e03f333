import { useTexts } from '../../i18n/language.ts';
import { OwnPhoto, useObjectUrl } from '../../ui/own-photo.tsx';
import type { DraftPhoto } from '../draft/model.ts';
import styles from './review.module.css';
import { reviewTexts } from './texts.ts';

/** The photos that go along, and a word about those that are late or stay behind. */
export function LetterPhotos({ photos }: { photos: readonly DraftPhoto[] }) {
  const texts = useTexts(reviewTexts);
  const going = photos.filter(({ state }) => state !== 'refused');
  const late = going.filter(({ state }) => state !== 'uploaded').length;
  const left = photos.length - going.length;
  return (
    <>
      {going.length === 0 && <p>{texts.noPhotos}</p>}
      {going.length > 0 && (
        <ul className={styles.photos}>
          {going.map((photo, index) => (
            <li key={photo.key} className={styles.photo}>
              <Picture photo={photo} alt={texts.photo(index + 1, going.length)} />
            </li>
          ))}
        </ul>
      )}
      {late > 0 && <p className={styles.note}>{texts.onWay(late)}</p>}
      {left > 0 && <p className={styles.note}>{texts.left(left)}</p>}
    </>
  );
}

function Picture({ photo: { blob, serverId }, alt }: { photo: DraftPhoto; alt: string }) {
  const own = useObjectUrl(blob ?? undefined);
  if (own) return <img className={styles.picture} src={own} alt={alt} />;
  if (serverId !== null) return <OwnPhoto path={`/api/citizen/photos/${serverId}/thumbnail`} alt={alt} />;
  return <div className={styles.picture} role="img" aria-label={alt} />;
}
