import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminUnits, wardName } from '../../../db/seed/admin-units.ts';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import { plain } from '../language/normalise.ts';
import { findPlace } from './place-names.ts';

const first = (text: string) => {
  const { ward } = findPlace(text);
  return ward && [ward.certainty, wardName(ward.code)];
};

describe('a ward of today named with its kind', () => {
  it.each([
    ['phường Láng', 'phường Láng'],
    ['phuong lang', 'phường Láng'],
    ['PHƯỜNG LÁNG', 'phường Láng'],
    ['p. Láng ạ', 'phường Láng'],
    ['oto đậu ngay trc cửa nhà em, p Đại Mỗ ạ', 'phường Đại Mỗ'],
    ['xã Bát Tràng', 'xã Bát Tràng'],
    ['x. Bát Tràng', 'xã Bát Tràng'],
    ['mất điện nguyên phường Thanh Liệt từ 19h', 'phường Thanh Liệt'],
    ['phường Văn Miếu - Quốc Tử Giám', 'phường Văn Miếu - Quốc Tử Giám'],
    ['phường Nghĩa Đô, quận Cầu Giấy, Hà Nội', 'phường Nghĩa Đô'],
    ['phường Yên Hoà', 'phường Yên Hòa'],
    ['phường Láng'.normalize('NFD'), 'phường Láng'],
  ])('%s', (text, ward) => expect(first(text)).toEqual(['named', ward]));

  it('is found for all 126, with and without diacritics', () => {
    for (const { code } of adminUnits) {
      const name = wardName(code);
      // Another xã Hòa Phú, of Ứng Hòa, ended in 2025 and lay elsewhere (§4.2).
      const certainty = name === 'xã Hòa Phú' ? 'ambiguous' : 'named';
      expect(findPlace(name).ward, name).toMatchObject({ code, certainty });
      expect(findPlace(plain(name)).ward?.candidates, plain(name)).toContain(code);
      expect(findPlace(name).residual, name).toBe('');
    }
  });

  it('is found in every labelled sample that names one', () => {
    const naming = loadSampleReports().filter((sample) => sample.namedUnits.length > 0);
    for (const sample of naming) {
      expect(findPlace(sample.text).ward, sample.text).toMatchObject({
        code: sample.namedUnits[0],
        certainty: 'named',
      });
    }
  });
});

describe('names that mislead (domain-hanoi §4.2)', () => {
  it.each([
    ['phường Chương Dương', 'phường Hồng Hà'],
    ['phường Thanh Trì', 'phường Vĩnh Hưng'],
    ['phường Trần Phú', 'phường Lĩnh Nam'],
    ['xã Yên Sở', 'xã Dương Hòa'],
    ['xã Thanh Xuân, Sóc Sơn', 'xã Nội Bài'],
    ['xã Hồng Hà, huyện Đan Phượng', 'xã Ô Diên'],
    ['xã Hòa Phú, huyện Ứng Hòa', 'xã Hòa Xá'],
    ['phường Láng Hạ', 'phường Đống Đa'],
  ])('%s is an old name, likely %s', (text, ward) => {
    const found = findPlace(text).ward;
    expect(found?.certainty).toBe('old-name');
    expect(found?.candidates.map(wardName)).toContain(ward);
  });

  it('a name of today that also meant a place elsewhere stays open, unless a district beside it tells', () => {
    expect(findPlace('xã Hòa Phú').ward?.candidates.map(wardName)).toEqual(['xã Hòa Phú', 'xã Hòa Xá']);
    expect(first('xã Hòa Phú, huyện Chương Mỹ')).toEqual(['named', 'xã Hòa Phú']);
    expect(first('xã Hòa Phú, huyện Ứng Hòa')).toEqual(['old-name', 'xã Hòa Xá']);
  });

  it('a district of old offers the wards that follow it', () => {
    expect(findPlace('quận Hoàng Mai').ward).toMatchObject({ certainty: 'old-name' });
    expect(findPlace('quận Hoàng Mai').ward?.candidates).toHaveLength(7);
    expect(first('phường Hoàng Mai')).toEqual(['named', 'phường Hoàng Mai']);
  });

  it('a bare name with a double stays open', () => {
    expect(findPlace('Hoàng Mai').ward).toMatchObject({ certainty: 'ambiguous' });
    expect(findPlace('em ở Hà Đông').ward?.candidates.map(wardName)).toContain('phường Dương Nội');
  });

  it('a name that existed three times is narrowed by its district', () => {
    const all = findPlace('phường Minh Khai').ward?.candidates ?? [];
    const narrowed = findPlace('phường Minh Khai, quận Hai Bà Trưng').ward?.candidates ?? [];
    expect(all.length).toBeGreaterThan(narrowed.length);
    expect(narrowed.map(wardName)).toContain('phường Bạch Mai');
  });

  it('two wards in one message stay open', () => {
    expect(findPlace('giáp ranh phường Láng và phường Đống Đa').ward).toMatchObject({ certainty: 'ambiguous' });
  });

  it.each([
    'vỉa hè phố Trần Phú',
    'cầu Long Biên kẹt cứng',
    'hồ Hoàn Kiếm nhiều rác',
    'ngõ 12 Lĩnh Nam',
    'đường Láng ngập',
  ])('%s is a street or landmark, no ward', (text) => expect(findPlace(text).ward).toBeUndefined());

  it.each(['phương tiện đỗ sai', 'xa quá không đi được', 'làng tôi mất điện', 'lang phi dien qua', 'o ga to qua'])(
    '%s names no place',
    (text) => expect(findPlace(text)).toEqual({ residual: text }),
  );
});

