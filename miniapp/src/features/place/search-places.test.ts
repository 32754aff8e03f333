import { expect, it } from 'vitest';
import { merged } from './search-places.ts';

const lang = { code: '00199', name: 'phường Láng', why: 'Phường Láng hiện nay' };
const hit = (wardCode: string, ward: string, why: string | null = null) => ({
  label: `Láng Hạ, ${ward}`,
  ...{ why, wardCode, ward },
});

it('a ward that is named goes before one in which such a street is known, and stands there once', () => {
  expect(merged([lang], [hit('00199', 'phường Láng'), hit('00025', 'phường Giảng Võ')])).toEqual([
    { ...lang, whyIsVietnamese: true },
    { code: '00025', name: 'phường Giảng Võ', why: 'Láng Hạ, phường Giảng Võ', whyIsVietnamese: true },
  ]);
});

it('says by which old name a ward was found', () => {
  expect(merged([], [hit('00025', 'phường Giảng Võ', 'phường Cát Linh (cũ)')])[0]?.why).toBe('phường Cát Linh (cũ)');
});

it('never offers more than can be read at a glance', () => {
  const many = Array.from({ length: 9 }, (_, index) => hit(String(index), `phường ${index}`));
  expect(merged([], many)).toHaveLength(4);
});
