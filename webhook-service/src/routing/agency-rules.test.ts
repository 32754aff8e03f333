import { describe, expect, it } from 'vitest';
import { adminUnits } from '../../../db/seed/admin-units.ts';
import { agencyOfType, allAgencies } from '../../../db/seed/agencies.ts';
import { categories } from '../../../db/seed/categories.ts';
import { decideRouting, type RoutingInput, type WardAnswer } from './agency-rules.ts';
import { CONFIDENT_SCORE } from './category-suggestion.ts';
import { assetLists } from './rules/asset-list.ts';
import { type TrayReason, trayReasons, trayReasonText } from './tray-reasons.ts';

const LANG = '00199';
const inside: WardAnswer = { kind: 'inside', wardCode: LANG, nearBorder: [] };
const sure = (categoryCode: string) => [{ categoryCode, score: CONFIDENT_SCORE }];
const unsure = (categoryCode: string) => [{ categoryCode, score: CONFIDENT_SCORE - 0.01 }];

const decide = (input: Partial<RoutingInput>) => decideRouting({ suggestions: [], ward: inside, ...input });
const reasonsOf = (input: Partial<RoutingInput>): TrayReason[] => {
  const decision = decide(input);
  return decision.kind === 'tray' ? decision.reasons : [];
};
const agencyOf = (input: Partial<RoutingInput>) => {
  const decision = decide(input);
  return decision.kind === 'dispatch' ? decision.agencyCode : decision.reasons;
};

describe('a confident suggestion of a normal class', () => {
  it('is dispatched to the UBND of the ward while the city list is empty', () => {
    const decision = decide({ suggestions: sure('GT-01'), text: 'ổ gà to trước số 12 phố Láng Hạ' });
    expect(decision).toMatchObject({ kind: 'dispatch', categoryCode: 'GT-01', agencyCode: `ubnd-${LANG}` });
    expect(decision.because.join(' ')).toContain('QĐ 5904');
  });

  it('goes to the department when the street is on the city list', () => {
    const lists = assetLists({ city_assets: ['Láng Hạ'] });
    expect(agencyOf({ suggestions: sure('GT-01'), text: 'o ga pho lang ha', lists })).toBe('so-xay-dung');
    expect(agencyOf({ suggestions: sure('GT-01'), text: 'ổ gà phố Chùa Láng', lists })).toBe(`ubnd-${LANG}`);
  });

  it.each([
    ['ward_first', 'MT-05', `ubnd-${LANG}`],
    ['contractor_urenco', 'MT-01', `ubnd-${LANG}`],
    ['none, police of the ward', 'GT-06', `ca-${LANG}`],
    ['none, city body', 'GT-03', 'pc08'],
    ['a copy for another agency', 'MT-07', `ubnd-${LANG}`],
  ])('rule %s: %s goes to %s', (_, code, agency) => expect(agencyOf({ suggestions: sure(code) })).toBe(agency));

  it('tells the ward police of noise at night', () => {
    expect(decide({ suggestions: sure('MT-06'), isNight: true })).toMatchObject({ copyTo: [`ca-${LANG}`] });
    expect(decide({ suggestions: sure('MT-06'), isNight: false })).toMatchObject({ copyTo: [] });
  });

  it('tells Thanh tra when money is asked for', () => {
    const text = 'muốn nhanh thì phải bồi dưỡng cho cán bộ';
    expect(decide({ suggestions: sure('DV-02'), text })).toMatchObject({ copyTo: ['thanh-tra'] });
    expect(decide({ suggestions: sure('DV-02'), text: 'thái độ hách dịch' })).toMatchObject({ copyTo: [] });
  });
});

