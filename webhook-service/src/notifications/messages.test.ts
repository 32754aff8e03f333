import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adminUnits, wardName } from '../../../db/seed/admin-units.ts';
import { allAgencies } from '../../../db/seed/agencies.ts';
import { categories } from '../../../db/seed/categories.ts';
import { dateWords, dueWords } from '../deadlines/due-words.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { statusLink } from '../reports/report-links.ts';
import { MAX_MESSAGE_LENGTH } from './message-length.ts';
import { type Language, type MessageTexts, textsIn } from './message-texts.ts';

/** Everything a message is made of, short as on most days or as long as it can get. */
interface Facts {
  code: string;
  category: string;
  place: string;
  agency: string;
  ward: string;
  due: string;
  date: string;
  link: string;
  state: string;
}

const code = 'HN-7K3MR4T5';
const longest = (texts: string[]) => texts.reduce((best, text) => (text.length > best.length ? text : best), '');

function facts(language: Language, size: 'short' | 'long'): Facts {
  const at = new Date('2026-12-30T09:30:00Z'); // Wednesday in English, the longest date there is
  const shared = { code, due: dueWords(at, language), date: dateWords(at, language) };
  if (size === 'short') {
    return {
      ...shared,
      category: language === 'vi' ? 'Ổ gà, mặt đường hư hỏng' : 'Pothole, damaged road',
      place: 'số 12 phố Láng Hạ',
      agency: 'UBND phường Láng',
      ward: 'phường Láng',
      link: statusLink('https://phananh.hanoi.gov.vn', code),
      state: stateLabels.dispatched[language],
    };
  }
  return {
    ...shared,
    category: longest(categories.map((one) => (language === 'vi' ? one.nameVi : one.nameEn))),
    place: `trước cổng trường mầm non ${'rất dài, '.repeat(60)} đối diện chợ`,
    agency: longest(allAgencies().map((one) => one.nameVi)),
    ward: longest(adminUnits.map((unit) => wardName(unit.code))),
    link: statusLink(`https://${'phan-anh.'.repeat(10)}hanoi.gov.vn`, code),
    state: longest(Object.values(stateLabels).map((label) => label[language])),
  };
}

/** Every template, also in its variants. A template that is missing here does not compile. */
const render: { [Name in keyof MessageTexts]: (texts: MessageTexts, known: Facts) => string[] } = {
  welcome: (texts) => [texts.welcome()],
  received: (texts, { code, category, place, agency, due: acceptDue, link, ward }) => [
    texts.received({ code, category, place, agency, acceptDue, link }),
    texts.received({ code, category, place, agency, acceptDue, link, wardGuess: ward }),
  ],
  receivedForTray: (texts, { code, category, place, due: acceptDue, link, ward }) => [
    texts.receivedForTray({ code, category, place, acceptDue, link, askWard: true, wardChoices: [ward, ward, ward] }),
    texts.receivedForTray({ code, category, place, acceptDue, link, askWard: true, wardChoices: [ward, ward] }),
    texts.receivedForTray({ code, category: null, place: null, acceptDue, link, askWard: true, wardChoices: [] }),
    texts.receivedForTray({ code, category: null, place: null, acceptDue, link, askWard: false, wardChoices: [] }),
  ],
  dispatched: (texts, { code, agency, due: dueAt }) => [
    texts.dispatched({ code, agency, dueAt }),
    texts.dispatched({ code, agency, dueAt: null }),
  ],
  handedOver: (texts, { code, agency, date, due: dueAt }) => [
    texts.handedOver({ code, agency, date, dueAt }),
    texts.handedOver({ code, agency, date, dueAt: null }),
  ],
  emergency: (texts) =>
    [['114'], ['114', '115'], ['111', '112', '113', '114', '115']].map((numbers) => texts.emergency({ numbers })),
  askPlace: (texts) => [texts.askPlace()],
  askWhat: (texts) => [texts.askWhat()],
  askBoth: (texts) => [0, 1, 250].map((photos) => texts.askBoth({ photos })),
  askPlaceOrSame: (texts, { code }) => [texts.askPlaceOrSame({ code })],
  askWhichReport: (texts, { code }) => [
    texts.askWhichReport({ codes: [code, code] }),
    texts.askWhichReport({ codes: Array(10).fill(code) }),
  ],
  placeUnknown: (texts) => [texts.placeUnknown()],
  cancelled: (texts) => [texts.cancelled()],
  nothingToCancel: (texts) => [texts.nothingToCancel()],
  unsupported: (texts) => [texts.unsupported()],
  status: (texts, { code, state, agency, due: dueAt, link }) => [
    texts.status({ code, state, agency, dueAt, link }),
    texts.status({ code, state, agency: null, dueAt, link }),
    texts.status({ code, state, agency: null, dueAt: null, link }),
  ],
  statusUnknown: (texts, { code }) => [texts.statusUnknown({ code })],
  statusUnreadable: (texts) => [texts.statusUnreadable()],
  noReportYet: (texts) => [texts.noReportYet()],
  addedToReport: (texts, { code, place }) => [
    texts.addedToReport({ code, photos: 2, place: null, words: false }),
    texts.addedToReport({ code, photos: 1, place, words: true }),
    texts.addedToReport({ code, photos: 0, place, words: false }),
    texts.addedToReport({ code, photos: 0, place: null, words: false }),
  ],
  overdue: (texts, { code, agency, due: dueAt }) => [
    texts.overdue({ code, agency, dueAt }),
    texts.overdue({ code, agency: null, dueAt }),
  ],
};
const names = Object.keys(render) as (keyof MessageTexts)[];

