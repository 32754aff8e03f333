/** The cases whose decisions were frozen before the rules became data; their order is the order in the fixture. */
import { categories } from '../../../../../db/seed/categories.ts';
import type { WardAnswer } from '../../agency-rules.ts';
import type { CategorySuggestion } from '../../category-suggestion.ts';

export interface FrozenCase {
  suggestions: CategorySuggestion[];
  chosenCategory: string | undefined;
  ward: WardAnswer;
  text: string;
  isNight: boolean;
  assets: string[];
}

/** Words that no rule, each keyword rule, the loaded list, and the emergency signs answer to. */
const texts = [
  'một việc cần xem lại, mong sớm được giải quyết',
  'dây mạng võng xuống đường',
  'muốn nhanh thì phải bồi dưỡng cho cán bộ',
  'ngay trước số 12 phố Láng Hạ',
  'phố láng hạ có dây cáp quang rơi, đòi phong bì mới làm',
  'cháy rồi, lửa to lắm',
];

const LANG = '00199';
const wards: WardAnswer[] = [
  { kind: 'inside', wardCode: LANG, nearBorder: [] },
  { kind: 'chosen', wardCode: LANG },
  { kind: 'guess', wardCode: LANG, alternatives: ['00235'], clear: true },
  { kind: 'guess', wardCode: LANG, alternatives: ['00235'], clear: false },
  { kind: 'unknown' },
  { kind: 'outside' },
  { kind: 'outside', nearBorder: ['00235'] },
];

/** Where the category comes from: a person, a sure suggestion, an unsure one. */
const scores = [null, 0.9, 0.3];
const lists = [[], ['Tây Sơn', 'Láng Hạ']];

/** All cases of one category, always in the same order. */
export function casesOf(categoryCode: string): FrozenCase[] {
  return texts.flatMap((text) =>
    wards.flatMap((ward) =>
      scores.flatMap((score) =>
        lists.flatMap((assets) =>
          [false, true].map((isNight) => ({
            suggestions: score === null ? [] : [{ categoryCode, score }],
            chosenCategory: score === null ? categoryCode : undefined,
            ward,
            text,
            isNight,
            assets,
          })),
        ),
      ),
    ),
  );
}

export const frozenCategories = categories.map(({ code }) => code);

/** The decision in one line: what is done, with whom, and why not. */
export function outcomeOf(decision: {
  kind: 'dispatch' | 'tray';
  agencyCode?: string;
  copyTo?: string[];
  reasons?: string[];
  proposedAgency?: string;
  categoryCode?: string;
}): string {
  const { kind, agencyCode, copyTo = [], reasons = [], proposedAgency, categoryCode } = decision;
  return kind === 'dispatch'
    ? [kind, categoryCode, agencyCode, ...copyTo.map((copy) => `+${copy}`)].join(' ')
    : [kind, categoryCode, proposedAgency ?? '-', ...reasons].join(' ');
}
