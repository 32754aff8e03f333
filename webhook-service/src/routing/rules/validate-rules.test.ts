import { describe, expect, it } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { allAgencies } from '../../../../db/seed/agencies.ts';
import { categories } from '../../../../db/seed/categories.ts';
import type { RoutingRule } from './rule.ts';
import { seedRuleSet } from './seed-rule-set.ts';
import { ruleOf } from './testing/facts.ts';
import { validateRules } from './validate-rules.ts';

const known = {
  agencies: new Set(allAgencies().map(({ code }) => code)),
  wards: new Set(adminUnits.map(({ code }) => code)),
  lists: new Set(['city_assets']),
};
const rest = ruleOf({ id: 'rest' });
const faultsOf = (...rules: unknown[]) => validateRules(rules, known).faults;
const textsOf = (...rules: unknown[]) => faultsOf(...rules).map(({ text }) => text);

it('the seed rules have neither faults nor gaps', () => {
  expect(validateRules(seedRuleSet.rules, known)).toEqual({ faults: [], warnings: [] });
  expect(new Set(seedRuleSet.rules.map(({ id }) => id)).size).toBe(seedRuleSet.rules.length);
  expect(seedRuleSet.id).toBeNull();
  expect(seedRuleSet.version).toMatch(/^[0-9a-f]{12}$/);
});

describe('a set is refused', () => {
  it('when it is empty or far too long', () => {
    expect(validateRules([], known)).toEqual({
      faults: [{ code: 'rules_empty', text: 'Bộ quy tắc đang trống.' }],
      warnings: [],
    });
    const many = Array.from({ length: 501 }, (_, index) => ruleOf({ id: `r${index}` }));
    expect(validateRules(many, known)).toEqual({
      faults: [{ code: 'rules_too_many', text: 'Bộ quy tắc có 501 quy tắc, nhiều nhất được 500.' }],
      warnings: [],
    });
    expect(faultsOf(...many.slice(1))).toEqual([]);
  });

  it('with every field that is missing or malformed named once', () => {
    expect(faultsOf(rest, { id: 'x y', name: 'ab', when: { time: { from: '25:00' }, weather: 1 }, to: {} })).toEqual(
      ['id', 'name', 'when.weather', 'when', 'when.time.to', 'when.time.from', 'to.agency'].map((path) => ({
        code: 'rule_malformed',
        text: `Quy tắc số 2 (x y): “${path}” thiếu hoặc không đúng mẫu.`,
      })),
    );
    expect(textsOf(null)).toEqual(['Quy tắc số 1: không đúng mẫu.']);
    expect(textsOf({ ...rest, name: 'tên\u0000' })).toEqual(['Quy tắc số 1 (rest): “name” thiếu hoặc không đúng mẫu.']);
    expect(textsOf({ ...rest, id: 'x'.repeat(90) })[0]).toBe(
      `Quy tắc số 1 (${'x'.repeat(80)}): “id” thiếu hoặc không đúng mẫu.`,
    );
    expect(textsOf({ ...rest, ['y'.repeat(90)]: 1 })[0]).toBe(
      `Quy tắc số 1 (rest): “${'y'.repeat(80)}” thiếu hoặc không đúng mẫu.`,
    );
    expect(textsOf({ ...rest, id: 7 })).toEqual(['Quy tắc số 1: “id” thiếu hoặc không đúng mẫu.']);
  });

  it.each<[string, Partial<RoutingRule>, string, string]>([
    [
      'category',
      { when: { categories: ['GT-01', 'GT-99'] } },
      'category_unknown',
      'không có lĩnh vực hay nhóm “GT-99”',
    ],
    ['ward', { when: { wards: ['00199', '99999'] } }, 'ward_unknown', 'không có phường, xã mã “99999”'],
    ['list', { when: { onList: 'schools' } }, 'list_unknown', 'không có danh mục “schools”'],
    ['agency', { to: { agency: { code: 'nobody' } } }, 'agency_unknown', 'không có đơn vị “nobody”'],
    ['agency type', { to: { agency: { type: 'bogus' as 'ward_pc' } } }, 'agency_unknown', 'không có đơn vị “bogus”'],
    [
      'agency for the copy',
      { to: { agency: { code: 'pc08' }, copyTo: [{ code: 'nobody' }] } },
      'agency_unknown',
      'không có đơn vị “nobody”',
    ],
    ['keyword', { when: { keywords: ['wifi', ' … '] } }, 'keyword_without_words', 'từ khóa “ … ” không có chữ nào'],
    [
      'copy',
      { to: { agency: { type: 'ward_pc' }, copyTo: [{ type: 'ward_police' }, { type: 'ward_pc' }] } },
      'copy_to_itself',
      'gửi thêm cho chính đơn vị xử lý “ward_pc”',
    ],
  ])('for a %s that makes no sense', (_, given, code, what) => {
    expect(faultsOf(ruleOf(given), rest)).toEqual([{ code, text: `Quy tắc “a”: ${what}.` }]);
  });

  it('for ids that are used twice, each named once', () => {
    expect(faultsOf(rest, rest, rest, ruleOf(), ruleOf({ id: 'b' }))).toEqual([
      { code: 'id_repeated', text: 'Mã quy tắc “rest” dùng cho hơn một quy tắc.' },
    ]);
  });

  it('with all faults of all rules at once, and no warnings beside them', () => {
    const result = validateRules(
      [{ id: 'a' }, ruleOf({ when: { categories: ['XX'], onList: 'x' } }), ruleOf({ when: { wards: ['1'] } })],
      known,
    );
    expect(result.faults.map(({ code }) => code)).toEqual([
      'rule_malformed',
      'rule_malformed',
      'rule_malformed',
      'id_repeated',
      'category_unknown',
      'list_unknown',
      'ward_unknown',
    ]);
    expect(result.warnings).toEqual([]);
  });
});