describe('a person must look', () => {
  it('when the category is unsure, with the proposal ready', () => {
    expect(decide({ suggestions: unsure('GT-01') })).toMatchObject({
      kind: 'tray',
      reasons: ['category_unsure'],
      categoryCode: 'GT-01',
      proposedAgency: `ubnd-${LANG}`,
    });
    expect(reasonsOf({ suggestions: [] })).toEqual(['category_unsure']);
  });

  it('for every urgent and emergency class, however confident the suggestion', () => {
    for (const { code, priority } of categories) {
      if (priority !== 'urgent' && priority !== 'emergency') continue;
      expect(reasonsOf({ suggestions: [{ categoryCode: code, score: 1 }] }), code).toContain('urgent_needs_person');
    }
  });

  it('when the words sound like an emergency, whatever the category', () => {
    const text = 'cháy rồi, lửa to lắm';
    expect(reasonsOf({ suggestions: sure('GT-01'), text })).toEqual(['urgent_needs_person']);
  });

  it('when it is not a report', () => {
    expect(reasonsOf({ suggestions: sure('OS-04') })).toEqual(['not_a_report']);
    expect(reasonsOf({ chosenCategory: 'OS-01' })).toEqual(['not_a_report']);
    expect(reasonsOf({ suggestions: unsure('OS-05') })).toEqual(['category_unsure', 'not_a_report']);
  });

  it('when no single agency holds it', () => {
    expect(reasonsOf({ suggestions: sure('VT-01') })).toEqual(['no_agency']);
    expect(reasonsOf({ chosenCategory: 'NS-01' })).toEqual(['no_agency']);
    const text = 'dây mạng võng xuống đường';
    expect(reasonsOf({ chosenCategory: 'CS-03', text })).toEqual(['no_agency']);
  });

  it.each<[string, WardAnswer, TrayReason[]]>([
    ['unknown place', { kind: 'unknown' }, ['ward_unknown']],
    ['unclear guess', { kind: 'guess', wardCode: LANG, alternatives: [], clear: false }, ['ward_guess_unclear']],
    [
      'inside but near a border (the citizen can correct it)',
      { kind: 'inside', wardCode: LANG, nearBorder: ['00235'] },
      [],
    ],
    ['outside', { kind: 'outside' }, ['out_of_area']],
    ['just outside', { kind: 'outside', nearBorder: ['00235'] }, ['border']],
  ])('for the place: %s', (_, ward, reasons) =>
    expect(reasonsOf({ suggestions: sure('MT-01'), ward })).toEqual(reasons),
  );
});

describe('the ward', () => {
  const clear: WardAnswer = { kind: 'guess', wardCode: LANG, alternatives: ['00235'], clear: true };

  it('may be a clear guess for normal classes, never for urgent ones', () => {
    expect(agencyOf({ suggestions: sure('MT-01'), ward: clear })).toBe(`ubnd-${LANG}`);
    expect(agencyOf({ chosenCategory: 'MT-03', ward: clear })).toEqual(['ward_guess_unclear']);
  });

  it('chosen by a person is taken as it is', () => {
    expect(agencyOf({ suggestions: sure('MT-01'), ward: { kind: 'chosen', wardCode: LANG } })).toBe(`ubnd-${LANG}`);
  });

  it('near a border matters only when it decides the agency', () => {
    expect(
      agencyOf({ suggestions: sure('GT-03'), ward: { kind: 'inside', wardCode: LANG, nearBorder: ['00235'] } }),
    ).toBe('pc08');
  });

  it('is not asked for what has no place', () => {
    expect(agencyOf({ suggestions: sure('DV-01'), ward: { kind: 'unknown' } })).toBe('ttpvhcc');
    expect(agencyOf({ suggestions: sure('GT-03'), ward: { kind: 'unknown' } })).toEqual(['ward_unknown']);
  });
});

describe('a category chosen by a person', () => {
  it('is dispatched, urgent classes too, over any suggestion', () => {
    expect(agencyOf({ chosenCategory: 'GT-02', suggestions: sure('OS-04') })).toBe(`ubnd-${LANG}`);
    expect(agencyOf({ chosenCategory: 'PC-01', text: 'cháy rồi' })).toBe('pc07');
  });

  it('always ends at a seeded agency or in the tray with a reason, in every ward', () => {
    const seeded = new Set(allAgencies().map((agency) => agency.code));
    for (const { code, accepts } of categories) {
      for (const ward of [adminUnits[0], adminUnits[125]]) {
        if (!ward) continue;
        const decision = decide({
          chosenCategory: code,
          ward: { kind: 'inside', wardCode: ward.code, nearBorder: [] },
        });
        if (decision.kind === 'dispatch') expect(seeded).toContain(decision.agencyCode);
        else expect(decision.reasons, code).toEqual([accepts ? 'no_agency' : 'not_a_report']);
        expect(decision.because.length).toBeGreaterThan(0);
      }
    }
    expect(agencyOfType('ward_pc', LANG)).toBe(`ubnd-${LANG}`);
  });
});

it('every reason has a Vietnamese sentence', () => {
  expect(trayReasons()).toHaveLength(10);
  for (const reason of trayReasons()) expect(trayReasonText(reason)).toMatch(/^\p{Lu}.{20,}\.$/u);
});
