import { useEffect } from 'react';
import { useCategories } from '../features/category/categories.ts';
import { PhotosStep } from '../features/draft/photos/photos-step.tsx';
import { useDraft } from '../features/draft/use-draft.ts';
import { useWards } from '../features/place/wards.ts';
import { useConsents } from '../features/rights/consents.ts';

export function ReportPhotosPage() {
  const doings = useDraft();
  const { isReady, startAnew } = doings;
  const isOver = doings.draft.state === 'sending' || doings.draft.state === 'sent';
  // Whoever begins a report while the last one is on its way, or has arrived, begins another.
  useEffect(() => {
    if (isReady && isOver) startAnew();
  }, [isReady, isOver, startAnew]);
  useReadAhead();
  return <PhotosStep doings={doings} />;
}

/** What the next pages ask about is read now: the network may be gone by then, and nobody agrees to words they could not read. */
function useReadAhead(): void {
  useWards();
  useCategories();
  useConsents();
}