describe('a set is accepted with a warning', () => {
  const accepted = categories.filter(({ accepts }) => accepts).map(({ code }) => code);

  it('when a category has no last rule', () => {
    const last = ruleOf({ when: { categories: accepted.filter((code) => code !== 'GT-01') } });
    const some = ruleOf({ id: 'b', when: { categories: ['GT-01'], wards: ['00199'] } });
    expect(validateRules([some, last], known)).toEqual({
      faults: [],
      warnings: [
        'Chưa có quy tắc cuối không kèm điều kiện khác cho 1 lĩnh vực (GT-01); ' +
          'phản ánh không khớp quy tắc nào sẽ vào khay chờ.',
      ],
    });
  });

  it('which lists no more than twenty of them', () => {
    const [warning] = validateRules([ruleOf({ when: { categories: ['GT'] } })], known).warnings;
    const open = accepted.filter((code) => !code.startsWith('GT-'));
    expect(warning).toContain(
      `cho ${open.length} lĩnh vực (${open.slice(0, 20).join(', ')} và ${open.length - 20} lĩnh vực khác)`,
    );
  });

  it('when a rule is only for what is not accepted', () => {
    const useless = ruleOf({ id: 'os', when: { categories: ['OS-01', 'OS'] } });
    expect(validateRules([useless, rest], known)).toEqual({
      faults: [],
      warnings: ['Quy tắc “os” chỉ nêu lĩnh vực không tiếp nhận nên không bao giờ dùng tới.'],
    });
  });

  it('not when a group, or everything, is taken by the last rule', () => {
    const groups = [...new Set(categories.map(({ group }) => group))].filter((group) => group !== 'OS');
    expect(validateRules([ruleOf({ when: { categories: groups } })], known).warnings).toEqual([]);
    expect(validateRules([rest], known)).toEqual({ faults: [], warnings: [] });
  });
});
