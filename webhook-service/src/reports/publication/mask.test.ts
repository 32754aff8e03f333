import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newReportCode } from '../report-code.ts';
import { HIDDEN, maskPersonal } from './mask.ts';

const digitsOf = (text: string) => text.replace(/\D/gu, '');
const digit = fc.integer({ min: 0, max: 9 });
const run = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
/** Invented sentences around it, as people write them. */
const before = fc.constantFrom('', 'Gọi ', 'xin liên hệ: ', 'Alo cho em số ', 'rác ở số 12 phố Láng Hạ, đt ', 'sđt:');
const after = fc.constantFrom('', ' nhé', '. Cảm ơn', ', em cảm ơn ạ', '\nĐường hỏng');
const SEPARATORS = ['', ' ', '.', '-', ' - ', '. '];

/** Digits cut into groups of two to four, with one kind of separator. */
const grouped = (number: string) =>
  fc
    .tuple(fc.constantFrom(...SEPARATORS), fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 5 }))
    .map(([separator, sizes]) => {
      const groups: string[] = [];
      let rest = number;
      for (const size of sizes) {
        groups.push(rest.slice(0, size));
        rest = rest.slice(size);
      }
      return [...groups, rest].filter(Boolean).join(separator);
    });

const telephone = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), run(8))
  .map(([first, rest]) => first + rest)
  .chain((number) =>
    fc.oneof(
      grouped(`0${number}`),
      grouped(number).map((written) => `+84 ${written}`),
      grouped(number).map((written) => `(+84)${written}`),
      fc.constant(`84${number}`),
      fc.constant(`0084${number}`),
      fc.constant(`o${number}`),
    ),
  );

describe('what leads to a person is hidden', () => {
  test('a telephone number, however it is written', () => {
    fc.assert(
      fc.property(before, telephone, after, (head, written, tail) => {
        expect(maskPersonal(head + written + tail)).toBe(head + HIDDEN + tail);
      }),
      { numRuns: 2_000 },
    );
  });

  test('identity cards and accounts', () => {
    const card = fc.oneof(run(9), run(12));
    fc.assert(
      fc.property(before, fc.oneof(card, run(13), run(16)), after, (head, written, tail) => {
        expect(maskPersonal(head + written + tail)).toBe(head + HIDDEN + tail);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('STK ', 'số tài khoản: ', 'CCCD số ', 'cmnd '), run(8), (head, written) => {
        expect(maskPersonal(`${head}${written} Vietcombank`)).toBe(`${head}${HIDDEN} Vietcombank`);
      }),
    );
    expect(maskPersonal('thẻ 9704 3612 3456 7890')).toBe(`thẻ ${HIDDEN}`);
  });

  test('licence plates of cars and motorbikes', () => {
    const series = fc.constantFrom('A', 'E1', 'B1', 'LD', 'F', 'MĐ1', 'K', 'H1');
    const province = fc.constantFrom('29', '30', '33', '40', '99');
    const number = fc.oneof(
      run(4),
      run(5),
      run(5).map((all) => `${all.slice(0, 3)}.${all.slice(3)}`),
    );
    fc.assert(
      fc.property(province, series, fc.constantFrom('-', ' ', ' - ', ''), number, (where, letters, separator, rest) => {
        expect(maskPersonal(`xe ${where}${letters}${separator}${rest} đỗ`)).toBe(`xe ${HIDDEN} đỗ`);
      }),
    );
    for (const plate of ['29a-123.45', '30e1 1234', '29-B1 234.56', '80B 1234'])
      expect(maskPersonal(`biển ${plate},`)).toBe(`biển ${HIDDEN},`);
  });

  test('e-mail and web addresses', () => {
    for (const address of [
      'lan.nguyen92@gmail.com',
      'lan (a) gmail.com',
      'https://zalo.me/0912345678?x=1',
      'facebook.com/lan.nguyen',
      'www.nhatoi.vn',
      'fb.me/abc',
    ])
      expect(maskPersonal(`xem ${address} nhé`)).toBe(`xem ${HIDDEN} nhé`);
  });

  test('names behind a title, not streets that are called like people', () => {
    expect(maskPersonal('Ông Nguyễn Văn A và chị Trần Thị Bích Ngọc đổ rác')).toBe(
      `Ông ${HIDDEN} và chị ${HIDDEN} đổ rác`,
    );
    expect(maskPersonal('Tôi là Lê Minh Đức, ở đây')).toBe(`Tôi là ${HIDDEN}, ở đây`);
    expect(maskPersonal('ông nguyễn văn hùng lấn vỉa hè')).toBe(`ông ${HIDDEN} lấn vỉa hè`);
    for (const street of [
      'phố Bà Triệu Hà Nội ngập',
      'đường Hai Bà Trưng Hà Nội',
      'ngã tư Nguyễn Văn Cừ',
      'bác Tư bán nước',
      'Em ở Láng Hạ',
    ])
      expect(maskPersonal(street)).toBe(street);
  });

  test('a number that is spelled out', () => {
    expect(maskPersonal('gọi không chín một hai ba bốn năm sáu bảy tám')).toBe(`gọi ${HIDDEN}`);
    expect(maskPersonal('hai ba hôm rồi, một hai người ngã')).toBe('hai ba hôm rồi, một hai người ngã');
  });
});

describe('what others need to find the place and the time stays', () => {
  const twoDigits = (most: number, least = 1) =>
    fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));

  test('dates, hours and spans of hours', () => {
    const date = fc
      .tuple(twoDigits(28), twoDigits(12), fc.integer({ min: 1990, max: 2035 }), fc.constantFrom('/', '.', '-'))
      .map(([day, month, year, separator]) => [day, month, year].join(separator));
    const hour = fc
      .tuple(twoDigits(23, 0), fc.constantFrom(':', 'h', '.'), twoDigits(59, 0))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hour, hour, date, (from, to, day) => {
        for (const sentence of [`lúc ${from} ngày ${day}`, `từ ${from} - ${to} ngày ${day}`, `${day} ${from} mất điện`])
          expect(maskPersonal(sentence)).toBe(sentence);
      }),
      { numRuns: 1_000 },
    );
  });

  test('house numbers, alleys, prices and counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1999 }),
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom('đồng', 'đ', 'triệu', 'VNĐ'),
        fc.integer({ min: 1, max: 999_999_999 }),
        (house, alley, unit, price) => {
          const sentence = `số ${house} ngõ ${alley}/${house} phố Láng Hạ, tầng ${alley}, thu ${price.toLocaleString('vi')} ${unit}`;
          expect(maskPersonal(sentence)).toBe(sentence);
        },
      ),
    );
    for (const sentence of ['thu 150000000 đồng', 'gọi 113, 114, 1022', 'cột số 12A 34', 'hotline 1900 1009'])
      expect(maskPersonal(sentence)).toBe(sentence);
  });

  test('codes of reports', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        let at = 0;
        const draw = (size: number) => Uint8Array.from({ length: size }, () => (bytes[at++ % 64] ?? 0) + at);
        const sentence = `như phản ánh ${newReportCode(draw)} đã gửi`;
        expect(maskPersonal(sentence)).toBe(sentence);
      }),
    );
  });

  test('hiding twice is hiding once, and words without numbers, titles and addresses are untouched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = maskPersonal(text);
        expect(maskPersonal(once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('rác', 'ngập', 'đường', 'hỏng', ',', '.', 'mấy hôm')), (words) => {
        const text = words.join(' ');
        expect(digitsOf(maskPersonal(text))).toBe('');
        expect(maskPersonal(text)).toBe(text);
      }),
    );
  });
});
