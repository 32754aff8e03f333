import { expect, test } from 'vitest';
import { type TaggedReport, wantedTags } from './wanted-tags.ts';

const report = (changes: Partial<TaggedReport>): TaggedReport => ({
  state: 'in_progress',
  agencyCode: 'ubnd-00199',
  overdueAt: null,
  ...changes,
});
const late = new Date(Date.UTC(2026, 9, 2));

test.each([
  ['nothing sent', [], []],
  ['just received, nobody holds it', [report({ state: 'received', agencyCode: null })], ['Đã tiếp nhận']],
  ['in work', [report({})], ['Đang xử lý', 'UBND phường Láng']],
  ['late', [report({ overdueAt: late })], ['Đang xử lý', 'UBND phường Láng', 'Quá hạn']],
  [
    'answered late: the lateness is over',
    [report({ state: 'answered', overdueAt: late })],
    ['Đã có kết quả', 'UBND phường Láng'],
  ],
  ['closed', [report({ state: 'closed_confirmed' })], []],
  ['withdrawn, merged, refused', (['withdrawn', 'merged', 'refused'] as const).map((state) => report({ state })), []],
  [
    'two reports at two agencies',
    [report({}), report({ state: 'dispatched', agencyCode: 'so-xay-dung' })],
    ['Đang xử lý', 'UBND phường Láng', 'Đã chuyển đơn vị xử lý', 'Sở Xây dựng'],
  ],
])('%s', (_, reports, tags) => {
  expect([...wantedTags(reports)]).toEqual(tags);
});
