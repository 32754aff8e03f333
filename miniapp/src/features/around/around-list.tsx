import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import styles from './around.module.css';
import type { Filters } from './filters.ts';
import { PublishedCard } from './published-card.tsx';
import { useReportsAround } from './reports.ts';
import { aroundTexts } from './texts.ts';
import type { Where } from './where.ts';

/** Page by page, on request: a list without an end is one in which nobody finds the way back. */
export function AroundList({ filters, where, isSettled }: { filters: Filters; where: Where; isSettled: boolean }) {
  const texts = useTexts(aroundTexts);
  const reports = useReportsAround(filters, where, { enabled: isSettled });
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage, refetch, dataUpdatedAt } = reports;
  if (!data) {
    return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton block lines={6} />;
  }
  const lines = data.pages.flatMap(({ items }) => items);
  const isNarrowed = Boolean(filters.q.trim() || filters.state || filters.group);
  return (
    <>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      <p role="status" className={lines.length > 0 ? 'visually-hidden' : undefined}>
        {lines.length > 0 ? texts.loaded(lines.length) : isNarrowed ? texts.noneFound : texts.noneYet}
      </p>
      {lines.length === 0 && !isNarrowed && (
        <ButtonLink to="/report" look="secondary" wide>
          {texts.report}
        </ButtonLink>
      )}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.code}>
            <PublishedCard line={line} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="secondary" wide busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {texts.more}
        </Button>
      )}
      <Button look="quiet" onPress={() => void refetch()}>
        {texts.reload}
      </Button>
    </>
  );
}
