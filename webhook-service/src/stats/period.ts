import { dayNumberAt, dayNumberOf, type LocalDate, localDateOf } from '../deadlines/calendar-day.ts';
import { AppError } from '../errors.ts';
import type { Period } from './read-ranking.ts';

/**
 * The period asked for: up to today unless told, from the first of that month unless told, both days included.
 * @throws AppError `period_invalid` (422) when a day does not exist, the end is before the start or it is too long.
 */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  { now, mostDays }: { now: Date; mostDays: number },
): Period {
  const to = asked.to ?? localDateOf(dayNumberAt(now.getTime()));
  const from = asked.from ?? `${to.slice(0, 8)}01`;
  const length = numberOf(to) - numberOf(from) + 1;
  if (length < 1) throw invalid('Ngày kết thúc phải từ ngày bắt đầu trở đi.');
  if (length > mostDays) throw invalid(`Chỉ xem được nhiều nhất ${mostDays} ngày một lần.`);
  return { from, to };
}

function numberOf(day: LocalDate): number {
  try {
    return dayNumberOf(day);
  } catch {
    throw invalid('Ngày phải có thật và viết theo dạng 2026-10-31.');
  }
}

function invalid(detail: string): AppError {
  return new AppError({ code: 'period_invalid', status: 422, detail });
}
