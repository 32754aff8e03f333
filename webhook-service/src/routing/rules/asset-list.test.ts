import { describe, expect, it } from 'vitest';
import { plain } from '../../language/normalise.ts';
import { assetList, assetLists, listName, noAssets } from './asset-list.ts';

const find = (names: string[], text: string) => assetList(names).find(plain(text));

describe('a list of assets', () => {
  it('finds a name without diacritics, on word boundaries, as the list writes it', () => {
    expect(find(['Tây Sơn', 'Láng Hạ'], 'O GA to pho lang ha, gan cau')).toBe('Láng Hạ');
    expect(find(['Láng Hạ'], 'phố Láng Hạnh')).toBeNull();
    expect(find(['Láng Hạ'], 'Hạ Láng')).toBeNull();
    expect(find(['Láng Hạ'], '')).toBeNull();
  });

  it('finds the longest name: a street that begins like another is itself', () => {
    expect(find(['Láng', 'Láng Hạ', 'Cầu'], 'cầu ở phố Láng Hạ')).toBe('Láng Hạ');
    expect(find(['Láng', 'Láng Hạ'], 'đường Láng')).toBe('Láng');
  });

  it('reads past punctuation in names and text', () => {
    expect(find(['Trần Duy Hưng (đoạn 1)'], 'tran duy hung, doan 1')).toBe('Trần Duy Hưng (đoạn 1)');
  });

  it('counts names that differ, keeps the first spelling, and leaves out what has no letters', () => {
    expect(assetList(['Láng Hạ', 'lang ha', '—', 'Tây Sơn']).size).toBe(2);
    expect(find(['Láng Hạ', 'lang ha'], 'lang ha')).toBe('Láng Hạ');
    expect(assetList([]).size).toBe(0);
    expect(find([], 'lang ha')).toBeNull();
  });

  it('exists for the city even when nothing is loaded', () => {
    expect([...noAssets.keys()]).toEqual(['city_assets']);
    expect(noAssets.get('city_assets')?.size).toBe(0);
    const lists = assetLists({ city_assets: ['Láng Hạ'], schools: ['Kim Liên'] });
    expect([...lists].map(([list, { size }]) => [list, size])).toEqual([
      ['city_assets', 1],
      ['schools', 1],
    ]);
  });

  it('has a name in sentences', () => {
    expect(listName('city_assets')).toBe('danh mục thành phố quản lý (QĐ 5904/QĐ-UBND)');
    expect(listName('schools')).toBe('danh mục “schools”');
  });

  it('answers a long report on a list of 20 000 names in a few milliseconds', () => {
    const list = assetList(Array.from({ length: 20_000 }, (_, index) => `Phố số ${index} mới`));
    const text = plain('nhà tôi ở gần chợ '.repeat(50));
    const start = performance.now();
    for (let times = 0; times < 20; times++) list.find(text);
    expect((performance.now() - start) / 20).toBeLessThan(20);
  });
});
