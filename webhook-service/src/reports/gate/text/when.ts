import { firstOf, has, phrases } from './phrases.ts';
import type { Passage } from './reading.ts';

/** A day or hour named in an answer; `future` when it lies after the answer. */
export interface TimeFound {
  said: string;
  future: boolean;
}

/**
 * Dates (12/10, 12/10/2026, ngày 5 tháng 10), hours (14h30, 9 giờ, 10:05) and words like "hôm nay". Numbers of alleys and houses, "24/7", the
 * dates of decrees and every day more than 400 days ago are none: a law's date does not say when somebody came.
 */
export function timesIn(passage: Passage, answeredAt: Date): TimeFound[] {
  const said = firstOf(RELATIVE, passage);
  const relative = said === null ? [] : [{ said, future: false }];
  return [...dates(passage.plain, answeredAt), ...hours(passage.plain), ...relative];
}

/** True when the text names an end: a day to come, this or next week or month, "trong 3 ngày". */
export function namesAnEnd(passage: Passage, answeredAt: Date): boolean {
  const bare = passage.plain;
  return (
    dates(bare, answeredAt).some((date) => date.future) ||
    has(UNTIL_WORDS, passage) ||
    monthsToCome(bare, answeredAt) ||
    /(?<![\p{L}\d])(?:trong|sau|vong|them)\s+(?:vong\s+)?\d{1,2}\s+(?:ngay|gio|tuan|thang)(?![\p{L}])/u.test(bare)
  );
}

const DATE = /(?<![\d/.,-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?(?![\d/]|[.,-]\d|-\p{L})/gu;
const DATE_IN_WORDS =
  /(?<!\p{L})ngay\s+(?:mung\s+)?(\d{1,2})(?:\s+thang\s+(\d{1,2})(?:\s+nam\s+(\d{4}))?)?(?![\d/.-])/gu;
/** What stands before a number that looks like a date and is none. */
const NO_DATE =
  /(?<!\p{L})(?:ngo|ngach|hem|kiet|so|so nha|nha|can|to|lo|toa|khu|luat|nghi dinh|nghi dinh so|thong tu|thong tu so|phong)\s*$/u;
const DAY_WORD = /(?<!\p{L})(?:ngay|hom|sang|trua|chieu|toi|dem|tu|den|truoc)\s*$/u;
const FRACTIONS = new Set(['24/7', '1/2', '1/3', '1/4', '1/5', '2/3', '3/4', '4/5']);
const HOUR =
  /(?<![\p{L}\d])(?:[01]?\d|2[0-4])\s?(?:h(?:\d{2})?|gio|g\d{2})(?![\p{L}\d])|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/gu;
const RELATIVE = phrases(
  'hôm nay, hôm qua, hôm kia, hôm trước, sáng nay, trưa nay, chiều nay, tối nay, đêm nay, đêm qua, tối qua, chiều qua, sáng qua, rạng sáng, tuần này, tuần trước, tuần qua, tháng trước, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật, cuối tuần qua, trong ngày',
);
const UNTIL_WORDS = phrases(
  'ngày mai, sáng mai, chiều mai, ngày kia, trong hôm nay, trong ngày hôm nay, trong ngày, trong tuần này, trong tuần, cuối tuần này, cuối tuần, tuần tới, tuần sau, trong tháng này, cuối tháng này, cuối tháng, tháng tới, tháng sau, đầu tháng sau, hết tháng này',
);
const MONTH =
  /(?<!\p{L})thang\s+(\d{1,2})(?:\s?[/-]\s?(\d{4})|\s+nam\s+(\d{4}))?(?!\d)|(?<!\p{L})quy\s+(?:i{1,3}|iv|[1-4])(?!\p{L})/gu;
const OLDEST_DAYS = 400;
const DAY_MS = 86_400_000;
/** Hà Nội is seven hours ahead all year. */
const OFFSET_MS = 7 * 3_600_000;

function dates(bare: string, answeredAt: Date): TimeFound[] {
  const found: TimeFound[] = [];
  // "10-11/10/2026": the last of several days.
  const single = bare.replace(/(?<![\d/.,])\d{1,2}\s?[-–]\s?(?=\d{1,2}\/\d{1,2})/gu, '');
  for (const pattern of [DATE, DATE_IN_WORDS]) {
    for (const match of single.matchAll(pattern)) {
      const [said, day, month, year] = match;
      if (pattern === DATE && !isDate(said, single.slice(0, match.index))) continue;
      const days = daysFrom(answeredAt, { day: Number(day), month: month && Number(month), year });
      if (days !== null && days > -OLDEST_DAYS) found.push({ said, future: days > 0 });
    }
  }
  return found;
}

/** "5-10 phút", "1.5 triệu" and "1/2 mặt đường" look like dates; with a word for a day in front, or a year, they are. */
function isDate(said: string, before: string): boolean {
  if (NO_DATE.test(before)) return false;
  if (DAY_WORD.test(before) || /\d{4}$/u.test(said)) return true;
  return said.includes('/') && !FRACTIONS.has(said);
}

/** How many days after the answer; null when there is no such day. Without a year the nearest one is meant. */
function daysFrom(
  now: Date,
  said: { day: number; month: number | '' | undefined; year: string | undefined },
): number | null {
  const today = new Date(now.getTime() + OFFSET_MS);
  const month = said.month || today.getUTCMonth() + 1;
  const years = said.year
    ? [said.year.length === 2 ? 2000 + Number(said.year) : Number(said.year)]
    : [-1, 0, 1].map((by) => today.getUTCFullYear() + by);
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const all = years
    .map((year) => new Date(Date.UTC(year, month - 1, said.day)))
    .filter((date) => date.getUTCMonth() === month - 1 && date.getUTCDate() === said.day)
    .map((date) => Math.round((date.getTime() - midnight) / DAY_MS));
  return all.length === 0 ? null : all.reduce((best, days) => (Math.abs(days) < Math.abs(best) ? days : best));
}

function hours(bare: string): TimeFound[] {
  return [...bare.matchAll(HOUR)].map(([said]) => ({ said, future: false }));
}

function monthsToCome(bare: string, answeredAt: Date): boolean {
  const today = new Date(answeredAt.getTime() + OFFSET_MS);
  return [...bare.matchAll(MONTH)].some(([, month, year, yearInWords]) => {
    if (month === undefined) return true;
    const said = year ?? yearInWords;
    const ahead = said === undefined ? 0 : (Number(said) - today.getUTCFullYear()) * 12;
    return Number(month) <= 12 && ahead + Number(month) >= today.getUTCMonth() + 1;
  });
}
