import { describe, expect, it } from 'vitest';
import { assetLists } from './asset-list.ts';
import {
  type ConditionKind,
  checkCondition,
  conditionKinds,
  prepare,
  type RuleFacts,
  wardWords,
} from './conditions.ts';
import { enumerate } from './enumerate.ts';
import type { RuleCondition } from './rule.ts';
import { factsOf } from './testing/facts.ts';

type Row = [what: string, when: RuleCondition, facts: Partial<RuleFacts>, met: boolean, why: string];

const table = (kind: ConditionKind, rows: Row[]) =>
  it.each(rows)('%s', (_, when, facts, met, why) => {
    expect(checkCondition(kind, when, prepare(factsOf(facts)))).toEqual({ met, why });
  });

it('a rule that does not ask is not checked', () => {
  for (const kind of conditionKinds) expect(checkCondition(kind, {}, prepare(factsOf())), kind).toBeNull();
});

describe('categories', () => {
  table('categories', [
    ['a code', { categories: ['MT-01', 'GT-01'] }, {}, true, 'lĩnh vực GT-01'],
    ['its group', { categories: ['GT'] }, {}, true, 'lĩnh vực GT-01'],
    ['another code', { categories: ['GT-02'] }, {}, false, 'Lĩnh vực là GT-01, quy tắc chỉ dành cho GT-02.'],
    ['another group', { categories: ['MT'] }, {}, false, 'Lĩnh vực là GT-01, quy tắc chỉ dành cho MT.'],
    [
      'a code that is not in the list has no group',
      { categories: ['ZZ'] },
      { categoryCode: 'ZZ-01' },
      false,
      'Lĩnh vực là ZZ-01, quy tắc chỉ dành cho ZZ.',
    ],
    [
      'a long list is cut short',
      { categories: ['MT-01', 'MT-02', 'MT-03', 'MT-04', 'MT-05', 'MT-06', 'MT-07', 'MT-08'] },
      {},
      false,
      'Lĩnh vực là GT-01, quy tắc chỉ dành cho MT-01, MT-02, MT-03, MT-04, MT-05, MT-06 và 2 lĩnh vực khác.',
    ],
  ]);
});

describe('priority classes', () => {
  table('priorityClasses', [
    ['one of them', { priorityClasses: ['urgent', 'emergency'] }, { priorityClass: 'urgent' }, true, 'mức độ khẩn'],
    [
      'another',
      { priorityClasses: ['urgent', 'emergency'] },
      {},
      false,
      'Mức độ là bình thường, quy tắc chỉ dành cho khẩn, khẩn cấp.',
    ],
  ]);
});

describe('time', () => {
  const time = { from: '22:00', to: '06:00' };
  table('time', [
    [
      'inside',
      { time },
      { clock: { weekday: 1, minute: 22 * 60 } },
      true,
      'lúc 22:00 thứ hai nằm trong khung giờ 22:00–06:00',
    ],
    ['outside', { time }, {}, false, 'Lúc 12:00 thứ hai nằm ngoài khung giờ 22:00–06:00.'],
    [
      'another day',
      { time: { from: '00:00', to: '00:00', days: ['sat', 'sun'] } },
      {},
      false,
      'Lúc 12:00 thứ hai nằm ngoài khung giờ 00:00–00:00 thứ bảy, chủ nhật.',
    ],
    [
      'not known',
      { time },
      { clock: null },
      false,
      'Không rõ thời điểm, quy tắc chỉ dùng trong khung giờ 22:00–06:00.',
    ],
  ]);
});

describe('keywords', () => {
  table('keywords', [
    [
      'without diacritics',
      { keywords: ['wifi', 'cáp quang'] },
      { text: 'DAY CAP QUANG roi' },
      true,
      'nội dung nhắc tới “cáp quang”',
    ],
    [
      'without diacritics "cấp" is "cáp"',
      { keywords: ['cáp'] },
      { text: 'nhà cấp bốn' },
      true,
      'nội dung nhắc tới “cáp”',
    ],
    ['not within a word', { keywords: ['cáp'] }, { text: 'capx' }, false, 'Nội dung không nhắc tới “cáp”.'],
    ['none of them', { keywords: ['wifi', 'internet'] }, {}, false, 'Nội dung không nhắc tới “wifi”, “internet”.'],
    [
      'none of many',
      { keywords: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'] },
      {},
      false,
      'Nội dung không nhắc tới “a1”, “a2”, “a3”, “a4”, “a5”, “a6” và 2 từ khác.',
    ],
  ]);
});

describe('membership of a list', () => {
  const lists = assetLists({ city_assets: ['Láng Hạ', 'Tây Sơn'] });
  table('onList', [
    [
      'found',
      { onList: 'city_assets' },
      { lists, text: 'pho lang ha' },
      true,
      '“Láng Hạ” có trong danh mục thành phố quản lý (QĐ 5904/QĐ-UBND)',
    ],
    [
      'not found',
      { onList: 'city_assets' },
      { lists },
      false,
      'Nội dung không nhắc tới mục nào của danh mục thành phố quản lý (QĐ 5904/QĐ-UBND), hiện có 2 mục.',
    ],
    [
      'nothing loaded',
      { onList: 'city_assets' },
      {},
      false,
      'Nội dung không nhắc tới mục nào của danh mục thành phố quản lý (QĐ 5904/QĐ-UBND), hiện có 0 mục.',
    ],
  ]);

  it('of a list that does not exist is an error', () => {
    expect(checkCondition('onList', { onList: 'schools' }, prepare(factsOf()))).toEqual({
      met: false,
      why: 'Quy tắc lỗi: không có danh mục “schools”.',
      error: 'list_unknown',
    });
  });
});

describe('wards', () => {
  table('wards', [
    ['one of them', { wards: ['00235', '00199'] }, {}, true, 'nơi xảy ra là phường Láng'],
    [
      'another',
      { wards: ['00235', '00070'] },
      {},
      false,
      `Nơi xảy ra là phường Láng, quy tắc chỉ dành cho ${wardWords('00235')}, phường Hoàn Kiếm.`,
    ],
    [
      'not known',
      { wards: ['00070'] },
      { wardCode: null },
      false,
      'Chưa biết nơi xảy ra, quy tắc chỉ dành cho phường Hoàn Kiếm.',
    ],
    [
      'of a map this process has not heard of',
      { wards: ['00070', '99999'] },
      { wardCode: '99998' },
      false,
      'Nơi xảy ra là phường, xã mã 99998, quy tắc chỉ dành cho phường Hoàn Kiếm, phường, xã mã 99999.',
    ],
    [
      'a long list',
      { wards: ['99991', '99992', '99993', '99994', '99995', '99996', '99997', '99998'] },
      { wardCode: null },
      false,
      'Chưa biết nơi xảy ra, quy tắc chỉ dành cho phường, xã mã 99991, phường, xã mã 99992, phường, xã mã 99993, ' +
        'phường, xã mã 99994, phường, xã mã 99995, phường, xã mã 99996 và 2 phường, xã khác.',
    ],
  ]);
});

it('an enumeration never leaves out a single item', () => {
  const items = ['1', '2', '3', '4', '5', '6', '7'];
  expect(enumerate(items, 'mục')).toBe('1, 2, 3, 4, 5, 6, 7');
  expect(enumerate([...items, '8'], 'mục')).toBe('1, 2, 3, 4, 5, 6 và 2 mục khác');
  expect(enumerate(items, 'mục', 2)).toBe('1, 2 và 5 mục khác');
  expect(enumerate([], 'mục')).toBe('');
});
