import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Page } from 'zmp-ui';
import { useTexts } from '../i18n/language.ts';
import { OfflineBar } from './offline-bar.tsx';
import styles from './screen.module.css';
import { uiTexts } from './texts.ts';

export interface ScreenProps {
  title: string;
  /** Where "Quay lại" leads when there is nothing to go back to (opened by a link); false: the first page, no such button. */
  back?: string | false;
  /** Instead of going back in the history. */
  onBack?: () => void;
  /** The one big button at thumb height, and what belongs to it. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A page: its title as the heading, one way back, the content, the big button below. */
export function Screen({ title, back = '/', onBack, footer, children }: ScreenProps) {
  const texts = useTexts(uiTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const goBack = useGoBack(back === false ? '/' : back);
  useEffect(() => {
    document.title = title;
  }, [title]);
  // Who cannot see the page change hears the new title.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Page className={styles.screen ?? ''} resetScroll>
      <div className={styles.top}>
        <header className={back === false ? `${styles.header} ${styles.first}` : styles.header}>
          {back !== false && (
            <button type="button" className={styles.back} aria-label={texts.back} onClick={onBack ?? goBack}>
              <ChevronLeft aria-hidden size={28} />
            </button>
          )}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
        </header>
        <OfflineBar />
      </div>
      <main className={styles.main}>{children}</main>
      {footer && <div className={styles.footer}>{footer}</div>}
    </Page>
  );
}

function useGoBack(fallback: string): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  // 'default' is the page the app was opened with: behind it lies somebody else's.
  return () => (key === 'default' ? navigate(fallback, { replace: true }) : navigate(-1));
}
