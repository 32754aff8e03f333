/** What invented reports are made of: wards by population, categories as in the samples, agencies by the kind of category. */
import { adminUnits, wardName } from '../../../db/seed/admin-units.ts';
import { agencyOfType } from '../../../db/seed/agencies.ts';
import { category } from '../../../db/seed/categories.ts';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import { plainWords } from '../../../webhook-service/src/reports/list/search-text.ts';
import { knownStreets } from '../../../webhook-service/src/routing/streets.ts';

/** Places on a wheel, a ward as often as its share of the population. */
const WHEEL = 1_000;

export interface WardSlot {
  code: string;
  name: string;
  plainName: string;
  longitude: number;
  latitude: number;
  /** Degrees; half of it is one standard deviation. */
  spread: number;
}

export interface SampleText {
  text: string;
  /** As in `search_text`, without the spaces around. */
  words: string;
  category: string;
  priority: string;
  /** `ward` and `police` stand for the ward's own; otherwise a city body. */
  agency: string;
}

export function wardWheel(): WardSlot[] {
  const people = adminUnits.reduce((sum, { population }) => sum + population, 0);
  return adminUnits.flatMap(({ code, centre: [longitude, latitude], bbox: [west, , east], population }) => {
    const name = wardName(code);
    const slot = { code, name, plainName: plainWords(name).join(' '), longitude, latitude, spread: (east - west) / 3 };
    return Array.from({ length: Math.max(1, Math.round((population / people) * WHEEL)) }, () => slot);
  });
}

/** Every category that is handled at all, with the samples' words or its own name and keywords. */
export function sampleTexts(): SampleText[] {
  return loadSampleReports().flatMap(({ text, category: code }) => {
    const found = category(code);
    if (!found?.accepts) return [];
    const { agencyType } = found;
    const agency =
      agencyType === 'ward_pc'
        ? 'ward'
        : agencyType === 'ward_police'
          ? 'police'
          : (agencyOfType(agencyType) ?? 'so-xay-dung');
    return [{ text, words: plainWords(text).join(' '), category: code, priority: found.priority, agency }];
  });
}

export const streets: readonly string[] = [...knownStreets];
