import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { ConsentCard } from './consent-card.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { useConsents } from './consents.ts';
import { rightsTexts } from './texts.ts';
import { WithdrawAll } from './withdraw-all.tsx';

/** `/me/consents`: three purposes, each given or taken back by itself. */
export function MyConsents() {
  const texts = useTexts(rightsTexts).consents;
  const { data, error, refetch, dataUpdatedAt } = useConsents();
  return (
    <>
      <p>{texts.lead}</p>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      {data?.items.map((consent) => (
        <ConsentCard key={consent.purpose} consent={consent} />
      ))}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton block lines={4} />)}
      <ConsentHistory />
      {data?.items.some(({ given }) => given) && (
        <Section title={texts.all}>
          <WithdrawAll />
        </Section>
      )}
    </>
  );
}
