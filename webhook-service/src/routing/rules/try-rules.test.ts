import { describe, expect, it } from 'vitest';
import { assetLists } from './asset-list.ts';
import type { RoutingRule } from './rule.ts';
import { factsOf, ruleOf, setOf } from './testing/facts.ts';
import { tryRules } from './try-rules.ts';

const loose = (rule: unknown) => rule as RoutingRule;

describe('trying rules in order', () => {
  it('takes the first that matches and explains every rule up to it, none after', () => {
    const first = ruleOf({ id: 'first', name: 'Rác', when: { categories: ['MT'] } });
    const second = ruleOf({
      id: 'second',
      name: 'Đường',
      when: { categories: ['GT-01'], priorityClasses: ['normal'] },
    });
    const third = ruleOf({ id: 'third' });
    expect(tryRules(setOf(first, second, third), factsOf())).toEqual({
      matched: second,
      tried: [
        {
          ruleId: 'first',
          name: 'Rác',
          matched: false,
          why: 'Lĩnh vực là GT-01, quy tắc chỉ dành cho MT.',
          failedOn: 'categories',
        },
        { ruleId: 'second', name: 'Đường', matched: true, why: 'Khớp: lĩnh vực GT-01; mức độ bình thường.' },
      ],
      wardDecides: false,
    });
  });

  it('says of a rule without conditions that it takes everything', () => {
    expect(tryRules(setOf(ruleOf()), factsOf()).tried).toEqual([
      { ruleId: 'a', name: 'Quy tắc A', matched: true, why: 'Khớp: áp dụng cho mọi phản ánh.' },
    ]);
  });

  it('says that nothing matched', () => {
    const result = tryRules(setOf(ruleOf({ when: { keywords: ['wifi'] } })), factsOf());
    expect(result.matched).toBeNull();
    expect(result.error).toBeUndefined();
    expect(result.tried).toHaveLength(1);
    expect(tryRules(setOf(), factsOf())).toEqual({ matched: null, tried: [], wardDecides: false });
  });

  it('needs every condition, and names the first that is not met', () => {
    const when: RoutingRule['when'] = {
      wards: ['00199'],
      onList: 'city_assets',
      keywords: ['ổ gà'],
      time: { from: '08:00', to: '17:00' },
      priorityClasses: ['normal'],
      categories: ['GT'],
    };
    const lists = assetLists({ city_assets: ['Láng Hạ'] });
    const all = { lists, text: 'ổ gà phố Láng Hạ' };
    const tried = (given: Parameters<typeof factsOf>[0]) =>
      tryRules(setOf(ruleOf({ when })), factsOf({ ...all, ...given })).tried[0];
    expect(tried({})?.why).toBe(
      'Khớp: lĩnh vực GT-01; mức độ bình thường; lúc 12:00 thứ hai nằm trong khung giờ 08:00–17:00; ' +
        'nội dung nhắc tới “ổ gà”; “Láng Hạ” có trong danh mục thành phố quản lý (QĐ 5904/QĐ-UBND); ' +
        'nơi xảy ra là phường Láng.',
    );
    expect(tried({ categoryCode: 'MT-01', priorityClass: 'urgent' })?.failedOn).toBe('categories');
    expect(tried({ priorityClass: 'urgent', clock: null })?.failedOn).toBe('priorityClasses');
    expect(tried({ clock: null, text: '' })?.failedOn).toBe('time');
    expect(tried({ text: '', wardCode: null })?.failedOn).toBe('keywords');
    expect(tried({ text: 'ổ gà', wardCode: null })?.failedOn).toBe('onList');
    expect(tried({ wardCode: null })?.failedOn).toBe('wards');
  });
});

describe('the ward decides', () => {
  const inLang = ruleOf({ id: 'lang', when: { categories: ['GT'], wards: ['00199'] } });
  const rest = ruleOf({ id: 'rest' });

  it('when a rule asks for it whose other conditions are met', () => {
    expect(tryRules(setOf(inLang, rest), factsOf())).toMatchObject({ matched: { id: 'lang' }, wardDecides: true });
    expect(tryRules(setOf(inLang, rest), factsOf({ wardCode: null }))).toMatchObject({
      matched: { id: 'rest' },
      wardDecides: true,
    });
  });

  it('not when such a rule fails on something else, or comes after the match', () => {
    expect(tryRules(setOf(inLang, rest), factsOf({ categoryCode: 'MT-01' })).wardDecides).toBe(false);
    expect(tryRules(setOf(rest, inLang), factsOf()).wardDecides).toBe(false);
  });
});