describe('a bare name as the whole message answers "which ward?"', () => {
  it.each(['Láng', 'lang', 'LÁNG', 'dạ em ở Láng ạ', 'o lang nhe'])('%s', (text) => {
    expect(first(text)).toEqual(['named', 'phường Láng']);
    expect(findPlace(text).residual).toBe('');
  });
});

describe('a typed address is kept as typed', () => {
  it.each([
    ['ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục', 'trước số 12 phố Láng Hạ', 'ổ gà to, xe máy ngã liên tục'],
    ['o ga to truoc so 12 pho lang ha, xe may nga', 'truoc so 12 pho lang ha', 'o ga to, xe may nga'],
    ['Rác ở đầu ngõ 106 Hoàng Quốc Việt ba ngày rồi', 'đầu ngõ 106 Hoàng Quốc Việt', 'Rác ba ngày rồi'],
    ['ngã tư Vọng', 'ngã tư Vọng', ''],
    ['đèn đỏ ngã 4 Vọng hỏng', 'ngã 4 Vọng', 'đèn đỏ hỏng'],
    ['đối diện số 15 Chùa Bộc', 'đối diện số 15 Chùa Bộc', ''],
    ['gần chợ Nghĩa Tân ạ', 'gần chợ Nghĩa Tân', ''],
    ['trước số nhà 15 ngách 3 ngõ 20 Hồ Tùng Mậu', 'trước số nhà 15 ngách 3 ngõ 20 Hồ Tùng Mậu', ''],
    ['số 5 ngõ 12/34 phố Trần Quốc Hoàn, p Nghĩa Đô, Hà Nội', 'số 5 ngõ 12/34 phố Trần Quốc Hoàn', ''],
    ['12 Láng Hạ', '12 Láng Hạ', ''],
    ['Ngã tư Tố Hữu - Lê Văn Lương tắc cứng', 'Ngã tư Tố Hữu - Lê Văn Lương', 'tắc cứng'],
    ['đổ trộm dọc đường gom Đại lộ Thăng Long', 'dọc đường gom Đại lộ Thăng Long', 'đổ trộm'],
    ['tòa nhà N05 mất nước', 'tòa nhà N05', 'mất nước'],
  ])('%s', (text, address, residual) => expect(findPlace(text)).toMatchObject({ address, residual }));

  it.each([
    'đường này hỏng nát',
    'duong ngap qua',
    'xe buýt số 32 bỏ bến',
    'ngõ 3 tháng nay không đèn',
    'bến xe thành phố Hải Dương',
  ])('%s has none', (text) => expect(findPlace(text).address).toBeUndefined());

  it('stands beside the ward', () => {
    expect(findPlace('so 12 pho lang ha phuong lang')).toEqual({
      ward: { code: '00199', certainty: 'named', candidates: ['00199'] },
      address: 'so 12 pho lang ha',
      residual: '',
    });
  });
});

it('never fails and never invents words, whatever the text', () => {
  const vocabulary = fc.constantFrom(
    ...'phường xã p. số 12 ngõ Láng Hà Đông Trần Phú , - ổ gà đường PHỐ o lang'.split(' '),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(vocabulary).map((parts) => parts.join(' ')),
        fc.string(),
      ),
      (text) => {
        const { address, residual, ward } = findPlace(text);
        if (address) expect(text.normalize('NFC').replace(/\s+/gu, ' ')).toContain(address);
        expect(residual.length).toBeLessThanOrEqual(text.normalize('NFC').length);
        if (ward) expect(ward.candidates[0]).toBe(ward.code);
      },
    ),
  );
});
