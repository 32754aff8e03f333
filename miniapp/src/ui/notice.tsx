import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { info: Info, soon: TriangleAlert, error: CircleAlert, done: CircleCheck };

/** A sentence that must be seen. `live`: it appears while the page is read, so screen readers say it. */
export function Notice({
  kind = 'info',
  live = false,
  children,
}: {
  kind?: keyof typeof icons;
  live?: boolean;
  children: ReactNode;
}) {
  const Icon = icons[kind];
  return (
    <div
      className={`${styles.notice} ${styles[kind] ?? ''}`}
      {...(live && { role: kind === 'error' ? 'alert' : 'status' })}
    >
      <Icon aria-hidden size={22} />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
