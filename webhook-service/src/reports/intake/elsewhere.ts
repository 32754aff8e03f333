import type { RoutingKnowledge } from '../../routing/assess.ts';
import { isSurelyOutside } from '../../routing/boundaries/out-of-area.ts';
import { wardAt } from '../../routing/ward-lookup.ts';
import type { Report } from '../report.ts';

/**
 * Does the report lie outside Hà Nội beyond doubt? Only then is it answered by a machine (domain-hanoi §2.3 `out_of_area`),
 * and never when it sounds like an emergency: a person reads those.
 */
export function isElsewhere(
  report: Pick<Report, 'outsideCity' | 'emergencyWords' | 'latitude' | 'longitude'>,
  { wardMap }: Pick<RoutingKnowledge, 'wardMap'>,
): boolean {
  const { latitude, longitude } = report;
  if (!report.outsideCity || report.emergencyWords || latitude === null || longitude === null) return false;
  return isSurelyOutside(wardAt(wardMap, { latitude, longitude }));
}
