import { PublishedCard } from '../around/published-card.tsx';
import type { PublishedLine } from '../around/wire.ts';
import styles from './published-list.module.css';

export function PublishedList({ lines }: { lines: readonly PublishedLine[] }) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.code}>
          <PublishedCard line={line} />
        </li>
      ))}
    </ul>
  );
}
