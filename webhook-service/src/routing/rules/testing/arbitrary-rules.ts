import fc from 'fast-check';
import type { Weekday } from '../../../deadlines/calendar-day.ts';
import { assetLists } from '../asset-list.ts';
import type { RuleFacts } from '../conditions.ts';
import type { RoutingRule } from '../rule.ts';
import { weekdayCodes } from '../time-window.ts';

// Few values, so that rules meet reports and each other.
const some = <T>(...items: T[]) => fc.subarray(items, { minLength: 1 });
const hours = fc.constantFrom('00:00', '06:00', '12:00', '22:00');
const classes = ['emergency', 'urgent', 'normal'] as const;

const conditions = fc.record(
  {
    categories: some('GT', 'GT-01', 'GT-02', 'MT', 'MT-01'),
    wards: some('00199', '00070'),
    time: fc.oneof(
      fc.record({ from: hours, to: hours }),
      fc.record({ from: hours, to: hours, days: some(...weekdayCodes) }),
    ),
    keywords: some('ổ gà', 'ổ gà to', 'rác', 'wifi'),
    onList: fc.constant('city_assets'),
    priorityClasses: some(...classes),
  },
  { requiredKeys: [] },
);

/** Up to eight well-formed rules with ids of their own. */
export const arbitraryRules: fc.Arbitrary<RoutingRule[]> = fc.array(conditions, { maxLength: 8 }).map((all) =>
  all.map((when, index) => ({
    id: `r${index}-${Object.keys(when).length}`,
    name: `Quy tắc ${index + 1}`,
    when,
    to: { agency: { code: 'so-xay-dung' } },
  })),
);

export const arbitraryFacts: fc.Arbitrary<RuleFacts> = fc.record({
  categoryCode: fc.constantFrom('GT-01', 'GT-02', 'MT-01', 'TN-01'),
  priorityClass: fc.constantFrom(...classes),
  wardCode: fc.constantFrom('00199', '00070', '00004', null),
  text: fc.constantFrom('o ga to pho lang ha', 'rác', 'một ổ gà', 'wifi phố láng hạ', ''),
  clock: fc.record({
    weekday: fc.nat({ max: 6 }).map((day) => day as Weekday),
    minute: fc.constantFrom(0, 359, 360, 719, 720, 1319, 1320, 1439),
  }),
  lists: fc.constantFrom(assetLists({}), assetLists({ city_assets: ['Láng Hạ'] })),
});
