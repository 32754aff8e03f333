import { describe, expect, it } from 'vitest';
import { wardsInWords } from './wards-in-words.ts';

const wards = [
  { code: 'dd', name: 'phường Đống Đa', oldNames: ['phường Ô Chợ Dừa', 'quận Đống Đa'] },
  { code: 'l', name: 'phường Láng', oldNames: ['phường Láng Thượng', 'phường Láng Hạ', 'quận Đống Đa'] },
  { code: 'gv', name: 'phường Giảng Võ', oldNames: ['phường Láng Hạ', 'quận Ba Đình'] },
  { code: 'bd', name: 'phường Ba Đình', oldNames: ['phường Quán Thánh', 'quận Ba Đình'] },
];
const found = (address: string) => wardsInWords(wards, address).map(({ ward }) => ward.code);

describe('wardsInWords', () => {
  it('finds the ward for which most of the words speak', () => {
    expect(wardsInWords(wards, '12 lang ha dong da')).toEqual([
      { ward: wards[1], names: ['phường Láng Hạ', 'quận Đống Đa'] },
    ]);
  });

  it('offers all between which the words do not decide', () => {
    expect(found('so 5 Láng Hạ')).toEqual(['l', 'gv']);
  });

  it('puts a ward that is called so today first', () => {
    expect(found('gần chợ, Ba Đình')).toEqual(['bd', 'gv']);
  });

  it('takes whole words only, and the longest name', () => {
    expect(found('làng nghề')).toEqual([]);
    expect(found('12 lang')).toEqual(['l']);
    expect(found('langha')).toEqual([]);
  });

  it('finds nothing in nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('đối diện nhà văn hóa')).toEqual([]);
  });
});
