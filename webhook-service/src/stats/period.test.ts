import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { periodOf } from './period.ts';

/** 00:30 on the first of November in Hà Nội. */
const now = new Date('2026-10-31T17:30:00Z');
const options = { now, mostDays: 31 };

test.each([
  [{}, { from: '2026-11-01', to: '2026-11-01' }],
  [{ to: '2026-10-20' }, { from: '2026-10-01', to: '2026-10-20' }],
  [{ from: '2026-10-02' }, { from: '2026-10-02', to: '2026-11-01' }],
  [
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-10-01', to: '2026-10-31' },
  ],
])('a period asked for as %j', (asked, period) => {
  expect(periodOf(asked, options)).toEqual(period);
});

test.each([
  [{ from: '2026-10-02', to: '2026-10-01' }, 'Ngày kết thúc phải từ ngày bắt đầu trở đi.'],
  [{ from: '2026-10-01', to: '2026-11-01' }, 'Chỉ xem được nhiều nhất 31 ngày một lần.'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'Ngày phải có thật và viết theo dạng 2026-10-31.'],
  [{ to: 'tomorrow' }, 'Ngày phải có thật và viết theo dạng 2026-10-31.'],
])('a period that cannot be: %j', (asked, detail) => {
  const attempt = () => periodOf(asked, options);
  expect(attempt).toThrow(AppError);
  expect(attempt).toThrow(expect.objectContaining({ code: 'period_invalid', status: 422, detail }));
});
