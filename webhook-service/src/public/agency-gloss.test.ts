import { expect, it } from 'vitest';
import { agencyGloss, wardNameEn } from './agency-gloss.ts';

it('says in English what a body is', () => {
  expect(agencyGloss('ubnd-00199')).toBe("People's Committee of Láng ward");
  expect(agencyGloss('ca-00199')).toBe('Police of Láng ward');
  expect(agencyGloss('so-xay-dung')).toBe('Department of Construction');
});

it('says nothing rather than something wrong', () => {
  expect(agencyGloss('urenco')).toBeNull();
  expect(agencyGloss('gone')).toBeNull();
});

it('calls phường a ward and xã a commune', () => {
  expect(wardNameEn('00199')).toBe('Láng ward');
  expect(wardNameEn('00070')).toMatch(/ (ward|commune)$/);
});
