import { Camera, Images } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { useTexts } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { photoTexts } from './photo-texts.ts';
import styles from './photos.module.css';

/** The phone's camera and its album, by the page's own file inputs: no permission is asked, and every WebView has them. */
export function PickButtons({ first, onPick }: { first: boolean; onPick: (files: File[]) => void }) {
  const texts = useTexts(photoTexts);
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const picked = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onPick([...(target.files ?? [])]);
    // The same photo can be chosen again after it was taken out.
    target.value = '';
  };
  const hidden = { type: 'file', accept: 'image/*', tabIndex: -1, 'aria-hidden': true, className: 'visually-hidden' };
  return (
    <div className={styles.pick}>
      <Button wide look={first ? 'primary' : 'secondary'} onPress={() => camera.current?.click()}>
        <Camera aria-hidden size={24} /> {texts.take}
      </Button>
      <Button wide look="secondary" onPress={() => album.current?.click()}>
        <Images aria-hidden size={24} /> {texts.choose}
      </Button>
      <input ref={camera} {...hidden} capture="environment" onChange={picked} />
      <input ref={album} {...hidden} multiple onChange={picked} />
    </div>
  );
}
