import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatText } from '../testing/chat-pieces.ts';
import {
  doesNotKnow,
  isAcknowledgement,
  isGreetingOrThanks,
  isSmallTalk,
  needsNoAnswer,
  saysNewMatter,
  saysSame,
} from './small-talk.ts';

describe('thanks and agreement need no answer', () => {
  test.each([
    ...[
      'cảm ơn',
      'cám ơn',
      'cam on',
      'Cảm ơn nhiều ạ',
      'CẢM ƠN!!!',
      'cảm ơn ad nhiều nhé',
      'dạ vâng em cảm ơn anh chị ạ',
      'xin chân thành cảm ơn',
    ],
    ...[
      'thanks',
      'Thank you so much',
      'thank u',
      'tks ad',
      'thx',
      'chào và cảm ơn',
      'ok',
      'okie',
      'dạ',
      'vâng ạ',
      'đã rõ',
      'tốt quá',
      '👍',
      '...',
      '🙏🙏',
    ],
  ])('%s', (text) => {
    expect(isSmallTalk(text)).toBe(true);
    expect(needsNoAnswer(text)).toBe(true);
  });
});

describe('a greeting deserves an answer', () => {
  test.each([
    'chào',
    'xin chào ạ',
    'alo',
    'alooo',
    'hi',
    'Hello',
    'em ơi',
    'ad ơi',
    'admin ơi',
    'cho em hỏi',
    'có ai không ạ',
    'good morning',
    'hi ad',
  ])('%s', (text) => {
    expect(isSmallTalk(text)).toBe(true);
    expect(needsNoAnswer(text)).toBe(false);
  });
});

test.each([
  ...[
    'hiện có cây đổ',
    'dây rơi',
    'đá rơi nhiều quá',
    'cháo',
    'hiên nhà bị dột',
    'chào mào kêu ồn',
    'ads dán kín tường',
    'em bé ngã xuống cống',
    'cảm ơn nhưng rác vẫn còn',
    'alo rác nhiều quá',
  ],
  ...['106/12', 'số 5', 'rác', 'cháy', 'okay the light is broken'],
])('not small talk: %s', (text) => {
  expect(isSmallTalk(text)).toBe(false);
});

test.each([
  ...[
    'không biết',
    'ko biết',
    'k biet',
    'em không rõ ạ',
    'không nhớ địa chỉ',
    'dạ em không biết ở đâu ạ',
    'chưa rõ địa chỉ chính xác',
    'bỏ qua',
  ],
  ...['I don’t know', "don't know the address", 'no idea', 'not sure'],
])('no answer to be had: %s', (text) => {
  expect(doesNotKnow(text)).toBe(true);
});

test.each([
  'không biết ai đổ rác ở đây',
  'nắp cống bị mất không rõ từ bao giờ',
  'số 5 ngõ 12',
  'Láng',
  'không ai dọn',
  'cảm ơn',
  '',
])('an answer, or none at all: %s', (text) => {
  expect(doesNotKnow(text)).toBe(false);
});

test.each([
  'thêm',
  'them',
  'Thêm ạ',
  'nói thêm',
  'dạ đúng rồi ạ',
  'phải',
  'vẫn việc đó',
  'việc cũ',
  'add',
  'yes please',
])('the same matter: %s', (text) => {
  expect(saysSame(text)).toBe(true);
});

test.each(['thêm một ổ gà nữa ở ngõ 5', 'đúng là nguy hiểm', 'việc mới', 'không', 'đừng', 'address is 12 Hang Bai'])(
  'not plainly the same matter: %s',
  (text) => {
    expect(saysSame(text)).toBe(false);
  },
);

test('no text crashes the reading', () => {
  fc.assert(
    fc.property(chatText, (text) => {
      for (const read of [isSmallTalk, needsNoAnswer, doesNotKnow, saysSame]) expect(typeof read(text)).toBe('boolean');
    }),
  );
});

describe('an acknowledgement says that a message was read, not what the answer is', () => {
  test.each([
    'dạ',
    'dạ vâng',
    'Dạ vâng ạ',
    'vâng ạ',
    'ok',
    'oke ạ',
    'OK ad',
    'ừ',
    'đã rõ',
    'em đã hiểu ạ',
    'da vang',
    'dạ vâng em cảm ơn',
    'noted',
    '👍',
    '...',
  ])('%s', (text) => expect(isAcknowledgement(text)).toBe(true));

  test.each([
    'đúng',
    'đúng rồi ạ',
    'dạ đúng',
    'không',
    'dạ không ạ',
    'phải',
    'có',
    'vâng, số 12',
    'ok số 12',
    'rồi',
    'yes',
    'no',
    'cảm ơn',
    'chào',
    '',
  ])('%j is none', (text) => expect(isAcknowledgement(text)).toBe(false));
});

test('greetings and thanks are told from answers', () => {
  for (const text of ['cảm ơn', 'xin chào ạ', 'alo ad ơi', 'em cảm ơn nhiều'])
    expect(isGreetingOrThanks(text)).toBe(true);
  for (const text of ['đúng', 'dạ', 'cảm ơn, ở số 12', 'không ạ']) expect(isGreetingOrThanks(text)).toBe(false);
});

test('"việc mới" begins something of its own, and only at the beginning', () => {
  for (const text of [
    'việc mới: rác đầu ngõ',
    'viec moi',
    'Việc khác ạ, đèn hỏng',
    'phản ánh mới',
    'new report: pothole',
    'đây là việc mới',
  ])
    expect(saysNewMatter(text)).toBe(true);
  for (const text of ['việc mời họp', 'rác, việc mới', 'mọi việc mới xong', 'không phải việc mới', 'số 12'])
    expect(saysNewMatter(text)).toBe(false);
});
