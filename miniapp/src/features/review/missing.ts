import type { ServedDraft } from '../category/served-draft.ts';
import { saysWhat } from '../category/what-questions.tsx';
import type { LocalDraft } from '../draft/model.ts';
import { dangerIn } from '../emergency/danger-in.ts';

export type Missing = 'what' | 'place';

/**
 * What a report still needs, by the service's rules as far as the phone can follow them: the service finds places in words and
 * tells whether words say anything, the phone knows at once what has just been chosen. `served` is null until the service has
 * read these very words.
 */
export function missingOf(draft: LocalDraft, served: ServedDraft | null): Missing[] {
  const missing: Missing[] = [];
  if (!isAboutSomething(draft, served)) missing.push('what');
  if (!isSomewhere(draft, served)) missing.push('place');
  return missing;
}

function isAboutSomething(draft: LocalDraft, served: ServedDraft | null): boolean {
  const { photos, categoryCode } = draft;
  if (photos.length > 0 && categoryCode !== null) return true;
  return saysWhat(draft) && !served?.missing.includes('what');
}

function isSomewhere({ place, text }: LocalDraft, served: ServedDraft | null): boolean {
  if (place.pin || place.address.trim() || place.wardCode) return true;
  // Where somebody may be in danger a person asks for the place (domain-hanoi §2.4).
  return served ? !served.missing.includes('place') : dangerIn(text).length > 0;
}
