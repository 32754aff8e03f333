import type { LikenessFacts } from '../likeness.ts';
import type { LabelledPair, Side } from './labelled-pairs.ts';

const LANG = { latitude: 21.0245, longitude: 105.8012, wardCode: '00199' };
const NOON = Date.parse('2026-10-06T05:00:00Z');
const METRES_PER_DEGREE = 111_195;

/** A report of invented facts for comparing. */
export function factsOf(over: Partial<LikenessFacts> = {}): LikenessFacts {
  return {
    text: 'Ổ gà to giữa phố',
    placeText: null,
    ...LANG,
    categoryCode: 'GT-01',
    suggestions: [],
    receivedAt: new Date(NOON),
    citizenId: null,
    ...over,
  };
}

/** Facts this many metres north and hours later. */
export function shifted(facts: LikenessFacts, by: { metres?: number; hours?: number }): LikenessFacts {
  return {
    ...facts,
    latitude: facts.latitude === null ? null : facts.latitude + (by.metres ?? 0) / METRES_PER_DEGREE,
    receivedAt: new Date(facts.receivedAt.getTime() + (by.hours ?? 0) * 3_600_000),
  };
}

/** Both sides of a labelled pair. */
export function pairFacts(pair: LabelledPair): [LikenessFacts, LikenessFacts] {
  const b = shifted(sideFacts(pair.b, 2), { metres: pair.metres ?? 0, hours: pair.hours });
  return [sideFacts(pair.a, 1), pair.metres === null ? { ...b, latitude: null, longitude: null } : b];
}

function sideFacts({ text, category, place, suggestions }: Side, citizenId: number): LikenessFacts {
  return factsOf({
    text,
    placeText: place ?? null,
    categoryCode: category,
    suggestions: (suggestions ?? []).map((code) => ({ code })),
    citizenId,
  });
}
