/** Due times in the words of messages: always Hà Nội time, minutes cut off (the whole due minute is on time). */
import { localTimeOf } from './calendar-day.ts';

export type Language = 'vi' | 'en';

// Capitals as in Nghị định 30/2020/NĐ-CP, Phụ lục II ("thứ Hai"); index 0 = Sunday.
const WEEKDAYS_VI = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
// Months in words: 05/10 is the fifth of October here and the tenth of May to some visitors.
const MONTHS_EN = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `16:30 thứ Ba, 13/10/2026` (after "trước", "Hạn trả lời:") or `16:30 on Tuesday, 13 October 2026` (after "by"). */
export function dueWords(at: Date, language: Language = 'vi'): string {
  const { weekday, hour, minute } = localTimeOf(at);
  const clock = `${twoDigits(hour)}:${twoDigits(minute)}`;
  const date = dateWords(at, language);
  return language === 'vi'
    ? `${clock} ${WEEKDAYS_VI[weekday]}, ${date}`
    : `${clock} on ${WEEKDAYS_EN[weekday]}, ${date}`;
}

/** `thứ Ba, 13/10/2026`, in Vietnamese only: explanations are for staff. */
export function dayWords(at: Date): string {
  return `${WEEKDAYS_VI[localTimeOf(at).weekday]}, ${dateWords(at)}`;
}

/** `13/10/2026` or `13 October 2026`. */
export function dateWords(at: Date, language: Language = 'vi'): string {
  const { year, month, day } = localTimeOf(at);
  if (language === 'en') return `${day} ${MONTHS_EN[month - 1]} ${year}`;
  return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
