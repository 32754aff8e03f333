import { CircleAlert, CircleCheck, Clock, ImageOff, RotateCw, Trash2, Upload } from 'lucide-react';
import { useTexts } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { OwnPhoto, useObjectUrl } from '../../../ui/own-photo.tsx';
import type { DraftPhoto } from '../model.ts';
import { photoTexts } from './photo-texts.ts';
import styles from './photos.module.css';

const icons = { waiting: Clock, uploading: Upload, uploaded: CircleCheck, failed: Clock, refused: CircleAlert };

/** One photo: what it shows, how far it is, and what can be done with it. */
export function PhotoTile({
  photo,
  number,
  isKept,
  onRemove,
  onRetry,
}: {
  photo: DraftPhoto;
  number: number;
  /** It lies in the phone's storage. */
  isKept: boolean;
  onRemove: () => void;
  onRetry: () => void;
}) {
  const texts = useTexts(photoTexts);
  const { state, problem, progress } = photo;
  const percent = Math.round(progress * 100);
  const Icon = icons[state];
  const wordsOf = () => {
    if (state === 'uploading') return texts.state.uploading(percent);
    return state === 'waiting' && !isKept ? texts.state.preparing : texts.state[state];
  };
  const words = problem ?? wordsOf();
  return (
    <li className={styles.tile}>
      <div className={styles.picture}>
        <Picture photo={photo} alt={texts.photo(number)} />
      </div>
      <p className={state === 'refused' ? `${styles.state} ${styles.refused}` : styles.state}>
        <Icon aria-hidden size={18} /> <span>{words}</span>
      </p>
      {state === 'uploading' && (
        <progress className={styles.progress} value={progress} max={1} aria-label={texts.photo(number)} />
      )}
      <div className={styles.acts}>
        {state === 'failed' && (
          <Button wide look="secondary" label={texts.retryOne(number)} onPress={onRetry}>
            <RotateCw aria-hidden size={20} /> {texts.retry}
          </Button>
        )}
        <Button wide look="secondary" label={texts.removeOne(number)} onPress={onRemove}>
          <Trash2 aria-hidden size={20} /> {texts.remove}
        </Button>
      </div>
    </li>
  );
}

/** From the phone where it has it; a photo sent in the chat is only on the service. */
export function Picture({ photo: { blob, serverId, state }, alt }: { photo: DraftPhoto; alt: string }) {
  const address = useObjectUrl(blob ?? undefined);
  if (blob) return address ? <img className={styles.image} src={address} alt={alt} /> : null;
  if (serverId !== null && state === 'uploaded')
    return <OwnPhoto path={`/api/citizen/photos/${serverId}/thumbnail`} alt={alt} />;
  return (
    <div className={styles.none} role="img" aria-label={alt}>
      <ImageOff aria-hidden size={32} />
    </div>
  );
}
