import { describe, expect, test } from 'vitest';
import { reasonsIn } from './unsatisfied-reasons.ts';

describe('what was not good enough', () => {
  test.each([
    ['1', ['general']],
    ['2', ['no_proof']],
    ['3', ['not_done']],
    ['4', ['too_late']],
    ['5', ['other']],
    ['số 3', ['not_done']],
    ['3 ạ', ['not_done']],
    ['1, 4', ['general', 'too_late']],
    ['4 và 1', ['general', 'too_late']],
    ['2 3', ['no_proof', 'not_done']],
    ['1.3', ['general', 'not_done']],
    ['3, 3', ['not_done']],
    ['trả lời chung chung', ['general']],
    ['chung chung', ['general']],
    ['tra loi chung chung', ['general']],
    ['thiếu ảnh', ['no_proof']],
    ['thiếu ảnh hoặc văn bản', ['no_proof']],
    ['ko có ảnh', ['no_proof']],
    ['thực tế chưa xử lý', ['not_done']],
    ['chưa xử lý', ['not_done']],
    ['quá chậm', ['too_late']],
    ['chậm quá ạ', ['too_late']],
    ['vì quá chậm và thiếu ảnh', ['no_proof', 'too_late']],
    ['khác', ['other']],
    ['lý do khác', ['other']],
    ['too slow', ['too_late']],
    ['too general, no photo', ['general', 'no_proof']],
  ])('%s', (text, reasons) => {
    expect(reasonsIn(text)).toEqual(reasons);
  });

  test.each([
    '',
    '6',
    '0',
    '12',
    'chưa xong',
    'ở số 3 ngõ 5',
    '3 hôm nay chưa thu rác',
    'cảm ơn',
    'không biết',
    '3 người bị thương',
    'chậm như rùa',
  ])('is no answer: %j', (text) => {
    expect(reasonsIn(text)).toEqual([]);
  });
});
