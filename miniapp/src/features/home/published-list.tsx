import { CardPhoto, CardPhotoPair } from '../report-card/card-photo.tsx';
import { ReportCard } from '../report-card/report-card.tsx';
import type { PublishedBrief } from './published.ts';
import styles from './published-list.module.css';

/** Published reports as cards: with both pictures where there is an answer. */
export function PublishedList({ items }: { items: readonly PublishedBrief[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.code}>
          <PublishedCard item={item} />
        </li>
      ))}
    </ul>
  );
}

function PublishedCard({ item }: { item: PublishedBrief }) {
  const { code, category, ward, state, stateLabel, excerpt, place, overdue, thumbnailUrl, answered } = item;
  const title = category?.name ?? excerpt;
  const photo = answered?.thumbnailUrl ? (
    <CardPhotoPair before={thumbnailUrl} after={answered.thumbnailUrl} what={title} />
  ) : thumbnailUrl ? (
    <CardPhoto url={thumbnailUrl} alt="" />
  ) : null;
  return (
    <ReportCard
      to={`/around/${encodeURIComponent(code)}`}
      title={title}
      words={category ? excerpt : null}
      place={place ?? ward?.name ?? null}
      {...{ state, stateLabel, overdue, photo }}
    />
  );
}
