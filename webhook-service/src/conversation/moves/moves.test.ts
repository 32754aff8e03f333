import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../language/normalise.ts';
import { chatText } from '../testing/chat-pieces.ts';
import { type ChatMove, readMove } from './moves.ts';

const CODE = 'HN-7K3MR4T5';
const MISTYPED = 'HN-7K3MR4T8';
const typeOf = (text: string) => readMove(text)?.move.type ?? null;

describe('"đã xong" and its kin', () => {
  test.each([
    'đã xong',
    'Đã xong ạ',
    'da xong',
    'ĐÃ XONG',
    'xong',
    'xong rồi',
    'xong r',
    'xong rùi',
    'xong rồi ạ',
    'dạ xong rồi ạ',
    'đã xong rồi nhé',
    'xong hết rồi',
    'đã xử lý xong',
    'da xu ly xong',
    'đã được xử lý',
    'việc đã xong',
    'việc này đã xong rồi',
    'đã giải quyết xong rồi ạ',
    'đã khắc phục',
    'sửa xong rồi',
    'hoàn thành',
    'xác nhận đã xong',
    'đã xong, cảm ơn',
    'đã xong. Cảm ơn các anh chị',
    'đã xong!!!',
    'đã xong 👍',
    'xong rồi em ơi',
    'vâng đã xong',
    'em xác nhận đã xong ạ',
    'xogggg rồi',
    'xong roài',
    'đã xong'.normalize('NFD'),
    'đã xong\n',
    'done',
    'Done!',
    'done, thanks',
    "it's done",
    'it is fixed',
    'already done',
    'all done, thank you',
    'solved',
    'Fixed.',
    'yes done',
    'confirm',
  ])('confirms: %s', (text) => {
    expect(readMove(text)).toEqual({ move: { type: 'confirm' }, code: null });
  });
});

describe('"chưa xong" and its kin', () => {
  test.each([
    'chưa xong',
    'chua xong',
    'chx xong',
    'Chưa xong ạ',
    'dạ chưa xong',
    'vẫn chưa xong',
    'van chua xong',
    'chưa xong đâu',
    'chưa xong đâu ạ',
    'đã xong đâu',
    'chưa xong gì cả',
    'chưa',
    'chua',
    'chưa ạ',
    'vẫn chưa',
    'chưa được',
    'chưa xử lý',
    'chưa được xử lý',
    'vẫn chưa xử lý gì'.replace(' gì', ''),
    'chưa thấy ai xử lý',
    'chưa giải quyết',
    'chưa sửa',
    'vẫn chưa sửa xong',
    'chưa khắc phục',
    'chưa xong!!!',
    'chưa xong 😡',
    'not done',
    'Not done yet',
    'still not fixed',
    "it's not done",
    'not yet',
    'not solved',
  ])('rejects the result: %s', (text) => {
    expect(readMove(text)).toEqual({ move: { type: 'reject', words: null }, code: null });
  });

  test.each([
    ['chưa xong, rác vẫn còn ở góc chợ', 'rác vẫn còn ở góc chợ'],
    ['Vẫn chưa xong. Nước còn đọng', 'Nước còn đọng'],
    ['chưa xong\nnắp cống vẫn vỡ', 'nắp cống vẫn vỡ'],
    ['not done: the hole is still there', 'the hole is still there'],
    ['chưa xử lý - vẫn ngập', 'vẫn ngập'],
  ])('keeps what follows as words: %s', (text, words) => {
    expect(readMove(text)).toEqual({ move: { type: 'reject', words }, code: null });
  });

  test('with a code nothing needs to stand between', () => {
    expect(readMove(`${CODE} chưa xong vì đoạn cuối vẫn ngập`)).toEqual({
      move: { type: 'reject', words: 'chưa xong vì đoạn cuối vẫn ngập' },
      code: CODE,
    });
    const long = `${CODE} chưa xong ${'đoạn cuối vẫn ngập '.repeat(10)}`;
    expect(readMove(long)?.move.type).toBe('reject');
  });
});

