import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PullToRefresh } from '../../ui/pull-to-refresh.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import type { KeptDeed } from '../deeds/deed.ts';
import { useKeptDeeds } from '../deeds/deeds.ts';
import { WaitingDraftCard } from '../draft/waiting-draft-card.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { FindByCode } from './find-by-code.tsx';
import { MyReportCard } from './my-report-card.tsx';
import styles from './my-reports.module.css';
import { orderLines } from './order-lines.ts';
import { myReportsTexts } from './texts.ts';
import { type ReportLine, useMyReports } from './use-my-reports.ts';

/** What I sent and what I follow; what waits for me on top. */
export function MyReportsScreen() {
  const texts = useTexts(myReportsTexts);
  const sent = useMyReports('sent');
  const followed = useMyReports('followed');
  const kept = useKeptDeeds();
  const { needsMe, others } = orderLines(sent.lines, kept);
  // Pressed by the person; that the list is also read by itself every few seconds need not be seen.
  const [isReloading, setReloading] = useState(false);
  const reload = async () => {
    setReloading(true);
    await Promise.all([sent.refetch(), followed.refetch()]);
    setReloading(false);
  };
  const isEmpty = sent.isSuccess && sent.lines.length === 0;
  return (
    <Screen title={texts.title} footer={<ButtonLink to="/report">{texts.empty.do}</ButtonLink>}>
      <PullToRefresh onRefresh={reload}>
        <KeptCopy at={sent.data ? sent.dataUpdatedAt : 0} failed={sent.isError} />
        {sent.isPending && <Skeleton block lines={4} />}
        {sent.isError && !sent.data && <Trouble error={sent.error} onRetry={() => void reload()} />}
        <WaitingDraftCard />
        {isEmpty && (
          <Section title={texts.empty.title}>
            <p>{texts.empty.what}</p>
          </Section>
        )}
        {needsMe.length > 0 && (
          <Section title={texts.needsMe}>
            <Cards lines={needsMe} kept={kept} />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={texts.sent}>
            <Cards lines={others} kept={kept} />
          </Section>
        )}
        {sent.hasNextPage && <More query={sent} />}
        {followed.lines.length > 0 && (
          <Section title={texts.followed}>
            <Cards lines={followed.lines} kept={kept} />
            {followed.hasNextPage && <More query={followed} />}
          </Section>
        )}
        {sent.data && (
          <Button look="quiet" busy={isReloading} onPress={() => void reload()}>
            <RefreshCw aria-hidden size={20} /> {texts.reload}
          </Button>
        )}
        <FindByCode />
      </PullToRefresh>
    </Screen>
  );
}

function Cards({ lines, kept }: { lines: readonly ReportLine[]; kept: readonly KeptDeed[] }) {
  return (
    <ul className={styles.cards}>
      {lines.map((line) => (
        <li key={line.code}>
          <MyReportCard line={line} kept={kept.filter(({ code }) => code === line.code)} />
        </li>
      ))}
    </ul>
  );
}

function More({ query }: { query: ReturnType<typeof useMyReports> }) {
  const texts = useTexts(myReportsTexts);
  return (
    <>
      {query.isFetchNextPageError && <Trouble error={query.error} />}
      <Button look="secondary" wide busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {texts.more}
      </Button>
    </>
  );
}
