import { expect, test } from 'vitest';
import { planWords } from './plan-words.ts';

test('staff read why a message took its way, one sentence a step', () => {
  expect(
    planWords([
      { channel: 'cs', verdict: 'no', why: 'window_closed' },
      { channel: 'miniapp', verdict: 'no', why: 'not_allowed' },
      { channel: 'cs_paid', verdict: 'later', why: 'budget_spent', detail: '2026-10-06T00:00:00.000Z' },
      { channel: 'uid', verdict: 'chosen', why: 'template_fits' },
    ]),
  ).toEqual([
    'Tin tư vấn miễn phí: không, đã quá thời gian được gửi từ lần cuối người dân nhắn.',
    'Thông báo Mini App: không, người dân chưa cho phép nhận thông báo.',
    'Tin tư vấn có phí: để sau, đã hết ngân sách trong ngày, chờ đến 07:00 thứ Ba, 06/10/2026.',
    'Mẫu tin theo Zalo: được chọn, có mẫu tin phù hợp.',
  ]);
});

test.each([
  [
    { channel: 'person', verdict: 'later', why: 'unreachable', detail: '2026-10-06T00:00:00.000Z' },
    'Người nhận: để sau, Zalo báo tạm thời không tới được người dân đến 07:00 thứ Ba, 06/10/2026.',
  ],
  [
    { channel: 'zns', verdict: 'no', why: 'template_unfit', detail: 'don_vi' },
    'Mẫu tin theo số điện thoại: không, nội dung không vừa mẫu tin (tham số don_vi).',
  ],
  [
    { channel: 'cs', verdict: 'no', why: 'last_slot_kept' },
    'Tin tư vấn miễn phí: không, chỉ còn một tin miễn phí, để dành cho kết quả.',
  ],
] as const)('%j', (step, sentence) => {
  expect(planWords([step])).toEqual([sentence]);
});

test('a code this version does not know is shown as it is, also one that every object has', () => {
  expect(planWords([{ channel: 'fax', verdict: 'no', why: 'toString' }])).toEqual(['fax: không, toString.']);
});
