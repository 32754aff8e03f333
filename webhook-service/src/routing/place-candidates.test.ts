import { describe, expect, it } from 'vitest';
import { adminUnits, oldDistricts, oldUnits, wardName } from '../../../db/seed/admin-units.ts';
import { plain } from '../language/normalise.ts';
import { candidatesOf } from './place-candidates.ts';

const words = (name: string) => name.replace(/[\s-]+/gu, ' ');
const names = (text: string) => candidatesOf(text).candidates.map(({ name }) => name);
const short = (text: string) => [candidatesOf(text).certainty, ...names(text)];

describe('names that mislead (domain-hanoi §4.2)', () => {
  it.each([
    [
      'quận Hoàng Mai',
      'old-name',
      'phường Lĩnh Nam',
      'phường Hoàng Mai',
      'phường Vĩnh Hưng',
      'phường Tương Mai',
      'phường Định Công',
      'phường Hoàng Liệt',
      'phường Yên Sở',
    ],
    ['phường Hoàng Mai', 'named', 'phường Hoàng Mai'],
    ['phường Chương Dương', 'old-name', 'phường Hồng Hà'],
    ['xã Chương Dương', 'named', 'xã Chương Dương'],
    ['phường Thanh Trì', 'old-name', 'phường Vĩnh Hưng', 'phường Lĩnh Nam'],
    ['phường Trần Phú', 'old-name', 'phường Lĩnh Nam', 'phường Hoàng Mai', 'phường Yên Sở'],
    ['xã Yên Sở', 'old-name', 'xã Dương Hòa'],
    ['phường Yên Sở', 'named', 'phường Yên Sở'],
    ['xã Thanh Xuân', 'old-name', 'xã Nội Bài'],
    ['xã Thanh Xuân, huyện Sóc Sơn', 'old-name', 'xã Nội Bài'],
    ['xã Hồng Hà', 'old-name', 'xã Ô Diên', 'xã Yên Lãng', 'xã Mê Linh', 'xã Liên Minh'],
    ['xã Hồng Hà, huyện Đan Phượng', 'old-name', 'xã Ô Diên', 'xã Yên Lãng', 'xã Mê Linh', 'xã Liên Minh'],
    ['xã Hòa Phú', 'ambiguous', 'xã Hòa Phú', 'xã Hòa Xá'],
    ['xã Hòa Phú, huyện Ứng Hòa', 'old-name', 'xã Hòa Xá'],
    ['xã Hòa Phú, huyện Chương Mỹ', 'named', 'xã Hòa Phú'],
    ['phường Láng Hạ', 'old-name', 'phường Láng', 'phường Giảng Võ', 'phường Đống Đa'],
    [
      'quận Đống Đa',
      'old-name',
      'phường Đống Đa',
      'phường Kim Liên',
      'phường Văn Miếu - Quốc Tử Giám',
      'phường Láng',
      'phường Ô Chợ Dừa',
    ],
    [
      'Minh Khai',
      'old-name',
      'phường Bạch Mai',
      'phường Tương Mai',
      'phường Tây Tựu',
      'phường Thượng Cát',
      'phường Đông Ngạc',
      'phường Xuân Phương',
      'xã Dương Hòa',
    ],
    ['phường Minh Khai, quận Hai Bà Trưng', 'old-name', 'phường Bạch Mai', 'phường Tương Mai'],
    [
      'phường Minh Khai, quận Bắc Từ Liêm',
      'old-name',
      'phường Tây Tựu',
      'phường Thượng Cát',
      'phường Đông Ngạc',
      'phường Xuân Phương',
    ],
    ['xã Minh Khai, huyện Hoài Đức', 'old-name', 'xã Dương Hòa'],
    [
      'Quang Trung',
      'old-name',
      'phường Đống Đa',
      'phường Kim Liên',
      'phường Hà Đông',
      'phường Kiến Hưng',
      'xã Tây Phương',
      'xã Kiều Phú',
    ],
    ['phường Quang Trung, quận Đống Đa', 'old-name', 'phường Đống Đa', 'phường Kim Liên'],
    ['phường Quang Trung, quận Hà Đông', 'old-name', 'phường Hà Đông', 'phường Kiến Hưng'],
    ['xã Quang Trung', 'old-name', 'xã Tây Phương', 'xã Kiều Phú'],
  ])('%s: %s', (text, ...expected) => {
    expect(short(text)).toEqual(expected);
    // Without diacritics it may mean more, never less.
    expect(names(plain(text))).toEqual(expect.arrayContaining(expected.slice(1)));
  });

  it('a bare name that is both a ward and a district of old offers the ward first and all the others', () => {
    expect(short('Hoàng Mai').slice(0, 2)).toEqual(['ambiguous', 'phường Hoàng Mai']);
    expect(names('Hoàng Mai')).toHaveLength(7);
  });

  it('names no ward that does not exist today', () => {
    expect(short('sao Hỏa')).toEqual(['unknown']);
    expect(short('')).toEqual(['unknown']);
  });
});

