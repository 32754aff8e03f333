import { useTexts } from '../../i18n/language.ts';
import { OwnPhoto } from '../../ui/own-photo.tsx';
import styles from './photos.module.css';
import type { Proof } from './report-api.ts';
import { reportViewTexts } from './texts.ts';
import { usePhotoViewer } from './use-photo-viewer.tsx';

/** Photos behind the sign-in as tiles; each opens large. */
export function PhotoTiles({
  name,
  photos,
  altOf,
}: {
  name: string;
  photos: readonly Proof[];
  altOf: (number: number, of: number) => string;
}) {
  const { open, viewer } = usePhotoViewer(name, viewedPhotos(name, photos, altOf));
  return (
    <>
      <ul className={styles.tiles}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <PhotoButton photo={photo} alt={altOf(index + 1, photos.length)} onPress={() => open(index)} />
          </li>
        ))}
      </ul>
      {viewer}
    </>
  );
}

/** What it was and what it became, side by side; the rest of the photos below as tiles. All open in one row to swipe through. */
export function BeforeAfter({
  name,
  before,
  after,
}: {
  name: string;
  before: readonly Proof[];
  after: readonly Proof[];
}) {
  const { photo: alts, answer } = useTexts(reportViewTexts);
  const all = [...viewedPhotos('before', before, alts.before), ...viewedPhotos('after', after, alts.after)];
  const { open, viewer } = usePhotoViewer(name, all);
  const [firstBefore] = before;
  const [firstAfter, ...others] = after;
  return (
    <>
      <div className={styles.pair}>
        {firstBefore && (
          <figure>
            <figcaption>{answer.before}</figcaption>
            <PhotoButton photo={firstBefore} alt={alts.before(1, before.length)} onPress={() => open(0)} />
          </figure>
        )}
        {firstAfter && (
          <figure>
            <figcaption>{answer.after}</figcaption>
            <PhotoButton photo={firstAfter} alt={alts.after(1, after.length)} onPress={() => open(before.length)} />
          </figure>
        )}
      </div>
      {others.length > 0 && (
        <ul className={styles.tiles}>
          {others.map((photo, index) => (
            <li key={photo.id}>
              <PhotoButton
                photo={photo}
                alt={alts.after(index + 2, after.length)}
                onPress={() => open(before.length + index + 1)}
              />
            </li>
          ))}
        </ul>
      )}
      {viewer}
    </>
  );
}

function PhotoButton({ photo, alt, onPress }: { photo: Proof; alt: string; onPress: () => void }) {
  const texts = useTexts(reportViewTexts).photo;
  return (
    <button type="button" className={styles.tile} onClick={onPress}>
      <span className="visually-hidden">{texts.open(alt)}</span>
      <OwnPhoto path={photo.thumbnailUrl ?? photo.url} alt="" />
    </button>
  );
}

function viewedPhotos(name: string, photos: readonly Proof[], altOf: (number: number, of: number) => string) {
  return photos.map(({ id, url }, index) => {
    const alt = altOf(index + 1, photos.length);
    return { key: `${name} ${id}`, alt, picture: <OwnPhoto path={url} alt={alt} /> };
  });
}
