/**
 * Times in words, always Hà Nội's. Counted from UTC+7 and not by `Intl`: Việt Nam has had this one offset, without summer time,
 * since 1975, and old WebViews come without the data for other zones and languages. A test compares it with `Intl`.
 */
import type { Language } from '../../i18n/language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

// Capitals as in Nghị định 30/2020/NĐ-CP, Phụ lục II ("thứ Hai"); Sunday first, as `getUTCDay` counts.
const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
// Months in words: 05/10 is the fifth of October here and the tenth of May to some visitors.
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export interface Reading {
  language: Language;
  now: Date;
}

/** `17:00 thứ Tư 25/11` or `17:00 on Wednesday, 25 November`; with the year when it is not this one. After "trước", "by". */
export function dueWords(at: Date, { language, now }: Reading): string {
  const day = WEEKDAYS[language][hanoi(at).getUTCDay()] ?? '';
  const clock = clockWords(at);
  return language === 'vi'
    ? `${clock} ${day} ${dateWords(at, { language, now })}`
    : `${clock} on ${day}, ${dateWords(at, { language, now })}`;
}

/** When something happened, by its date and how long ago: `14:05 hôm nay · 3 giờ trước`. */
export function pastWords(at: Date, reading: Reading): string {
  const { language, now } = reading;
  const days = dayNumber(now) - dayNumber(at);
  const named = { vi: ['hôm nay', 'hôm qua'], en: ['today', 'yesterday'] }[language][days];
  const moment = named ? `${clockWords(at)} ${named}` : dueWords(at, reading);
  return `${moment} · ${agoWords(at, reading)}`;
}

/** `vừa xong`, `5 phút trước`, `3 giờ trước`, `2 ngày trước`. */
export function agoWords(at: Date, { language, now }: Reading): string {
  const passed = Math.max(0, now.getTime() - at.getTime());
  if (passed < MINUTE) return language === 'vi' ? 'vừa xong' : 'just now';
  const span = spanWords(passed, language);
  return language === 'vi' ? `${span} trước` : `${span} ago`;
}

/** `còn 3 giờ`, `còn 2 ngày`, or how far it lies behind: `quá 5 giờ`. */
export function leftWords(at: Date, { language, now }: Reading): string {
  const left = at.getTime() - now.getTime();
  const span = spanWords(Math.abs(left), language);
  if (language === 'vi') return left >= 0 ? `còn ${span}` : `quá ${span}`;
  return left >= 0 ? `${span} left` : `${span} over`;
}

/** `25/11`, `25/11/2027`, `25 November`, `25 November 2027`. */
export function dateWords(at: Date, { language, now }: Reading): string {
  const there = hanoi(at);
  const year = there.getUTCFullYear();
  const shown = year === hanoi(now).getUTCFullYear() ? null : year;
  if (language === 'en') return [there.getUTCDate(), MONTHS[there.getUTCMonth()], shown].filter(Boolean).join(' ');
  const dayAndMonth = `${twoDigits(there.getUTCDate())}/${twoDigits(there.getUTCMonth() + 1)}`;
  return shown === null ? dayAndMonth : `${dayAndMonth}/${shown}`;
}

/** `09:05` */
export function clockWords(at: Date): string {
  const there = hanoi(at);
  return `${twoDigits(there.getUTCHours())}:${twoDigits(there.getUTCMinutes())}`;
}

/** The largest unit that fits, rounded down: nobody is promised more time than there is. */
function spanWords(ms: number, language: Language): string {
  const [count, unit] = ms < HOUR ? [ms / MINUTE, 0] : ms < DAY ? [ms / HOUR, 1] : [ms / DAY, 2];
  const whole = Math.max(unit === 0 ? 1 : 0, Math.floor(count));
  if (language === 'vi') return `${whole} ${['phút', 'giờ', 'ngày'][unit]}`;
  return `${whole} ${['minute', 'hour', 'day'][unit]}${whole === 1 ? '' : 's'}`;
}

/** The same moment with Hà Nội's date and hour in its UTC fields. */
function hanoi(at: Date): Date {
  return new Date(at.getTime() + OFFSET);
}

function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + OFFSET) / DAY);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
