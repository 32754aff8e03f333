import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftContent, DraftQuestion } from '../../../../db/schema/draft-content.ts';
import { chatText } from '../testing/chat-pieces.ts';
import { nextStep } from './next-step.ts';
import { readDraft } from './read-draft.ts';

const LANG = '00199';

describe('what a first message says', () => {
  test.each([
    ['ổ gà to trước số 12 phố Láng Hạ', { what: true, address: 'trước số 12 phố Láng Hạ', ward: null }],
    ['rac nhieu qua phuong lang', { what: true, address: null, ward: LANG }],
    ['rác đầy ngõ 106 Hoàng Quốc Việt', { what: true, address: 'ngõ 106 Hoàng Quốc Việt', ward: null }],
    ['nắp cống bị mất', { what: true, address: null, ward: null }],
    ['phường Láng', { what: false, address: null, ward: LANG }],
    ['số 5 ngõ 12', { what: false, address: 'số 5 ngõ 12', ward: null }],
    ['12 Hang Bai street, Hoan Kiem ward', { what: false, address: '12 Hang Bai', ward: '00070' }],
    ['không biết ai đổ rác', { what: true, address: null, ward: null }],
    ['rác', { what: false, address: null, ward: null }],
    ['https://maps.app.goo.gl/abcDEF', { what: false, address: null, ward: null }],
    ['dạ alo ad ơi', { what: false, address: null, ward: null }],
  ])('%s', (text, expected) => {
    const { what, place } = read([text]);
    expect({ what, address: place?.address ?? null, ward: place?.ward?.code ?? null }).toEqual(expected);
  });

  test('one word is enough beside a photo, or when somebody may be in danger', () => {
    expect(read(['ngập'], { photos: 1 }).what).toBe(true);
    expect(read(['cháy'], { emergencyNumbers: ['114'] }).what).toBe(true);
    expect(read(['cảm ơn'], { photos: 1 }).what).toBe(false);
  });

  test('an old ward name stays readable, because it may mean several wards today', () => {
    expect(read(['Láng Hạ']).place).toMatchObject({ address: 'Láng Hạ', ward: { certainty: 'old-name' } });
  });

  test('coordinates and map links that carry them are a pin', () => {
    const here = { latitude: 21.01562, longitude: 105.81371 };
    expect(read(['21.01562, 105.81371']).place?.pin).toEqual(here);
    expect(read(['https://www.google.com/maps/@21.01562,105.81371,17z']).place?.pin).toEqual(here);
    expect(read(['giá 20.5, nay 105.2 nghìn']).place).toBeNull();
  });
});

describe('a reply to "where is it?"', () => {
  test.each([
    ['Láng', { address: null, ward: LANG }],
    ['phường Láng ạ', { address: null, ward: LANG }],
    ['o lang ha', { address: 'o lang ha', ward: LANG }],
    ['số 5 ngõ 12', { address: 'số 5 ngõ 12', ward: null }],
    ['106/12', { address: '106/12', ward: null }],
    ['trước cổng trường', { address: 'trước cổng trường', ward: null }],
    ['gan cho', { address: 'gan cho', ward: null }],
    ['Times City T5', { address: 'Times City T5', ward: null }],
    ['in front of my hotel', { address: 'in front of my hotel', ward: null }],
  ])('is a place: %s', (reply, expected) => {
    const { place, replied } = read(['nắp cống hỏng nặng'], { question: 'place', replies: [reply] });
    expect({ address: place?.address ?? null, ward: place?.ward?.code ?? null }).toEqual(expected);
    expect(replied).toBe(true);
  });

  test.each([
    ['không biết'],
    ['dạ em không rõ địa chỉ ạ'],
    ['nắp cống bị mất'],
    ['hôm qua có người bị ngã rồi đấy'],
    ['https://maps.app.goo.gl/abc'],
  ])('is none, and goes to a person with the rest: %s', (reply) => {
    const content = draft(['nắp cống hỏng nặng'], { question: 'place', replies: [reply] });
    expect(readDraft(content)).toMatchObject({ place: null, replied: true });
    expect(nextStep(readDraft(content), content)).toEqual({ step: 'report' });
  });

  test.each([['vâng ạ'], ['ok'], ['cảm ơn'], ['👍']])('is still to come after: %s', (reply) => {
    const content = draft(['nắp cống hỏng nặng'], { question: 'place', replies: [reply] });
    expect(nextStep(readDraft(content), content)).toEqual({ step: 'wait' });
  });

  test('"thêm" says that it is the matter reported before', () => {
    expect(read(['mong sửa sớm giúp dân'], { question: 'place', replies: ['thêm'] }).sameMatter).toBe(true);
    expect(read(['thêm']).sameMatter).toBe(false);
  });
});

