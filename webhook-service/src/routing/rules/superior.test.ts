import { describe, expect, it } from 'vitest';
import { allAgencies } from '../../../../db/seed/agencies.ts';
import { COORDINATOR, superiorOf } from './superior.ts';

describe('the superior of an agency', () => {
  it.each([
    ['ubnd-00199', 'vp-ubnd'],
    ['ubnd-99999', 'vp-ubnd'],
    ['ca-00199', 'ca-tp'],
    ['ca-99999', 'ca-tp'],
    ['ca-tp', 'vp-ubnd'],
    ['pc07', 'ca-tp'],
    ['pc08', 'ca-tp'],
    ['qltt', 'so-cong-thuong'],
    ['thoat-nuoc', 'so-xay-dung'],
    ['cay-xanh', 'so-xay-dung'],
    ['chieu-sang', 'so-xay-dung'],
    ['nuoc-sach', 'so-xay-dung'],
    ['transerco', 'so-xay-dung'],
    ['hanoi-metro', 'so-xay-dung'],
    ['evnhanoi', 'so-cong-thuong'],
    ['urenco', 'so-nn-mt'],
    ['vpdkdd', 'so-nn-mt'],
    ['bhxh', 'vp-ubnd'],
    ['so-xay-dung', 'vp-ubnd'],
    ['thanh-tra', 'vp-ubnd'],
    ['ttpvhcc', 'vp-ubnd'],
    ['vp-ubnd', null],
    ['nobody', null],
    ['ubnd-199', null],
    ['ubnd-001990', null],
    ['xubnd-00199', null],
    ['ca-001990', null],
    ['xca-00199', null],
  ])('of %s is %s', (code, superior) => expect(superiorOf(code)).toBe(superior));

  it('leads from every agency to the city office, and there it ends', () => {
    const seeded = new Set(allAgencies().map(({ code }) => code));
    for (const code of seeded) {
      let at = code;
      for (let steps = 0; at !== COORDINATOR; steps++) {
        expect(steps, code).toBeLessThan(3);
        const above = superiorOf(at);
        expect(seeded, code).toContain(above);
        at = above ?? '';
      }
    }
  });
});