describe('ratings', () => {
  test.each([
    ['hài lòng', 'satisfied'],
    ['Hài lòng ạ', 'satisfied'],
    ['hai long', 'satisfied'],
    ['rất hài lòng', 'satisfied'],
    ['em rất hài lòng, cảm ơn', 'satisfied'],
    ['đánh giá hài lòng', 'satisfied'],
    ['tôi đánh giá là hài lòng', 'satisfied'],
    ['satisfied', 'satisfied'],
    ['Very satisfied!', 'satisfied'],
    ['chấp nhận', 'accepted'],
    ['chap nhan', 'accepted'],
    ['chấp nhận được', 'accepted'],
    ['chấp nhận đc', 'accepted'],
    ['tạm chấp nhận', 'accepted'],
    ['tạm chấp nhận được ạ', 'accepted'],
    ['acceptable', 'accepted'],
    ['accepted', 'accepted'],
    ['chưa hài lòng', 'unsatisfied'],
    ['chua hai long', 'unsatisfied'],
    ['không hài lòng', 'unsatisfied'],
    ['ko hài lòng', 'unsatisfied'],
    ['k hài lòng', 'unsatisfied'],
    ['khong hai long', 'unsatisfied'],
    ['rất không hài lòng', 'unsatisfied'],
    ['chx hài lòng', 'unsatisfied'],
    ['chưa hài lòng lắm', 'unsatisfied'],
    ['not satisfied', 'unsatisfied'],
    ['Unsatisfied', 'unsatisfied'],
    ['dissatisfied', 'unsatisfied'],
  ])('%s', (text, level) => {
    expect(readMove(text)).toEqual({ move: { type: 'rate', level, reasons: [] }, code: null });
  });

  test.each([
    ['chưa hài lòng vì quá chậm', ['too_late']],
    ['không hài lòng: 2, 4', ['no_proof', 'too_late']],
    ['chưa hài lòng 3', ['not_done']],
    ['ko hài lòng, trả lời chung chung', ['general']],
    ['not satisfied, too slow', ['too_late']],
  ])('the third may bring its reasons along: %s', (text, reasons) => {
    expect(readMove(text)).toEqual({ move: { type: 'rate', level: 'unsatisfied', reasons }, code: null });
  });

  test('reasons that are none of the list leave it words', () => {
    expect(readMove('chưa hài lòng vì cán bộ nói năng khó nghe')).toBeNull();
  });
});

describe('the rarer moves', () => {
  test.each<[string, ChatMove['move']]>([
    ['rút', { type: 'withdraw' }],
    ['rút phản ánh', { type: 'withdraw' }],
    ['rut phan anh', { type: 'withdraw' }],
    ['xin rút lại phản ánh ạ', { type: 'withdraw' }],
    ['tôi muốn rút phản ánh này', { type: 'withdraw' }],
    ['withdraw my report', { type: 'withdraw' }],
    ['xem lại', { type: 'object', ifRefused: false }],
    ['đề nghị xem lại', { type: 'object', ifRefused: false }],
    ['không đồng ý', { type: 'object', ifRefused: false }],
    ['review', { type: 'object', ifRefused: false }],
    ['cùng phản ánh', { type: 'join' }],
    ['cung phan anh', { type: 'join' }],
    ['theo dõi', { type: 'join' }],
    ['same', { type: 'join' }],
    ['trùng rồi ạ', { type: 'join' }],
    ['cùng một việc', { type: 'join' }],
    ['follow', { type: 'join' }],
    ['bỏ theo dõi', { type: 'unfollow' }],
    ['unfollow', { type: 'unfollow' }],
  ])('%s', (text, move) => {
    expect(readMove(text)).toEqual({ move, code: null });
  });
});

describe('a code says which report is meant', () => {
  test.each([
    [`${CODE} đã xong`, 'confirm'],
    [`đã xong ${CODE}`, 'confirm'],
    [`${CODE.toLowerCase()} xong rồi ạ`, 'confirm'],
    ['hn 7k3mr4t5 da xong', 'confirm'],
    ['HN 7K3M R4T5 đã xong', 'confirm'],
    ['7K3MR4T5 đã xong', 'confirm'],
    ['đã xong 7K3MR4T5', 'confirm'],
    [`phản ánh ${CODE} đã xử lý xong`, 'confirm'],
    [`${CODE}: chưa xong`, 'reject'],
    [`${CODE} chua xong`, 'reject'],
    [`"${CODE} chưa xong"`, 'reject'],
    [`${CODE} chưa hài lòng`, 'rate'],
    [`rút phản ánh ${CODE}`, 'withdraw'],
    [`rút ${CODE} ạ`, 'withdraw'],
    [`${CODE} xem lại`, 'object'],
    [`${CODE} review`, 'object'],
    [`xem lại phản ánh ${CODE} ạ`, 'object'],
    [`cùng phản ánh ${CODE}`, 'join'],
    [`theo dõi ${CODE}`, 'join'],
    [`same ${CODE}`, 'join'],
    [`bỏ theo dõi ${CODE}`, 'unfollow'],
    [`${CODE} xong chưa?`, 'askStatus'],
  ])('%s', (text, type) => {
    expect(readMove(text)).toMatchObject({ move: { type }, code: CODE });
  });

  test('with the verb first, "xem lại" is a review only if the report was refused', () => {
    expect(readMove(`xem lại ${CODE}`)).toEqual({ move: { type: 'object', ifRefused: true }, code: CODE });
    expect(readMove(`${CODE} xem lại`)).toEqual({ move: { type: 'object', ifRefused: false }, code: CODE });
  });

  test('a mistyped one is not overlooked', () => {
    expect(readMove(`${MISTYPED} đã xong`)).toEqual({ move: { type: 'confirm' }, code: 'unreadable' });
  });
});

