import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of a page under its own heading, found by name with a screen reader. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  /** At the end of the heading's line, e.g. "Xem tất cả". */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
