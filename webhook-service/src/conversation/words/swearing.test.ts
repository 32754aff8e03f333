import { expect, test } from 'vitest';
import { isOnlySwearing } from './swearing.ts';

test.each([
  'đm',
  'ĐM chúng mày',
  'địt mẹ',
  'dit me may',
  'ngu như chó',
  'khốn nạn',
  'đồ óc chó',
  'mất dạy',
  'fuck you',
  'wtf',
  'chính quyền ngu',
])('%s is a curse and nothing else', (text) => {
  expect(isOnlySwearing(text)).toBe(true);
});

test.each([
  ...['con chó', 'chó', 'lon', 'các', 'mất', 'rác', 'cán bộ', 'nhà nước', '', '👍', 'láo'],
  ...[
    'đm rác ngập đường',
    'ngu thế đường hỏng không sửa',
    'thằng hàng xóm đánh con tôi',
    'mất chó',
    'fuck this pothole',
  ],
])('%s says something, or nothing rude', (text) => {
  expect(isOnlySwearing(text)).toBe(false);
});
