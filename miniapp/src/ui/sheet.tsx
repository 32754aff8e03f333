import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '../i18n/language.ts';
import styles from './sheet.module.css';
import { uiTexts } from './texts.ts';

const REACHABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/**
 * A sheet over the page. The focus moves in, stays in, and returns; Esc, the scrim and the cross close it. (ZaUI's sheet and
 * modal do none of this.)
 */
export function Sheet({
  title,
  tall = false,
  onClose,
  children,
}: {
  title: string;
  /** As high as the screen: nothing beside it can be pressed by mistake. */
  tall?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const texts = useTexts(uiTexts);
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    const { overflow } = document.body.style;
    document.body.style.overflow = 'hidden';
    // Out of reach for readers that walk past `aria-modal`; a sheet over a sheet finds it so and leaves it so.
    const app = document.getElementById('app');
    const isFirst = app?.hasAttribute('inert') === false;
    if (isFirst) app?.setAttribute('inert', '');
    return () => {
      document.body.style.overflow = overflow;
      if (isFirst) app?.removeAttribute('inert');
      // A sheet that came with the page gives the focus to its title.
      const back = before === document.body ? document.querySelector('h1') : before;
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: the scrim is a second way to close; the first is a button
    <div
      className={styles.scrim}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        className={tall ? `${styles.sheet} ${styles.tall}` : styles.sheet}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Tab') stayInside(event, sheet.current);
        }}
      >
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <button type="button" className={styles.close} aria-label={texts.close} onClick={onClose}>
            <X aria-hidden size={24} />
          </button>
        </div>
        <div className={styles.body}>{children}</div>
      </div>
    </div>,
    document.body,
  );
}

function stayInside(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const all = [...(sheet?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  const [first] = all;
  const last = all[all.length - 1];
  const leavesBackwards = event.shiftKey && (document.activeElement === first || document.activeElement === sheet);
  const leavesForwards = !event.shiftKey && document.activeElement === last;
  if (!leavesBackwards && !leavesForwards) return;
  event.preventDefault();
  (leavesBackwards ? last : first)?.focus();
}
