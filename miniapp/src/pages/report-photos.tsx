import { useEffect } from 'react';
import { PhotosStep } from '../features/draft/photos/photos-step.tsx';
import { useDraft } from '../features/draft/use-draft.ts';

export function ReportPhotosPage() {
  const doings = useDraft();
  const { isReady, startAnew } = doings;
  const isOver = doings.draft.state === 'sending' || doings.draft.state === 'sent';
  // Whoever begins a report while the last one is on its way, or has arrived, begins another.
  useEffect(() => {
    if (isReady && isOver) startAnew();
  }, [isReady, isOver, startAnew]);
  return <PhotosStep doings={doings} />;
}
