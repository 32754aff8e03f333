import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './photo-viewer.module.css';
import { reportViewTexts } from './texts.ts';

export interface ViewedPhoto {
  key: string;
  /** What it shows, in words; also read out when it comes into view. */
  alt: string;
  picture: ReactNode;
}

/** Photos as large as the screen: by swiping, by buttons or by the arrow keys, and enlarged to look around in. */
export function PhotoViewer({
  photos,
  first,
  onClose,
}: {
  photos: readonly ViewedPhoto[];
  first: number;
  onClose: () => void;
}) {
  const texts = useTexts(reportViewTexts).photo;
  const strip = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(first);
  const [isZoomed, setZoomed] = useState(false);
  // Where it was opened, before the first swipe; afterwards the strip is where the finger left it.
  useEffect(() => moveTo(strip.current, first), [first]);
  useEffect(() => {
    const looked = isZoomed ? strip.current?.children[shown] : null;
    // The middle first: what a photo is of is seldom in its corner.
    looked?.scrollTo?.((looked.scrollWidth - looked.clientWidth) / 2, (looked.scrollHeight - looked.clientHeight) / 2);
  }, [isZoomed, shown]);
  const go = (to: number) => {
    if (to < 0 || to >= photos.length) return;
    setZoomed(false);
    setShown(to);
    moveTo(strip.current, to);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') go(shown + 1);
    if (key === 'ArrowLeft') go(shown - 1);
  };
  const swiped = () => {
    const { scrollLeft = 0, clientWidth = 0 } = strip.current ?? {};
    // Half-way it belongs to neither.
    const at = clientWidth > 0 ? scrollLeft / clientWidth : shown;
    if (Math.abs(at - Math.round(at)) < 0.1 && Math.round(at) !== shown) {
      setShown(Math.round(at));
      setZoomed(false);
    }
  };
  return (
    <Sheet title={texts.viewer} tall onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a second way; the first are the buttons below */}
      <div className={styles.viewer} onKeyDown={onKeyDown}>
        <ul
          ref={strip}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable, or arrow keys do not scroll it
          tabIndex={0}
          aria-label={texts.viewer}
          className={isZoomed ? `${styles.strip} ${styles.still}` : styles.strip}
          onScroll={swiped}
        >
          {photos.map(({ key, picture }, index) => (
            <li
              key={key}
              className={isZoomed && index === shown ? `${styles.photo} ${styles.zoomed}` : styles.photo}
              onDoubleClick={() => setZoomed(!isZoomed)}
            >
              {/* The neighbours are ready for a swipe; more would fill the memory of a small phone. */}
              <div className={styles.frame}>{Math.abs(index - shown) <= 1 && picture}</div>
            </li>
          ))}
        </ul>
        <p className={styles.caption} aria-live="polite">
          {photos[shown]?.alt}
        </p>
        <div className={styles.buttons}>
          <ViewerButton
            label={texts.previous}
            icon={<ChevronLeft aria-hidden size={28} />}
            off={shown === 0}
            onPress={() => go(shown - 1)}
          />
          <ViewerButton
            label={isZoomed ? texts.zoomOut : texts.zoomIn}
            icon={isZoomed ? <ZoomOut aria-hidden size={26} /> : <ZoomIn aria-hidden size={26} />}
            onPress={() => setZoomed(!isZoomed)}
          />
          <ViewerButton
            label={texts.next}
            icon={<ChevronRight aria-hidden size={28} />}
            off={shown === photos.length - 1}
            onPress={() => go(shown + 1)}
          />
        </div>
      </div>
    </Sheet>
  );
}

function ViewerButton({
  label,
  icon,
  off = false,
  onPress,
}: {
  label: string;
  icon: ReactNode;
  off?: boolean;
  onPress: () => void;
}) {
  return (
    <button type="button" className={styles.button} aria-disabled={off} onClick={() => !off && onPress()}>
      {icon} <span>{label}</span>
    </button>
  );
}

function moveTo(strip: HTMLElement | null, index: number): void {
  if (strip) strip.scrollLeft = index * strip.clientWidth;
}
