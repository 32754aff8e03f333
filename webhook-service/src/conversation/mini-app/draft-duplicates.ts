import type { Tx } from '../../../../db/client.ts';
import type { FoundDuplicate } from '../../reports/duplicates/find-duplicates.ts';
import { reportsLikeDraft } from '../../reports/duplicates/offer.ts';
import type { RoutingKnowledge } from '../../routing/assess.ts';
import type { Citizen } from '../citizens.ts';
import type { Draft } from '../drafts/drafts.ts';
import { viewDraft } from './view-draft.ts';

/** Reports of others that a draft may be about as well, as it would be received now, likeliest first. */
export async function duplicatesOfDraft(
  tx: Tx,
  { citizen, draft, now, knowledge }: { citizen: Citizen; draft: Draft; now: Date; knowledge: RoutingKnowledge },
): Promise<FoundDuplicate[]> {
  const { reading, assessment } = await viewDraft(tx, draft, now, knowledge);
  const { place } = reading;
  return reportsLikeDraft(tx, {
    latitude: place?.pin?.latitude ?? null,
    longitude: place?.pin?.longitude ?? null,
    placeText: place?.address ?? null,
    wardCode: assessment.ward.code,
    text: reading.text,
    categoryCode: assessment.suggestions[0]?.categoryCode,
    suggestions: assessment.suggestions.map(({ categoryCode }) => ({ code: categoryCode })),
    citizenId: citizen.id,
    now,
  });
}
