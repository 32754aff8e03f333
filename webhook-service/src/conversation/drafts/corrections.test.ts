import { describe, expect, test } from 'vitest';
import { correctedAddress, correctionIn, isHouseNumber } from './corrections.ts';
import { readDraft } from './read-draft.ts';

test.each([
  ['sửa: số 15 phố Huế', 'số 15 phố Huế'],
  ['Sửa lại là phường Láng', 'phường Láng'],
  ['không phải, ở số 15', 'ở số 15'],
  ['khong phai, o so 15', 'o so 15'],
  ['à nhầm, ngõ 12', 'ngõ 12'],
  ['dạ em nhầm số nhà, số 7 ạ', 'số 7 ạ'],
  ['I mean 12 Hang Bai', '12 Hang Bai'],
])('%s corrects', (text, words) => {
  expect(correctionIn(text)).toBe(words);
});

test.each([
  'sửa đường đi',
  'sửa chữa vỉa hè ẩu',
  'không phải rác mà là ổ gà',
  'nhầm đường',
  'không phải ai cũng biết',
  'chưa: số 5',
])('%s does not', (text) => {
  expect(correctionIn(text)).toBeNull();
});

test('a house number changes the house and keeps the street; an address replaces an address', () => {
  expect(correctedAddress('số 5 phố Láng Hạ', 'ở số 15')).toBe('số 15 phố Láng Hạ');
  expect(correctedAddress('12 Phố Huế', 'số 15A')).toBe('số 15A Phố Huế');
  expect(correctedAddress('số 5 phố Láng Hạ', 'số 7 phố Huế')).toBe('số 7 phố Huế');
  expect(correctedAddress('trước cổng chợ', 'số 15')).toBe('số 15');
  expect(isHouseNumber('phố Huế')).toBe(false);
});

describe('in a draft', () => {
  const content = (...texts: string[]) => ({
    texts: texts.map((text, index) => ({ messageId: `m${index}`, at: index + 10, text })),
    photos: 0,
    asked: [],
  });

  test('the place is the corrected one and every word stays', () => {
    const reading = readDraft(content('ổ gà to ở số 5 phố Láng Hạ, phường Láng', 'không phải, ở số 15'));
    expect(reading.place?.address).toBe('số 15 phố Láng Hạ');
    expect(reading.text).toContain('không phải, ở số 15');
  });

  test('a street that corrects takes away the pin before it, a house number or a later pin does not', () => {
    const pin = { latitude: 21.01, longitude: 105.81, at: 9 };
    const street = content('ổ gà to', 'nhầm, ở số 7 phố Huế');
    expect(readDraft({ ...street, pin }).place).toMatchObject({
      pin: null,
      address: expect.stringContaining('phố Huế'),
    });
    expect(readDraft({ ...street, pin: { ...pin, at: 99 } }).place?.pin).not.toBeNull();
    expect(readDraft({ ...content('ổ gà to', 'nhầm, số 7'), pin }).place?.pin).not.toBeNull();
  });
});