describe('a reply to "what is it?"', () => {
  test.each([['ngập'], ['ổ gà'], ['đèn hỏng'], ['noise']])('one word is an answer: %s', (reply) => {
    expect(read(['số 5 ngõ 12'], { question: 'what', replies: [reply] }).what).toBe(true);
  });

  test.each([['phường Láng'], ['không biết'], ['vâng']])('says nothing about it: %s', (reply) => {
    expect(read(['số 5 ngõ 12'], { question: 'what', replies: [reply] }).what).toBe(false);
  });
});

describe('a reply to "what and where?"', () => {
  test.each([
    ['trước cổng trường', false, true],
    ['gần chợ', false, true],
    ['ổ gà to', true, false],
    ['rác ở ngõ 106 Hoàng Quốc Việt', true, true],
    ['không biết', false, false],
  ])('%s', (reply, what, place) => {
    const reading = read([], { photos: 1, question: 'both', replies: [reply] });
    expect({ what: reading.what, place: reading.place !== null }).toEqual({ what, place });
  });
});

test('the last word about the place counts, a clear name before an unclear one', () => {
  expect(read(['rác nhiều ở phường Giảng Võ', 'à nhầm phường Láng']).place?.ward?.code).toBe(LANG);
  expect(read(['rác nhiều ở phường Láng', 'gần Láng Hạ']).place?.ward?.code).toBe(LANG);
});

test('any order of arrival gives the same reading', () => {
  const messages = fc.uniqueArray(
    fc.record({ messageId: fc.uuid(), at: fc.integer({ min: 1, max: 5 }), text: chatText }),
    { selector: ({ messageId }) => messageId, maxLength: 5 },
  );
  fc.assert(
    fc.property(
      messages.chain((sent) => fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length }))),
      ([sent, arrived]) => {
        const reading = (texts: typeof sent) => readDraft({ texts, photos: 1, asked: [{ question: 'both', at: 2 }] });
        expect(reading(arrived)).toEqual(reading(sent));
      },
    ),
    { numRuns: 60 },
  );
}, 20_000);

test('no conversation crashes, none is asked twice, and every draft with what and place becomes a report', () => {
  const bursts = fc.array(
    fc.record({ texts: fc.array(chatText, { maxLength: 2 }), photos: fc.nat(1), pin: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(bursts, (sent) => {
      const content: DraftContent = { texts: [], photos: 0, asked: [] };
      let at = 0;
      for (const burst of sent) {
        for (const text of burst.texts) content.texts.push({ messageId: `m${++at}`, at, text });
        content.photos += burst.photos;
        if (burst.pin) content.pin = { latitude: 21.0156, longitude: 105.8137, at: ++at };
        const reading = readDraft(content);
        const next = nextStep(reading, content);
        if (reading.what && reading.place) expect(next.step).toBe('report');
        if (next.step !== 'ask' && next.step !== 'wait') return;
        if (next.step === 'ask') content.asked.push({ question: next.question, at });
      }
      const questions = content.asked.map(({ question }) => question);
      expect(new Set(questions).size).toBe(questions.length);
    }),
    { numRuns: 60 },
  );
}, 20_000);

interface Sent {
  photos?: number;
  emergencyNumbers?: string[];
  question?: DraftQuestion;
  replies?: string[];
}

function read(texts: string[], sent: Sent = {}) {
  return readDraft(draft(texts, sent));
}

function draft(texts: string[], { photos = 0, emergencyNumbers, question, replies = [] }: Sent): DraftContent {
  const line = (text: string, index: number) => ({ messageId: `m${index}`, at: index, text });
  return {
    texts: [...texts.map(line), ...replies.map((text, index) => line(text, 101 + index))],
    photos,
    asked: question ? [{ question, at: 100 }] : [],
    ...(emergencyNumbers && { emergencyNumbers }),
  };
}
