import { useDraft } from '../features/draft/use-draft.ts';
import { PlaceStep } from '../features/place/place-step.tsx';

export function ReportPlacePage() {
  return <PlaceStep doings={useDraft()} />;
}
