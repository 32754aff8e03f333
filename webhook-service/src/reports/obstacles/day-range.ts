import { gte, lt, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { dayNumberOf, startOfDay } from '../../deadlines/calendar-day.ts';
import { AppError } from '../../errors.ts';

/** Days in Hà Nội, `YYYY-MM-DD`, both included. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** The range as conditions on a column of instants. @throws AppError 422 `day_invalid` for a day that does not exist. */
export function withinDays(column: AnyPgColumn, { from, to }: DayRange): SQL[] {
  return [
    ...(from ? [gte(column, new Date(startOfDay(number(from))))] : []),
    ...(to ? [lt(column, new Date(startOfDay(number(to) + 1)))] : []),
  ];
}

function number(day: string): number {
  try {
    return dayNumberOf(day);
  } catch (cause) {
    throw new AppError({ code: 'day_invalid', status: 422, detail: 'Ngày phải có dạng năm-tháng-ngày.', cause });
  }
}
