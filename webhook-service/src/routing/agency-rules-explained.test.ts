import { describe, expect, it } from 'vitest';
import { categories } from '../../../db/seed/categories.ts';
import { decideRouting, type RoutingInput, type WardAnswer } from './agency-rules.ts';
import { CONFIDENT_SCORE } from './category-suggestion.ts';
import { assetLists } from './rules/asset-list.ts';
import type { RoutingRule } from './rules/rule.ts';
import { seedRuleSet } from './rules/seed-rule-set.ts';
import { ruleOf, setOf } from './rules/testing/facts.ts';

const inLang: WardAnswer = { kind: 'inside', wardCode: '00199', nearBorder: [] };
const decide = (given: Partial<RoutingInput>, ...rules: RoutingRule[]) =>
  decideRouting({
    suggestions: [],
    chosenCategory: 'GT-01',
    ward: inLang,
    ...(rules.length > 0 && { rules: setOf(...rules) }),
    ...given,
  });
const sentence = (ward: WardAnswer) => decide({ ward }).because.at(-1);

describe('a decision says why', () => {
  it('by category, rule and place, with the rules that were tried and the set they are of', () => {
    const street = ruleOf({ id: 'list', name: 'Trong danh mục', when: { onList: 'city_assets' } });
    const rest = ruleOf({
      id: 'rest',
      name: 'Còn lại',
      to: { agency: { type: 'ward_pc' }, copyTo: [{ code: 'pc08' }], contact: 'Tổ trật tự đô thị' },
    });
    expect(decide({ text: 'ổ gà' }, street, rest)).toEqual({
      kind: 'dispatch',
      categoryCode: 'GT-01',
      agencyCode: 'ubnd-00199',
      copyTo: ['pc08'],
      because: [
        'Lĩnh vực GT-01 (Ổ gà, mặt đường hư hỏng, lún nứt) do người chọn.',
        'Quy tắc “Còn lại”. Khớp: áp dụng cho mọi phản ánh.',
        'Vị trí nằm trong phường Láng.',
      ],
      tried: [
        {
          ruleId: 'list',
          name: 'Trong danh mục',
          matched: false,
          why: 'Nội dung không nhắc tới mục nào của danh mục thành phố quản lý (QĐ 5904/QĐ-UBND), hiện có 0 mục.',
          failedOn: 'onList',
        },
        { ruleId: 'rest', name: 'Còn lại', matched: true, why: 'Khớp: áp dụng cho mọi phản ánh.' },
      ],
      ruleSet: { id: 7, version: 'test' },
      ruleId: 'rest',
      contact: 'Tổ trật tự đô thị',
    });
  });

  it('by the rules of this build when none are given', () => {
    const { ruleSet, ruleId } = decide({});
    expect(ruleSet).toEqual({ id: null, version: seedRuleSet.version });
    expect(ruleId).toBe('not-on-city-list/dept_construction');
  });

  it.each<[WardAnswer, string]>([
    [{ kind: 'chosen', wardCode: '00199' }, 'Nơi xảy ra do người chọn: phường Láng.'],
    [inLang, 'Vị trí nằm trong phường Láng.'],
    [
      { kind: 'inside', wardCode: '00199', nearBorder: ['00070', '00004'] },
      'Vị trí nằm trong phường Láng, gần ranh giới phường Hoàn Kiếm, phường Ba Đình.',
    ],
    [
      { kind: 'guess', wardCode: '00199', alternatives: [], clear: true },
      'Vị trí ước đoán thuộc phường Láng (khá chắc, chưa có bản đồ ranh giới).',
    ],
    [
      { kind: 'guess', wardCode: '00199', alternatives: [], clear: false },
      'Vị trí ước đoán thuộc phường Láng (chưa chắc, chưa có bản đồ ranh giới).',
    ],
    [{ kind: 'outside' }, 'Vị trí nằm ngoài địa bàn thành phố Hà Nội.'],
    [{ kind: 'unknown' }, 'Chưa có vị trí.'],
  ])('tells the place of %j', (ward, words) => expect(sentence(ward)).toBe(words));

  it('tells how sure the suggestion is', () => {
    const because = (score: number) =>
      decide({ chosenCategory: undefined, suggestions: [{ categoryCode: 'GT-01', score }] }).because[0];
    expect(because(0.874)).toBe('Hệ thống gợi ý lĩnh vực GT-01 (Ổ gà, mặt đường hư hỏng, lún nứt), độ tin cậy 87 %.');
  });

  it('asks no rule when there is no category, or it is no report', () => {
    expect(decide({ chosenCategory: undefined })).toEqual({
      kind: 'tray',
      reasons: ['category_unsure'],
      because: ['Không có gợi ý lĩnh vực nào.'],
      tried: [],
      ruleSet: { id: null, version: seedRuleSet.version },
    });
    expect(decide({ chosenCategory: 'OS-04' }, ruleOf())).toEqual({
      kind: 'tray',
      reasons: ['not_a_report'],
      categoryCode: 'OS-04',
      because: ['Lĩnh vực OS-04 (Tin rác, quảng cáo) do người chọn.'],
      tried: [],
      ruleSet: { id: 7, version: 'test' },
    });
  });
});

