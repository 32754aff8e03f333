import type { LocalDraft } from './model.ts';

/** The first question without an answer; the review where there is none left. */
export function furthestStepOf({ photos, place, text, categoryCode }: LocalDraft): string {
  const isPlaced = place.pin !== null || place.address !== '' || place.wardCode !== null;
  const isSaid = text.trim() !== '' || categoryCode !== null;
  if (!isPlaced) return photos.length > 0 || isSaid ? '/report/place' : '/report';
  return isSaid ? '/report/review' : '/report/what';
}