/** Longer than 250 on an ordinary day, each for a reason. */
const MAY_BE_LONGER = new Set<string>([
  'received', // names a guessed ward so that the citizen can object
  'receivedForTray', // asks for the ward
]);

describe.each(['vi', 'en'] as const)('messages in %s', (language) => {
  test.each(names)('%s is short, in NFC and calm', (name) => {
    for (const size of ['short', 'long'] as const) {
      for (const text of render[name](textsIn(language), facts(language, size))) {
        expect(text).toBe(text.normalize('NFC'));
        expect([...text].length, text).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
        if (size === 'short' && !MAY_BE_LONGER.has(name)) expect([...text].length, text).toBeLessThanOrEqual(250);
        expect(text).not.toMatch(/[!]|undefined|null|NaN| {2}|\.\.|\s[,.]/);
      }
    }
  });

  test.each(names)('%s uses no word of the office, no slang and no false promise', (name) => {
    const forbidden =
      language === 'vi'
        ? /ticket|luồng|điều phối|PAKN|TTHC|CBCC|cấp 2|(?<!chúng )(?<!\p{L})tôi(?!\p{L})|mày(?!\p{L})|bà con|sẽ xem xét|đang rà soát|đã ghi nhận/iu
        : /ticket|workflow|dispatcher|\bI\b|will be considered/u;
    for (const text of render[name](textsIn(language), facts(language, 'short'))) expect(text).not.toMatch(forbidden);
  });

  test('the acknowledgement carries code, category, place, agency and due time, and its link whole', () => {
    for (const size of ['short', 'long'] as const) {
      const known = facts(language, size);
      for (const text of render.received(textsIn(language), known)) {
        for (const fact of [known.code, known.agency, known.due]) expect(text).toContain(fact);
        expect(text.endsWith(known.link)).toBe(true);
        expect(text).toContain(known.category.slice(0, 20));
        expect(text).toContain(known.place.slice(0, 20));
      }
    }
  });

  test('the first 60 characters carry the news, for they are what the notification shows', () => {
    const known = facts(language, 'short');
    for (const name of [
      'received',
      'receivedForTray',
      'dispatched',
      'handedOver',
      'status',
      'overdue',
      'statusUnknown',
    ] as const) {
      for (const text of render[name](textsIn(language), known)) expect(text.slice(0, 60)).toContain(code);
    }
    for (const text of render.emergency(textsIn(language), known))
      expect(text.slice(0, 60)).toMatch(/11\d|hãy gọi ngay/);
  });

  test('whatever the citizen wrote, a message fits and keeps its link', () => {
    const texts = textsIn(language);
    const known = facts(language, 'long');
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), fc.string({ maxLength: 300 }), (place, category) => {
        const text = texts.received({ ...known, place, category, acceptDue: known.due, wardGuess: known.ward });
        expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
        expect(text.endsWith(known.link)).toBe(true);
      }),
    );
  });
});

test('the wording the city has agreed on (domain-hanoi §6.3)', () => {
  const texts = textsIn('vi');
  expect(texts.dispatched({ code, agency: 'UBND phường Láng', dueAt: '16:30 thứ Ba, 13/10/2026' })).toBe(
    'HN-7K3MR4T5 đã chuyển UBND phường Láng xử lý. Hạn trả lời: 16:30 thứ Ba, 13/10/2026. Đơn vị sẽ nhắn nếu cần thêm thông tin.',
  );
  expect(texts.emergency({ numbers: ['114', '115'] })).toBe(
    'Nếu có người đang gặp nguy hiểm, hãy gọi ngay 114 hoặc 115. Tin nhắn này không thay cho cuộc gọi. Chúng tôi vẫn lưu và chuyển phản ánh của bạn.',
  );
  expect(
    texts.handedOver({ code, agency: 'UBND phường Láng', date: '12/10/2026', dueAt: '16:30 thứ Ba, 13/10/2026' }),
  ).toBe(
    'HN-7K3MR4T5 thuộc trách nhiệm của UBND phường Láng, đã chuyển ngày 12/10/2026. Hạn trả lời không đổi: 16:30 thứ Ba, 13/10/2026.',
  );
});

test('an English reader is told once what kind of body it is', () => {
  const { category, place, due: acceptDue, link } = facts('en', 'short');
  const received = (agency: string) => textsIn('en').received({ code, category, place, agency, acceptDue, link });
  expect(received('UBND phường Láng')).toContain("UBND phường Láng (ward People's Committee)");
  expect(received('Công an xã Bát Tràng')).toContain('Công an xã Bát Tràng (commune police)');
  expect(received('Sở Xây dựng')).toContain('Sở Xây dựng before');
});

test.each([
  ['12 Hang Bai', 'at 12 Hang Bai.'],
  ['in front of the hotel', 'Pothole in front of the hotel.'],
  ['trước số 12 phố Láng Hạ', 'Pothole (trước số 12 phố Láng Hạ).'],
])('an English reader is told the place as it was given: %s', (place, told) => {
  const known = facts('en', 'short');
  const text = textsIn('en').received({ ...known, place, category: 'Pothole', acceptDue: known.due });
  expect(text).toContain(told);
});