describe('a broken rule stops the line instead of being skipped', () => {
  const rest = ruleOf({ id: 'rest' });

  it.each<[string, unknown, { ruleId: string; name: string }]>([
    ['no object', null, { ruleId: '#2', name: 'Quy tắc số 2' }],
    ['a word', 'rule', { ruleId: '#2', name: 'Quy tắc số 2' }],
    ['an empty object', {}, { ruleId: '#2', name: 'Quy tắc số 2' }],
    ['empty names', { id: '', name: '' }, { ruleId: '#2', name: 'Quy tắc số 2' }],
    ['names that are no text', { id: 5, name: ['x'] }, { ruleId: '#2', name: 'Quy tắc số 2' }],
    ['an unknown condition', { ...rest, id: 'x', when: { weather: 'rain' } }, { ruleId: 'x', name: 'Quy tắc A' }],
    [
      'a time that is none',
      { ...rest, when: { time: { from: '25:00', to: '06:00' } } },
      { ruleId: 'rest', name: 'Quy tắc A' },
    ],
    [
      'a day that is none',
      { ...rest, when: { time: { days: ['T2'], from: '05:00', to: '06:00' } } },
      { ruleId: 'rest', name: 'Quy tắc A' },
    ],
    ['a class that is none', { ...rest, when: { priorityClasses: ['gấp'] } }, { ruleId: 'rest', name: 'Quy tắc A' }],
    ['an empty list', { ...rest, when: { categories: [] } }, { ruleId: 'rest', name: 'Quy tắc A' }],
    ['no agency', { ...rest, to: {} }, { ruleId: 'rest', name: 'Quy tắc A' }],
    [
      'two agencies',
      { ...rest, to: { agency: { code: 'pc08', type: 'ward_pc' } } },
      { ruleId: 'rest', name: 'Quy tắc A' },
    ],
  ])('that is malformed: %s', (_, rule, label) => {
    const unmet = ruleOf({ id: 'unmet', when: { categories: ['MT'] } });
    const result = tryRules(setOf(unmet, loose(rule), rest), factsOf());
    expect(result.matched).toBeNull();
    expect(result.error).toEqual({ ruleId: label.ruleId, code: 'rule_malformed' });
    expect(result.tried.slice(1)).toEqual([{ ...label, matched: false, why: 'Quy tắc lỗi: không đúng mẫu.' }]);
    // And again: what is known of a rule is remembered.
    expect(tryRules(setOf(unmet, loose(rule), rest), factsOf())).toEqual(result);
  });

  it('that asks a list nobody loaded, but only for reports it is for', () => {
    const rule = ruleOf({ id: 'schools', when: { categories: ['GT'], onList: 'schools' } });
    expect(tryRules(setOf(rule, rest), factsOf())).toEqual({
      matched: null,
      tried: [
        { ruleId: 'schools', name: 'Quy tắc A', matched: false, why: 'Quy tắc lỗi: không có danh mục “schools”.' },
      ],
      error: { ruleId: 'schools', code: 'list_unknown' },
      wardDecides: false,
    });
    expect(tryRules(setOf(rule, rest), factsOf({ categoryCode: 'MT-01' })).matched).toBe(rest);
  });

  it.each<[string, RoutingRule['to'], string]>([
    ['an agency', { agency: { code: 'nobody' } }, 'nobody'],
    ['an agency type', { agency: { type: 'bogus' as 'ward_pc' } }, 'bogus'],
    ['an agency for the copy', { agency: { code: 'pc08' }, copyTo: [{ code: 'pc07' }, { code: 'nobody' }] }, 'nobody'],
  ])('that names %s nobody knows', (_, to, named) => {
    const result = tryRules(setOf(ruleOf({ to }), rest), factsOf());
    expect(result).toEqual({
      matched: null,
      tried: [{ ruleId: 'a', name: 'Quy tắc A', matched: false, why: `Quy tắc lỗi: không có đơn vị “${named}”.` }],
      error: { ruleId: 'a', code: 'agency_unknown' },
      wardDecides: false,
    });
    const unmet = ruleOf({ to, when: { categories: ['MT'] } });
    expect(tryRules(setOf(unmet, rest), factsOf()).matched).toBe(rest);
  });

  it('not when the agency came with a newer ward map', () => {
    const rule = ruleOf({ to: { agency: { code: 'ubnd-99999' } } });
    expect(tryRules(setOf(rule), factsOf()).error?.code).toBe('agency_unknown');
    expect(tryRules({ ...setOf(rule), agencies: new Set(['ubnd-99999']) }, factsOf()).matched).toBe(rule);
  });

  it('not when its agency waits for the ward, or is one of many firms', () => {
    const police = ruleOf({ to: { agency: { type: 'ward_police' }, copyTo: [{ type: 'telecom_co' }] } });
    expect(tryRules(setOf(police), factsOf({ wardCode: null })).matched).toBe(police);
  });
});
