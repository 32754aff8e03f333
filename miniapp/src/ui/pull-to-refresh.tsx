import { type ReactNode, type TouchEvent, useRef, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from './pull-to-refresh.module.css';

const pullTexts = defineTexts({
  vi: { pull: 'Kéo xuống để tải lại', release: 'Thả tay để tải lại', busy: 'Đang tải lại…' },
  en: { pull: 'Pull down to reload', release: 'Release to reload', busy: 'Reloading…' },
});

/** Further than a finger moves by accident; the page follows at half the finger's speed. */
const ENOUGH_PX = 64;
const MOST_PX = 96;

/** Pulling the top of a page down reads it anew. Only one more way: a page that has this has a button, too. */
export function PullToRefresh({ onRefresh, children }: { onRefresh: () => Promise<unknown>; children: ReactNode }) {
  const texts = useTexts(pullTexts);
  const start = useRef<number | null>(null);
  const [pulled, setPulled] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const begin = ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
    const finger = touches[0];
    start.current = finger && touches.length === 1 && !isBusy && isAtTop(currentTarget) ? finger.clientY : null;
  };
  const move = ({ touches }: TouchEvent) => {
    const finger = touches[0];
    if (start.current === null || !finger) return;
    setPulled(Math.min(MOST_PX, Math.max(0, (finger.clientY - start.current) / 2)));
  };
  const end = () => {
    const isEnough = start.current !== null && pulled >= ENOUGH_PX;
    start.current = null;
    setPulled(0);
    if (!isEnough) return;
    setBusy(true);
    void onRefresh().finally(() => setBusy(false));
  };
  return (
    <div
      className={styles.pulled}
      onTouchStart={begin}
      onTouchMove={move}
      onTouchEnd={end}
      onTouchCancel={() => {
        start.current = null;
        setPulled(0);
      }}
    >
      <div role="status" className={styles.sign} style={{ height: isBusy ? ENOUGH_PX : pulled }}>
        {isBusy
          ? texts.busy
          : pulled > 0 && <span aria-hidden>{pulled >= ENOUGH_PX ? texts.release : texts.pull}</span>}
      </div>
      {children}
    </div>
  );
}

/** Nothing above is scrolled away: else a pull is the way back up. */
function isAtTop(element: HTMLElement): boolean {
  for (let above: HTMLElement | null = element; above; above = above.parentElement)
    if (above.scrollTop > 0) return false;
  return true;
}
