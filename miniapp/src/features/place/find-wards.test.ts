import { describe, expect, it } from 'vitest';
import { findWards } from './find-wards.ts';

const wards = [
  { code: '1', name: 'phường Ba Đình', oldNames: ['phường Quán Thánh', 'quận Ba Đình'] },
  { code: '2', name: 'phường Láng', oldNames: ['phường Láng Thượng', 'phường Láng Hạ', 'quận Đống Đa'] },
  { code: '3', name: 'phường Giảng Võ', oldNames: ['phường Láng Hạ', 'quận Ba Đình', 'quận Đống Đa'] },
  { code: '4', name: 'xã Hòa Lạc', oldNames: ['huyện Thạch Thất'] },
];
const found = (typed: string) => findWards(wards, typed).map(({ ward }) => ward.code);

describe('findWards', () => {
  it('offers every ward while nothing is typed', () => {
    expect(found('  ')).toEqual(['1', '2', '3', '4']);
  });

  it('finds a ward without diacritics, and by the beginning of a word', () => {
    expect(found('hoa la')).toEqual(['4']);
    expect(found('GIẢNG')).toEqual(['3']);
  });

  it('finds the new ward by an old name, and says by which', () => {
    expect(findWards(wards, 'lang ha')).toEqual([
      { ward: wards[1], formerly: ['phường Láng Hạ'] },
      { ward: wards[2], formerly: ['phường Láng Hạ'] },
    ]);
  });

  it('puts a ward that is called so before those that were', () => {
    expect(found('ba dinh')).toEqual(['1', '3']);
    expect(found('lang')[0]).toBe('2');
  });

  it('takes the kind of unit along when it is typed', () => {
    expect(found('xa hoa lac')).toEqual(['4']);
    expect(found('phuong hoa lac')).toEqual([]);
  });
});
