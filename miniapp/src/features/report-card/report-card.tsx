import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './report-card.module.css';
import { StateChip } from './state-chip.tsx';

export interface ReportCardProps {
  to: string;
  /** What it is about: the category, or the beginning of the words. */
  title: string;
  words?: string | null;
  place: string | null;
  state: string;
  stateLabel: string;
  overdue?: boolean;
  /** One line below: when, who has it, until when. */
  note?: ReactNode;
  /** `CardPhoto`, `CardPhotoPair` or `OwnPhoto`; null: the words take its room. */
  photo?: ReactNode;
  /** What the person is asked for, on top. */
  call?: ReactNode;
  /** Level of the title in the page's order of headings. */
  level?: 2 | 3;
}

/** A report in a list: what, where, where it stands. The whole card can be pressed; its link is named by what it is about. */
export function ReportCard({
  to,
  title,
  words = null,
  place,
  state,
  stateLabel,
  overdue = false,
  note,
  photo,
  call,
  level = 3,
}: ReportCardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={styles.card}>
      {call && <div className={styles.call}>{call}</div>}
      <div className={styles.row}>
        {photo && <div className={styles.photo}>{photo}</div>}
        <div className={styles.words}>
          <Heading className={styles.title}>
            <Link to={to} className={styles.link}>
              {title}
            </Link>
          </Heading>
          {place && (
            <p className={styles.place}>
              <MapPin aria-hidden size={18} />
              <span lang="vi">{place}</span>
            </p>
          )}
          <StateChip state={state} label={stateLabel} overdue={overdue} />
        </div>
      </div>
      {words && <p lang="vi">{words}</p>}
      {note && <p className={styles.note}>{note}</p>}
    </article>
  );
}
