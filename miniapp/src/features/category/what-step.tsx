import type { ReactNode } from 'react';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import type { LocalDraft } from '../draft/model.ts';
import { Step } from '../draft/step.tsx';
import type { DraftDoings } from '../draft/use-draft.ts';
import { useConsents } from '../rights/consents.ts';
import { useSimilar } from '../similar/similar.ts';
import { isRead } from './served-draft.ts';
import { categoryTexts } from './texts.ts';
import { saysWhat, WhatQuestions } from './what-questions.tsx';

/** The third step. Leads to what others have reported nearby, when there may be something, else to the review. */
export function WhatStep({
  draft,
  server,
  setText,
  setCategory,
  notices,
}: Pick<DraftDoings, 'draft' | 'server' | 'setText' | 'setCategory'> & {
  /** What must be known of the draft, on top. */
  notices?: ReactNode;
}) {
  const texts = useTexts(categoryTexts);
  const isCurrent = isRead(draft, server);
  const to = useNextPage(draft, isCurrent);
  // What is agreed to on the last page is read here already: the network may be gone by then.
  useConsents();
  const isEnough = saysWhat(draft);
  return (
    <Step
      number={3}
      of={4}
      title={texts.title}
      back="/report/place"
      next={{ label: texts.next, to, disabled: !isEnough, why: !isEnough && texts.needWords }}
    >
      {notices}
      <WhatQuestions draft={draft} served={server} isCurrent={isCurrent} onText={setText} onCategory={setCategory} />
    </Step>
  );
}

function useNextPage(draft: LocalDraft, isCurrent: boolean): string {
  const online = useOnline();
  const { data, isError } = useSimilar(draft, { isReady: isCurrent });
  const isNothing = !online || isError || data?.length === 0;
  return isNothing ? '/report/review' : '/report/similar';
}
