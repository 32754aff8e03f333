/** What is wrong with an edit of the calendar, and what only looks odd, in Vietnamese for the person who makes it. */
import type { HolidayKind } from '../../../db/seed/holidays.ts';
import { buildCalendar, type DayFact, OFFICE_WEEK } from './calendar-build.ts';
import { dayNumberAt, dayNumberOf, type LocalDate, localDateOf, startOfDay, weekdayOf } from './calendar-day.ts';
import { spansOfWeek } from './calendar-store.ts';
import { dateWords } from './due-words.ts';

export interface CalendarEdit {
  set?: readonly DayFact[];
  remove?: readonly LocalDate[];
}

/** Seven days from Sunday, each a list of [from, to] as `HH:MM`. */
export type Week = readonly (readonly (readonly [string, string])[])[];

const kinds: Readonly<Record<HolidayKind, true>> = {
  holiday: true,
  compensatory_off: true,
  swapped_off: true,
  makeup_workday: true,
};
const NAME_LENGTH = 120;

/** Faults that forbid the edit, without a full stop. `days` is what the calendar holds now. */
export function editFaults(
  { set = [], remove = [] }: CalendarEdit,
  days: readonly { date: LocalDate }[],
  reason: string,
): string[] {
  const faults = reasonFaults(reason);
  if (set.length + remove.length === 0) faults.push('không có ngày nào cần sửa');
  const known = new Set(days.map(({ date }) => date));
  const seen = new Set<LocalDate>();
  for (const date of [...set.map((day) => day.date), ...remove]) {
    if (!isDay(date)) faults.push(`“${date}” không phải là ngày có thật`);
    if (seen.has(date)) faults.push(`ngày ${date} được nhắc hai lần`);
    seen.add(date);
  }
  for (const { date, name, kind } of set) {
    if (name.trim() === '') faults.push(`ngày ${date} chưa có tên`);
    if (name.length > NAME_LENGTH) faults.push(`tên của ngày ${date} dài quá ${NAME_LENGTH} ký tự`);
    if (!Object.hasOwn(kinds, kind)) faults.push(`ngày ${date} có loại không đúng`);
  }
  for (const date of remove)
    if (isDay(date) && !known.has(date)) faults.push(`ngày ${date} không có trong lịch nên không xóa được`);
  return faults;
}

/** Faults of an agency's week, without a full stop; null is the office week and needs only a reason. */
export function weekFaults(week: Week | null, reason: string): string[] {
  const faults = reasonFaults(reason);
  if (week === null) return faults;
  try {
    const calendar = buildCalendar({ week: spansOfWeek(week) });
    if (calendar.week.every((day) => day.length === 0)) faults.push('tuần không có giờ làm việc nào');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push('tuần phải có bảy ngày, mỗi ngày gồm các khoảng giờ dạng HH:MM không chồng lên nhau');
  }
  return faults;
}

/** What may be a slip but is allowed, one sentence each. `after` is the calendar with the edit. */
export function editWarnings(set: readonly DayFact[], after: readonly DayFact[], now: Date): string[] {
  const today = localDateOf(dayNumberAt(now.getTime()));
  const single = set.flatMap(({ date, kind }) => {
    const worked = (OFFICE_WEEK[weekdayOf(dayNumberOf(date))] ?? []).length > 0;
    const warnings: string[] = [];
    if (kind === 'makeup_workday' && worked) warnings.push(`Ngày ${words(date)} vốn là ngày làm việc.`);
    if ((kind === 'swapped_off' || kind === 'compensatory_off') && !worked)
      warnings.push(`Ngày ${words(date)} vốn là ngày nghỉ.`);
    if (date < today) warnings.push(`Ngày ${words(date)} đã qua.`);
    return warnings;
  });
  const years = [...new Set(set.map(({ date }) => date.slice(0, 4)))].sort();
  return [...single, ...years.flatMap((year) => swapWarnings(year, after))];
}

/** Days swapped off and days worked for them come in pairs. */
function swapWarnings(year: string, days: readonly DayFact[]): string[] {
  const ofYear = (kind: HolidayKind) => days.filter((day) => day.kind === kind && day.date.startsWith(year)).length;
  const [off, worked] = [ofYear('swapped_off'), ofYear('makeup_workday')];
  return off === worked ? [] : [`Năm ${year} có ${off} ngày nghỉ hoán đổi nhưng ${worked} ngày làm bù.`];
}

function reasonFaults(reason: string): string[] {
  return reason.trim() === '' ? ['chưa nêu văn bản hoặc lý do'] : [];
}

function isDay(date: LocalDate): boolean {
  try {
    dayNumberOf(date);
    return true;
  } catch {
    return false;
  }
}

function words(date: LocalDate): string {
  return dateWords(new Date(startOfDay(dayNumberOf(date))));
}
