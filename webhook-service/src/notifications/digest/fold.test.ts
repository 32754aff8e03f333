import { describe, expect, test } from 'vitest';
import { MAX_MESSAGE_LENGTH } from '../message-length.ts';
import type { Standing } from './digest-texts.ts';
import { digestText, mayBeFolded } from './fold.ts';

const standing = (code: string, more: Partial<Standing> = {}): Standing => ({
  code,
  state: 'Đang xử lý',
  agency: 'UBND phường Láng',
  dueAt: '16:30 thứ Ba, 13/10/2026',
  link: `https://phananh.example.vn/tra-cuu/${code}`,
  ...more,
});

describe('the digest says', () => {
  test('of one report where it stands, and where to read more', () => {
    expect(digestText([standing('HN-7K4M2PXQ')], 'vi')).toBe(
      'HN-7K4M2PXQ: Đang xử lý, UBND phường Láng đang giữ, hạn 16:30 thứ Ba, 13/10/2026. Xem diễn biến: https://phananh.example.vn/tra-cuu/HN-7K4M2PXQ',
    );
    expect(digestText([standing('HN-7K4M2PXQ', { state: 'In progress', dueAt: null })], 'en')).toBe(
      'HN-7K4M2PXQ: In progress, with UBND phường Láng. See what happened: https://phananh.example.vn/tra-cuu/HN-7K4M2PXQ',
    );
  });

  test('of several reports one line each, in the order given', () => {
    const closed = standing('HN-3333DDDD', { state: 'Đã đóng', agency: null, dueAt: null });
    expect(digestText([standing('HN-7K4M2PXQ'), closed], 'vi')).toBe(
      [
        'HN-7K4M2PXQ: Đang xử lý, UBND phường Láng đang giữ, hạn 16:30 thứ Ba, 13/10/2026.',
        'HN-3333DDDD: Đã đóng.',
        'Để xem diễn biến, xin nhắn "tra cứu" kèm mã.',
      ].join('\n'),
    );
    expect(digestText([standing('HN-7K4M2PXQ', { agency: null }), closed], 'en')).toBe(
      [
        'HN-7K4M2PXQ: Đang xử lý, due 16:30 thứ Ba, 13/10/2026.',
        'HN-3333DDDD: Đã đóng.',
        'To see what happened, please send "tra cứu" with the code.',
      ].join('\n'),
    );
  });

  test.each(['vi', 'en'] as const)('as many of a hundred as fit into a message, and how many more (%s)', (language) => {
    const codes = Array.from({ length: 100 }, (_, index) => `HN-${1000 + index}`);
    const text = digestText(
      codes.map((code) => standing(code)),
      language,
    );
    expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
    const shown = text.split('\n').filter((line) => line.startsWith('HN-'));
    expect(shown.length).toBeGreaterThan(3);
    expect(text).toContain(
      language === 'vi' ? `Và ${100 - shown.length} phản ánh khác.` : `And ${100 - shown.length} more.`,
    );
    expect(text).toContain(codes[0] as string);
  });

  test('nothing longer than a message even of the longest name there is', () => {
    const long = standing('HN-7K4M2PXQ', { agency: 'UBND phường Văn Miếu - Quốc Tử Giám'.repeat(4) });
    expect([...digestText([long, long, long, long], 'vi')].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
  });
});

test.each([
  ['dispatched', 7, true],
  ['closed_silent', 7, true],
  ['digest', null, true],
  ['answered', 7, false],
  ['citizen_asked', 7, false],
  ['received', 7, false],
  ['staff_note', 7, false],
  ['extended', null, false],
])('%s about report %s may be folded: %s', (kind, reportId, folds) => {
  expect(mayBeFolded({ kind, reportId })).toBe(folds);
});
