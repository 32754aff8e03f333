import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MESSAGE_LENGTH } from './message-length.ts';
import { type MessageTexts, textsIn } from './message-texts.ts';
import { code, facts, render } from './testing/every-message.ts';

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
      'delayAhead',
      'askCitizen',
      'waitTimedOut',
      'extended',
      'escalated',
      'sentToCoordinator',
      'answered',
      'reopened',
      'rechecked',
      'askRating',
      'askUnsatisfiedReason',
      'ratingThanks',
      'refused',
      'objectionTaken',
      'merged',
      'split',
      'withdrawn',
      'closedSilent',
      'dueChanged',
      'replyTaken',
      'replyAwaited',
      'askWhichMove',
      'askResultOrNew',
      'askWhichReply',
      'unfollowed',
      'cannotFollow',
      'notYours',
      'followerDone',
      'duplicateOffer',
      'followed',
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

describe.each(['vi', 'en'] as const)('words of an official in %s', (language) => {
  const known = facts(language, 'long');
  const texts = textsIn(language);
  const question = `${'Xin cho biết rõ hơn về nơi xảy ra. '.repeat(20).slice(0, 299)}?`;

  test('a question of 300 characters is never cut, whoever asks it', () => {
    expect([...question]).toHaveLength(300);
    for (const agency of [known.agency, null]) {
      const text = texts.askCitizen({ code, agency, question, waitDue: known.due });
      expect(text).toContain(question);
      expect(text).toContain(known.due);
      expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
    }
  });

  test('a short question leaves room to say that the time of waiting does not count', () => {
    const text = texts.askCitizen({
      code,
      agency: 'UBND phường Láng',
      question: 'Số nhà bao nhiêu?',
      waitDue: known.due,
    });
    expect(text).toMatch(language === 'vi' ? /Số nhà bao nhiêu\? .*không tính vào hạn/ : /is not counted\.$/);
  });

  test('whatever an official wrote, the question to the citizen, the link and the way to object stay whole', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (words) => {
        const answered = texts.answered({ ...known, summary: words, attached: 1 });
        expect(answered).toContain(known.link);
        expect(answered).toMatch(language === 'vi' ? /"đã xong" hoặc "chưa xong"\.$/ : /"done" or "not done"\.$/);
        const refused = texts.refused({ code, reason: words, where: words, canObject: true });
        expect(refused).toContain(language === 'vi' ? `"${code} xem lại"` : `"${code} review"`);
        for (const text of [answered, refused]) expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
      }),
    );
  });
});

test('near a border both wards are named and the ward is asked for', () => {
  const known = facts('vi', 'short');
  const received = (language: 'vi' | 'en', wardsBeside: string[]) =>
    textsIn(language).received({ ...known, acceptDue: known.due, wardGuess: 'phường Láng', wardsBeside });
  expect(received('vi', ['phường Ô Chợ Dừa'])).toContain(
    'Nơi này thuộc phường Láng (tạm tính) hay phường Ô Chợ Dừa? Xin nhắn tên phường, xã.',
  );
  expect(received('vi', ['phường Ô Chợ Dừa', 'phường Giảng Võ', 'phường Đống Đa'])).toContain(
    'hay phường Ô Chợ Dừa hay phường Giảng Võ? ',
  );
  expect(received('en', ['phường Ô Chợ Dừa'])).toContain('Is this phường Láng (our guess) or phường Ô Chợ Dừa?');
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