describe('when the rules do not name an agency', () => {
  it('because one is broken, a person decides and the caller learns which', () => {
    const broken = ruleOf({ id: 'old', name: 'Quy tắc cũ', to: { agency: { code: 'gone' } } });
    const decision = decide({}, broken, ruleOf({ id: 'rest' }));
    expect(decision).toMatchObject({
      kind: 'tray',
      reasons: ['rule_failed'],
      categoryCode: 'GT-01',
      failedRule: { ruleId: 'old', code: 'agency_unknown' },
    });
    expect(decision).not.toHaveProperty('proposedAgency');
    expect(decision).not.toHaveProperty('ruleId');
    expect(decision.because[1]).toBe('Quy tắc “Quy tắc cũ”. Quy tắc lỗi: không có đơn vị “gone”.');
  });

  it('because one is broken, other reasons still count', () => {
    const broken = ruleOf({ to: { agency: { code: 'gone' } } });
    const suggestions = [{ categoryCode: 'GT-02', score: 0.2 }];
    expect(decide({ chosenCategory: undefined, suggestions, ward: { kind: 'unknown' } }, broken)).toMatchObject({
      reasons: ['category_unsure', 'urgent_needs_person', 'ward_unknown', 'rule_failed'],
    });
  });

  it('because none matches, a person decides', () => {
    const decision = decide({}, ruleOf({ when: { categories: ['MT'] } }));
    expect(decision).toMatchObject({ kind: 'tray', reasons: ['no_rule'], categoryCode: 'GT-01' });
    expect(decision).not.toHaveProperty('proposedAgency');
    expect(decision).not.toHaveProperty('failedRule');
    expect(decision.because[1]).toBe('Không có quy tắc điều phối nào khớp.');
    expect(decideRouting({ suggestions: [], chosenCategory: 'GT-01', ward: inLang, rules: setOf() }).because[1]).toBe(
      'Không có quy tắc điều phối nào khớp.',
    );
  });

  it('because there are many firms, a person decides', () => {
    const decision = decide({}, ruleOf({ to: { agency: { type: 'water_co' } } }));
    expect(decision).toMatchObject({ reasons: ['no_agency'], ruleId: 'a' });
    expect(decision).not.toHaveProperty('failedRule');
  });

  it('because its ward is not known, that is no fault: the ward is asked for', () => {
    const police = ruleOf({ to: { agency: { type: 'ward_police' } } });
    const decision = decide({ ward: { kind: 'unknown' }, chosenCategory: 'AN-05' }, police);
    expect(decision).toMatchObject({ kind: 'tray', reasons: ['ward_unknown'] });
    expect(decision).not.toHaveProperty('proposedAgency');
    expect(decision).not.toHaveProperty('failedRule');
  });

  it('a copy for the police of an unknown ward is left out', () => {
    const rule = ruleOf({ to: { agency: { code: 'bhxh' }, copyTo: [{ type: 'ward_police' }, { code: 'pc08' }] } });
    expect(decide({ ward: { kind: 'unknown' }, chosenCategory: 'AS-02' }, rule)).toMatchObject({
      kind: 'dispatch',
      copyTo: ['pc08'],
    });
  });
});