describe('questions are not answers', () => {
  test.each([
    'xong chưa',
    'xong chưa?',
    'đã xong chưa',
    'đã xong hết chưa',
    'đã xong hết chưa?',
    'xong chưa ạ',
    'xong chưa vậy',
    'xong rồi à',
    'chưa xong à',
    'chưa xong à?',
    'sao chưa xong',
    'bao giờ xong',
    'khi nào mới xong ạ',
    'đã xử lý chưa',
    'có kết quả chưa',
    'đến đâu rồi',
    'is it done?',
    'done yet?',
    'any update?',
  ])('asks: %s', (text) => {
    expect(typeOf(text)).toBe('askStatus');
  });

  test.each([
    'đã xong?',
    'xong?',
    'done?',
    'hài lòng?',
    'rút?',
    'chưa xong?',
    'chua xong a',
    'Chua xong a.',
    'chấp nhận?',
  ])('is left alone: %s', (text) => {
    expect(typeOf(text)).toBeNull();
  });
});

describe('words that are more, or less, than a move', () => {
  test.each([
    'tôi gọi xong rồi mà không ai đến',
    'xong rồi mà vẫn bẩn',
    'đã xong nhưng còn rác',
    'đã xong một nửa',
    'đã xong đoạn đầu, đoạn sau chưa',
    'đã xong phần vỉa hè',
    'xong việc họ để lại đống đất',
    'họ làm xong rồi bỏ đi',
    'đào xong chưa lấp',
    'ok',
    'oke ạ',
    'dạ vâng',
    'vâng',
    'cảm ơn',
    'cảm ơn đã xử lý',
    'cảm ơn đã xử lý nhanh',
    'cám ơn đã giải quyết',
    'vẫn còn ngập',
    'vẫn còn rác',
    'vẫn vậy',
    'như cũ',
    'rồi',
    'rồi ạ',
    'được rồi',
    'tốt',
    '👍',
    'chùa',
    'chúa',
    'không',
    'có',
    'no',
    'yes',
    'chưa thấy ai đến thu rác ở ngõ 5',
    'chưa có đèn đường',
    'chưa xong đường đã hỏng lại',
    'không chấp nhận',
    'không chấp nhận được',
    'chấp nhận sao được',
    'chấp nhận cho họ lấn chiếm vỉa hè',
    'hài lòng gì mà hài lòng',
    'ai mà hài lòng',
    'người dân rất hài lòng về con đường mới',
    'rút ống nước',
    'nước rút rồi',
    'nước chưa rút',
    'ổ cắm bị rút',
    'xem lại biển báo ở ngã tư',
    'đề nghị xem lại đèn tín hiệu',
    'theo dõi giúp em con hẻm này',
    'cùng phản ánh với bà con tổ 5',
    'trùng tu đình làng',
    'not',
    'the work is done badly',
    'it was done but broke again',
    'same place as last week',
    '',
    ' ',
    '?',
    '1',
    '3',
  ])('is no move: %j', (text) => {
    expect(typeOf(text)).toBeNull();
  });
});

test('a story in which every phrase occurs is never a move, with marks or without', () => {
  const story = fc
    .tuple(
      fc.constantFrom('hôm qua', 'bà con nói', 'tôi thấy', 'ở ngõ 12', 'xe rác', 'họ bảo'),
      fc.constantFrom('đã xong', 'xong rồi', 'chưa xong', 'hài lòng', 'rút', 'xem lại', 'theo dõi', 'chấp nhận'),
      fc.constantFrom('mà đường vẫn hỏng', 'nhưng còn bùn', 'từ tuần trước ở phường Láng', 'vì trời mưa to quá'),
    )
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(story, (text) => {
      expect(typeOf(text)).toBeNull();
      expect(typeOf(plain(text))).toBeNull();
    }),
  );
});

test('whatever is typed, reading it never fails and reads the same in NFD', () => {
  fc.assert(
    fc.property(fc.oneof(chatText, fc.string({ unit: 'grapheme', maxLength: 120 })), (text) => {
      expect(readMove(text.normalize('NFD'))?.move.type).toBe(readMove(text.normalize('NFC'))?.move.type);
    }),
  );
});
