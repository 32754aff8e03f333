import type { DraftContent } from '../../../../db/schema/draft-content.ts';
import { findPlace } from '../../routing/place-names.ts';
import { type DraftReading, readDraft } from '../drafts/read-draft.ts';

/**
 * What a draft says, with what the citizen chose in the Mini App: a choice goes before what is only read from words. A category
 * says what it is about when a photo shows it.
 */
export function readWithChoices(content: DraftContent): DraftReading {
  const reading = readDraft(content);
  const { chosen } = content;
  if (!chosen) return reading;
  const { place, photos } = reading;
  const pin = place?.pin ?? null;
  const address = chosen.address ?? place?.address ?? null;
  const ward = wardOf(chosen) ?? place?.ward ?? null;
  return {
    ...reading,
    what: reading.what || (chosen.categoryCode !== undefined && photos > 0),
    place: pin || address || ward ? { pin, address, ward } : null,
  };
}

function wardOf({ wardCode, address }: NonNullable<DraftContent['chosen']>) {
  if (wardCode !== undefined) return { code: wardCode, certainty: 'named' as const, candidates: [wardCode] };
  return address === undefined ? undefined : findPlace(address).ward;
}

export type Missing = 'what' | 'place';

/** What a report still needs. Where somebody may be in danger a person asks for the place (domain-hanoi §2.4). */
export function missingFrom(reading: DraftReading, content: DraftContent): Missing[] {
  const missing: Missing[] = [];
  if (!reading.what) missing.push('what');
  if (!reading.place && !(reading.what && content.emergencyNumbers)) missing.push('place');
  return missing;
}

/**
 * Whether a draft nobody went on with goes to a person. In the chat we asked and got no answer; in the Mini App nobody pressed "send",
 * so only what could nearly have been sent is taken for a report.
 */
export function worthAPerson({ what, place, photos, attachments }: DraftReading, { inMiniApp }: DraftContent): boolean {
  const shown = photos + attachments > 0;
  return inMiniApp ? what && (place !== null || shown) : what || shown;
}