describe('rules by ward', () => {
  // Water bills have no place in the category list; with firms by area they need one.
  const viwaco = ruleOf({ id: 'west', when: { wards: ['00199'] }, to: { agency: { code: 'nuoc-sach' } } });
  const others = ruleOf({ id: 'rest', to: { agency: { code: 'so-xay-dung' } } });
  const bill = { chosenCategory: 'NS-04' };

  it('send the report by its ward', () => {
    expect(decide(bill, viwaco, others)).toMatchObject({ agencyCode: 'nuoc-sach' });
    expect(decide({ ...bill, ward: { kind: 'chosen', wardCode: '00070' } }, viwaco, others)).toMatchObject({
      agencyCode: 'so-xay-dung',
    });
  });

  it('wait for a ward that is not known instead of taking the next rule, and propose nobody', () => {
    const decision = decide({ ...bill, ward: { kind: 'unknown' } }, viwaco, others);
    expect(decision).toMatchObject({ kind: 'tray', reasons: ['ward_unknown'] });
    expect(decision).not.toHaveProperty('proposedAgency');
  });

  it('wait for a person when the ward is an unclear guess, not when it is a clear one', () => {
    const guess = (clear: boolean) =>
      decide({ ...bill, ward: { kind: 'guess', wardCode: '00199', alternatives: [], clear } }, viwaco, others);
    expect(guess(false)).toMatchObject({ kind: 'tray', reasons: ['ward_guess_unclear'], proposedAgency: 'nuoc-sach' });
    expect(guess(true)).toMatchObject({ kind: 'dispatch', agencyCode: 'nuoc-sach' });
  });

  it('know agencies that came with a newer ward map', () => {
    const rules = { ...setOf(ruleOf({ to: { agency: { code: 'ubnd-99999' } } })), agencies: new Set(['ubnd-99999']) };
    expect(decide({ rules })).toMatchObject({ kind: 'dispatch', agencyCode: 'ubnd-99999' });
  });
});

describe('rules by class', () => {
  const hurried = ruleOf({ id: 'hurried', when: { priorityClasses: ['emergency'] }, to: { agency: { code: 'pc07' } } });
  const rest = ruleOf({ id: 'rest' });
  const ruleIdOf = (given: Partial<RoutingInput>) => decide(given, hurried, rest).ruleId;

  it('take the class of the report, of the words, or of the category', () => {
    expect(ruleIdOf({})).toBe('rest');
    expect(ruleIdOf({ text: 'cháy rồi, lửa to lắm' })).toBe('hurried');
    expect(ruleIdOf({ chosenCategory: 'PC-01' })).toBe('hurried');
    expect(ruleIdOf({ priorityClass: 'emergency' })).toBe('hurried');
    expect(ruleIdOf({ chosenCategory: 'PC-01', priorityClass: 'normal' })).toBe('rest');
  });
});

describe('rules by time and list', () => {
  it('take the moment that is given over day and night', () => {
    const night = ruleOf({ id: 'night', when: { time: { from: '22:00', to: '06:00' } } });
    const ruleIdOf = (given: Partial<RoutingInput>) => decide(given, night, ruleOf({ id: 'rest' })).ruleId;
    expect(ruleIdOf({ at: new Date('2026-10-05T22:00:00+07:00') })).toBe('night');
    expect(ruleIdOf({ at: new Date('2026-10-05T12:00:00+07:00'), isNight: true })).toBe('rest');
    expect(ruleIdOf({ isNight: true })).toBe('night');
    expect(ruleIdOf({ isNight: false })).toBe('rest');
    expect(ruleIdOf({})).toBe('rest');
  });

  it('ask the lists that are given', () => {
    const rule = ruleOf({ id: 'school', when: { onList: 'schools' } });
    const lists = assetLists({ schools: ['Kim Liên'] });
    expect(decide({ text: 'trường Kim Liên', lists }, rule)).toMatchObject({ ruleId: 'school' });
    expect(decide({ text: 'trường Kim Liên' }, rule)).toMatchObject({ reasons: ['rule_failed'] });
  });
});

it('an urgent class is never dispatched on a guess alone, whatever the rules say', () => {
  const everything = ruleOf();
  for (const { code, priority, accepts } of categories) {
    if (!accepts) continue;
    const sure = [{ categoryCode: code, score: 1 }];
    const byGuess = decide({ chosenCategory: undefined, suggestions: sure }, everything);
    const urgent = priority === 'urgent' || priority === 'emergency';
    expect(byGuess.kind, code).toBe(urgent ? 'tray' : 'dispatch');
    if (byGuess.kind === 'tray') expect(byGuess.reasons, code).toEqual(['urgent_needs_person']);
    expect(decide({ chosenCategory: code }, everything).kind, code).toBe('dispatch');
  }
  const text = 'cháy rồi, lửa to lắm';
  const words = { chosenCategory: undefined, text, suggestions: [{ categoryCode: 'MT-01', score: CONFIDENT_SCORE }] };
  expect(decide(words, everything)).toMatchObject({ reasons: ['urgent_needs_person'] });
});
