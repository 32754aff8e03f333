import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './link-list.module.css';

export interface LinkRow {
  to: string;
  icon: LucideIcon;
  title: string;
  note?: ReactNode;
}

/** Ways to other pages, one below the other: as large as a thumb, as plain as a table of contents. */
export function LinkList({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map(({ to, icon: Icon, title, note }) => (
        <li key={to}>
          <Link to={to} className={styles.row}>
            <Icon aria-hidden size={24} className={styles.icon} />
            <span className={styles.words}>
              <span className={styles.title}>{title}</span>
              {note && <span className={styles.note}>{note}</span>}
            </span>
            <ChevronRight aria-hidden size={22} className={styles.chevron} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
