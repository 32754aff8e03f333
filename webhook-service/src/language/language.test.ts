import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandAbbreviations } from './abbreviations.ts';
import { canonical, hasNoDiacritics, plain, tidy } from './normalise.ts';
import { charGrams, containsPhrase, wordGrams, words } from './tokens.ts';

const LETTERS = [...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'];
const vietnamese = fc.string({
  unit: fc.constantFrom(...LETTERS, ...LETTERS.map((c) => c.toUpperCase()), ' ', '.', '7'),
});

describe('plain text', () => {
  it.each([
    ['Đường Hoà Bình', 'duong hoa binh'],
    ['đường hòa bình', 'duong hoa binh'],
    ['Ổ gà  to\ttrước số 12 ', 'o ga to truoc so 12'],
    ['NGHĨA ĐÔ', 'nghia do'],
    ['Văn Miếu - Quốc Tử Giám', 'van mieu - quoc tu giam'],
  ])('of %j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
    expect(plain(text.normalize('NFD'))).toBe(expected);
  });

  it('is ASCII for any Vietnamese text, and plain text stays as it is', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const result = plain(text);
        expect(result).toMatch(/^[\x20-\x7e]*$/u);
        expect(plain(result)).toBe(result);
        expect(plain(text.normalize('NFD'))).toBe(result);
        expect(plain(canonical(text))).toBe(result);
      }),
    );
  });

  it('knows text typed without diacritics', () => {
    expect(hasNoDiacritics('o ga to truoc nha')).toBe(true);
    expect(hasNoDiacritics('duong nay đi đâu')).toBe(false);
    expect(hasNoDiacritics('ổ gà'.normalize('NFD'))).toBe(false);
  });
});

describe('canonical text', () => {
  it.each([
    ['Hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['quý', 'quý'],
    ['hoàn', 'hoàn'],
    ['toàn hoả', 'toàn hỏa'],
    ['huỷ', 'hủy'],
    ['suýt', 'suýt'],
  ])('writes the tone of %j as %j', (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(canonical(text.normalize('NFD'))).toBe(expected);
  });

  it('is stable and NFC', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const result = canonical(text);
        expect(canonical(result)).toBe(result);
        expect(result.normalize('NFC')).toBe(result);
        expect(tidy(result)).toBe(result);
      }),
    );
  });
});

describe('abbreviations', () => {
  it.each([
    ['đg ngập r ko đi đc', 'đường ngập rồi không đi được'],
    ['ngap wa r ad oi', 'ngap quá rồi ad oi'],
    ['vỉa hè HQV bị chiếm', 'vỉa hè hoàng quốc việt bị chiếm'],
    ['p. Láng Hạ, q.Đống Đa', 'phường láng hạ, quận đống đa'],
    ['ngã 4 Vọng', 'ngã tư vọng'],
    ['mất nc 2 ngày r, ng dân kêu trời', 'mất nước 2 ngày rồi, người dân kêu trời'],
    ['lước chảy ra ngõ', 'nước chảy ra ngõ'],
    ['chờ lâuuuu quá', 'chờ lâu quá'],
    ['làm ca đêm về', 'làm ca đêm về'],
    ['hđ thuê nhà', 'hđ thuê nhà'],
    ['chỉ 500k', 'chỉ 500k'],
  ])('%j is written out as %j', (text, expected) => expect(expandAbbreviations(text)).toBe(expected));

  it('written-out text stays as it is', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const once = expandAbbreviations(text);
        expect(expandAbbreviations(once)).toBe(once);
      }),
    );
  });
});

describe('tokens', () => {
  it('are runs of letters and digits, in either normal form', () => {
    expect(words('Ổ gà, số 12/4!')).toEqual(['Ổ', 'gà', 'số', '12', '4']);
    expect(words('ổ gà'.normalize('NFD'))).toHaveLength(2);
    expect(words('...')).toEqual([]);
  });

  it('make word and character n-grams', () => {
    expect(wordGrams(['mất', 'nắp', 'cống'], 2)).toEqual(['mất nắp', 'nắp cống']);
    expect(wordGrams(['rác'], 2)).toEqual([]);
    expect(charGrams(['o', 'ga'], 3)).toEqual([' o ', 'o g', ' ga', 'ga ']);
  });

  it('find phrases at word edges only', () => {
    expect(containsPhrase('cho o ga to', 'o ga')).toBe(true);
    expect(containsPhrase('cho ga ga', 'o ga')).toBe(false);
  });
});
