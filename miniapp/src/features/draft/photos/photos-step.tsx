import { useRef, useState } from 'react';
import { useTexts } from '../../../i18n/language.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { zalo } from '../../../zalo/index.ts';
import { DiscardButton } from '../discard-button.tsx';
import { DraftNotices } from '../draft-notices.tsx';
import { roomFor } from '../kept/doings.ts';
import { isEmpty, MOST_PHOTOS } from '../model.ts';
import { Step } from '../step.tsx';
import type { DraftDoings } from '../use-draft.ts';
import { OtherWay } from './other-way.tsx';
import { photoTexts } from './photo-texts.ts';
import { PhotoTile } from './photo-tile.tsx';
import styles from './photos.module.css';
import { PickButtons } from './pick-buttons.tsx';

/** "1/4 Ảnh": as large as thumbs, and never in the way of somebody who has none. */
export function PhotosStep({ doings }: { doings: DraftDoings }) {
  const texts = useTexts(photoTexts);
  const { draft, isReady, addPhotos, removePhoto, retryPhoto } = doings;
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const [left, setLeft] = useState(0);
  const { photos } = draft;
  const room = roomFor(draft);
  const add = async (files: File[]) => {
    const over = await addPhotos(files);
    setLeft(over);
    if (files.length > over) setSaid(texts.added(files.length - over));
  };
  const remove = (key: string, number: number) => {
    removePhoto(key);
    setLeft(0);
    setSaid(texts.removed(number));
    // The button that was pressed is gone with its photo.
    heading.current?.focus();
  };
  return (
    <Step
      number={1}
      of={4}
      title={texts.title}
      next={{
        to: '/report/place',
        label: photos.length > 0 ? texts.next : texts.skip,
        look: photos.length > 0 ? 'primary' : 'secondary',
      }}
    >
      <DraftNotices doings={doings} />
      <p>{texts.why}</p>
      {!isReady && <Skeleton block lines={1} />}
      {isReady && room > 0 && <PickButtons first={photos.length === 0} onPick={(files) => void add(files)} />}
      {room === 0 && <p className={styles.note}>{texts.full}</p>}
      {left > 0 && (
        <Notice kind="soon" live>
          <p>{texts.tooMany(left)}</p>
        </Notice>
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {photos.length > 0 && (
        <section aria-labelledby="photos-chosen">
          <h2 id="photos-chosen" ref={heading} tabIndex={-1} className={styles.heading}>
            {texts.photos} <span className={styles.note}>{texts.count(MOST_PHOTOS - room)}</span>
          </h2>
          <ul className={styles.list}>
            {photos.map((photo, index) => (
              <PhotoTile
                key={photo.key}
                photo={photo}
                number={index + 1}
                isKept={doings.keeping === 'kept'}
                onRemove={() => remove(photo.key, index + 1)}
                onRetry={() => retryPhoto(photo.key)}
              />
            ))}
          </ul>
        </section>
      )}
      {isReady && room > 0 && zalo.isInside && (
        <OtherWay room={room} onAdded={(count) => setSaid(texts.added(count))} />
      )}
      {!isEmpty(draft) && <DiscardButton onDiscard={doings.discard} />}
    </Step>
  );
}