describe('each candidate says why it is one', () => {
  const why = (text: string, name: string) => candidatesOf(text).candidates.find((found) => found.name === name)?.why;

  it.each([
    ['phường Láng', 'phường Láng', 'Phường Láng hiện nay'],
    ['xã Bát Tràng', 'xã Bát Tràng', 'Xã Bát Tràng hiện nay'],
    ['phường Chương Dương', 'phường Hồng Hà', 'Phường Chương Dương (cũ, quận Hoàn Kiếm) nay thuộc phường Hồng Hà'],
    ['phường Láng Hạ', 'phường Giảng Võ', 'Một phần phường Láng Hạ (cũ, quận Đống Đa) nay thuộc phường Giảng Võ'],
    ['thị trấn Yên Viên', 'xã Phù Đổng', 'Thị trấn Yên Viên (cũ, huyện Gia Lâm) nay thuộc xã Phù Đổng'],
    ['quận Đống Đa', 'phường Láng', 'Quận Đống Đa (cũ) nay gồm 5 phường, trong đó có phường Láng'],
    ['huyện Thanh Trì', 'xã Đại Thanh', 'Huyện Thanh Trì (cũ) nay gồm 1 phường và 4 xã, trong đó có xã Đại Thanh'],
    ['huyện Mỹ Đức', 'xã Hương Sơn', 'Huyện Mỹ Đức (cũ) nay gồm 4 xã, trong đó có xã Hương Sơn'],
    [
      'thị xã Sơn Tây',
      'phường Tùng Thiện',
      'Thị xã Sơn Tây (cũ) nay gồm 2 phường và 1 xã, trong đó có phường Tùng Thiện',
    ],
    ['Hoàng Mai', 'phường Hoàng Mai', 'Phường Hoàng Mai hiện nay'],
    ['Hoàng Mai', 'phường Yên Sở', 'Quận Hoàng Mai (cũ) nay gồm 7 phường, trong đó có phường Yên Sở'],
    ['xã Hòa Phú', 'xã Hòa Xá', 'Xã Hòa Phú (cũ, huyện Ứng Hòa) nay thuộc xã Hòa Xá'],
  ])('%s → %s', (text, name, expected) => expect(why(text, name)).toBe(expected));
});

describe('no name is lost', () => {
  it('every unit that ended leads to exactly the wards that hold its land', () => {
    const district = new Map(oldDistricts.map((old) => [old.code, old.name]));
    for (const old of oldUnits) {
      const kind = { phuong: 'phường', xa: 'xã', thi_tran: 'thị trấn' }[old.kind];
      const text = `${kind} ${old.name}, ${district.get(old.district)}`;
      const codes = candidatesOf(text).candidates.map(({ code }) => code);
      const doubled = adminUnits.some(
        (unit) => words(unit.name) === words(old.name) && unit.oldDistricts.includes(old.district),
      );
      if (doubled) expect(codes.length, text).toBeGreaterThan(0);
      else expect(codes.toSorted(), text).toEqual(old.newUnits.toSorted());
    }
  });

  it('every district leads to the wards the resolution groups under it', () => {
    for (const { kind, name, successors } of oldDistricts) {
      const word = { quan: 'quận', huyen: 'huyện', thi_xa: 'thị xã' }[kind];
      const found = candidatesOf(`${word} ${name}`);
      expect(found.certainty, name).toBe('old-name');
      expect(
        found.candidates.map(({ code }) => code),
        name,
      ).toEqual(successors);
    }
  });

  it('every ward of today is found by its name, written as it is', () => {
    for (const { code } of adminUnits) {
      const [first] = candidatesOf(wardName(code)).candidates;
      expect(first).toEqual({ code, name: wardName(code), why: expect.stringContaining('hiện nay') });
    }
  });
});
