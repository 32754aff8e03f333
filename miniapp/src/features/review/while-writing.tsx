import type { ReactNode } from 'react';
import { Navigate } from 'react-router-dom';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type DraftDoings, useDraft } from '../draft/use-draft.ts';

/** A step of the draft at hand, once it has been read. One that is on its way is not written in: a change would begin another. */
export function WhileWriting({ title, children }: { title: string; children: (doings: DraftDoings) => ReactNode }) {
  const doings = useDraft();
  const { isReady, draft } = doings;
  if (!isReady)
    return (
      <Screen title={title}>
        <Skeleton block lines={3} />
      </Screen>
    );
  if (draft.state === 'sending' || draft.state === 'sent') return <Navigate to="/report/sent" replace />;
  return children(doings);
}
