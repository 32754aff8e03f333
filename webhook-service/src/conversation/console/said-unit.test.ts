import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminUnits, wardTitle } from '../../../../db/seed/admin-units.ts';
import { allAgencies } from '../../../../db/seed/agencies.ts';
import { plain } from '../../language/normalise.ts';
import { readUnit } from './said-unit.ts';

describe('the agency an official names', () => {
  it.each([
    ['UBND phường Láng', 'ubnd-00199'],
    ['ubnd phuong lang', 'ubnd-00199'],
    ['UBND P. Láng', 'ubnd-00199'],
    ['Ủy ban nhân dân phường Láng', 'ubnd-00199'],
    ['phường Láng', 'ubnd-00199'],
    ['cho UBND phường Láng', 'ubnd-00199'],
    ['Công an phường Láng', 'ca-00199'],
    ['CA phường Láng', 'ca-00199'],
    ['cap Láng', 'ca-00199'],
    ['Sở Xây dựng', 'so-xay-dung'],
    ['Sở GTVT', 'so-xay-dung'],
    ['Sở Giao thông vận tải', 'so-xay-dung'],
    ['Sở Xây dựng Hà Nội', 'so-xay-dung'],
    ['sở TN&MT', 'so-nn-mt'],
    ['Sở NN&MT', 'so-nn-mt'],
    ['URENCO', 'urenco'],
    ['Công ty Thoát nước', 'thoat-nuoc'],
    ['cty thoát nước Hà Nội', 'thoat-nuoc'],
    ['CSGT', 'pc08'],
    ['PC08', 'pc08'],
    ['Công an thành phố', 'ca-tp'],
    ['UBND thành phố', 'vp-ubnd'],
    ['Văn phòng UBND thành phố', 'vp-ubnd'],
    ['điện lực', 'evnhanoi'],
  ])('%j', (typed, code) => {
    expect(readUnit(typed)).toEqual({ ok: true, code });
  });

  it.each(['', 'UBND', 'Công an', 'phường', 'đơn vị khác', 'bác Lan', 'Sở', 'Láng Thượng Hạ'])(
    'is never guessed: %j',
    (typed) => {
      expect(readUnit(typed).ok).toBe(false);
    },
  );

  it('is offered for choice when only the place is named', () => {
    expect(readUnit('Láng')).toMatchObject({
      ok: false,
      candidates: expect.arrayContaining(['ubnd-00199', 'ca-00199']),
    });
  });

  it('is found by its own name, with and without diacritics', () => {
    for (const { code, nameVi } of allAgencies()) {
      expect(readUnit(nameVi), nameVi).toEqual({ ok: true, code });
    }
    for (const unit of adminUnits) expect(readUnit(wardTitle(unit))).toMatchObject({ ok: true });
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void readUnit(plain(typed))));
  });
});
