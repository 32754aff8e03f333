import { describe, expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

describe('English visitors are answered in English', () => {
  test.each([
    'There is a big pothole in front of 12 Phố Huế',
    'Garbage everywhere on the sidewalk near Dong Xuan market',
    'Street light broken for two weeks',
    'the light is broken',
    'Hello, this street is flooded since yesterday',
    'Pothole outside Hilton Hotel',
    'Taxi driver scam at Noi Bai, he wanted 900k',
    'very loud noise from the building next to my hotel every night',
    'a tree has fallen near chợ Đồng Xuân and is blocking the road',
    'fire in the house next door',
  ])('%s', (text) => {
    expect(languageOf(text)).toBe('en');
  });
});

describe('Vietnamese without diacritics is not English', () => {
  test.each([
    'on ao qua khong the ngu duoc',
    'nha to xay trai phep tren dat cong',
    'rac chat dong o dau ngo 106',
    'my dinh on ao the nay ai chiu duoc',
    'ngap wa r ad oi, xe e chet may giua pho Thai Ha',
    'can bo hen di hen lai 4 lan moi lan thieu mot giay khac nhau',
    'hello ad oi help em voi, mat nuoc ca ngay roi',
    'duong to the ma toi om, can den',
    'muoi nhieu khung khiep tu cong ho o Dai Kim',
    'xe hoi in hinh quang cao dau chan loi di',
  ])('%s', (text) => {
    expect(languageOf(text)).toBe('vi');
  });
});

describe('Vietnamese with diacritics', () => {
  test.each([
    'ổ gà to quá',
    'rác ở cổng Royal City nhiều lắm',
    '5G chập chờn ở ký túc xá Mỹ Đình',
    'đèn hỏng',
    'taxi dừng đỗ trước hotel chắn đường',
  ])('%s', (text) => {
    expect(languageOf(text)).toBe('vi');
  });
});

describe('too little to tell, so the language of the conversation stays', () => {
  test.each([
    '',
    '👍',
    'ok',
    'thanks',
    '12 Phố Huế',
    'phường Láng',
    '12 Hang Bai, Hoan Kiem',
    'https://maps.app.goo.gl/abc',
    'HN-7K3MR4T5',
    'alo',
  ])('%s', (text) => {
    expect(languageOf(text)).toBeNull();
  });
});

test.each([
  'Done, thank you!',
  'not done yet',
  'it is fixed, thanks',
  'not satisfied at all',
  'please withdraw my report',
  'How long will it take?',
  'Any update?',
])('a short answer of an English reader does not turn the chat Vietnamese: %s', (text) =>
  expect(languageOf(text)).toBe('en'),
);

test.each(['done', 'ok done', 'Done nha', 'fixed', 'review'])(
  'one English word says nothing about its writer: %s',
  (text) => {
    expect(languageOf(text)).toBeNull();
  },
);
