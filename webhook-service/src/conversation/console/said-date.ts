/** A day and time as officials type them: "25/11/2026", "25-11", "ngày 25 tháng 11", "16h30 ngày 25/11/2026", "25/11/2026 16:30". */
export interface SaidDate {
  day: number;
  month: number;
  /** Null when none was typed: the next such day is meant. */
  year: number | null;
  hour: number | null;
  minute: number | null;
}

const TIME = '(\\d{1,2}) ?(?:h|g|gio|:) ?(\\d{2})?(?:p|phut)?';
const DAY = '(?:ngay )?(\\d{1,2}) ?(?:[/.-]|thang) ?(\\d{1,2})(?: ?(?:[/.-]|nam) ?(\\d{4}))?';
const BEFORE = new RegExp(`^(?:luc )?${TIME},? ?${DAY}(?!\\d)`);
const AFTER = new RegExp(`^${DAY}(?!\\d)(?:,? ?(?:luc )?${TIME}(?!\\d))?`);

/** The date at the beginning of folded words with single spaces, and how much of them it takes; null when there is none. */
export function saidDateAt(folded: string): { date: SaidDate; length: number } | null {
  const early = BEFORE.exec(folded);
  if (early) {
    const [whole, hour, minute, day, month, year] = early;
    return dated(whole, { day, month, year, hour, minute });
  }
  const late = AFTER.exec(folded);
  if (!late) return null;
  const [whole, day, month, year, hour, minute] = late;
  return dated(whole, { day, month, year, hour, minute });
}

type Typed = Record<'day' | 'month' | 'year' | 'hour' | 'minute', string | undefined>;

function dated(whole: string, typed: Typed): { date: SaidDate; length: number } | null {
  const [day, month] = [Number(typed.day), Number(typed.month)];
  const year = typed.year === undefined ? null : Number(typed.year);
  const hour = typed.hour === undefined ? null : Number(typed.hour);
  const minute = hour === null ? null : Number(typed.minute ?? 0);
  // 2028 is a leap year: without a year the 29th of February is given the benefit of the doubt.
  const real = new Date(Date.UTC(year ?? 2028, month - 1, day));
  const exists = month >= 1 && month <= 12 && real.getUTCDate() === day && real.getUTCMonth() === month - 1;
  if (!exists || (hour ?? 0) > 23 || (minute ?? 0) > 59) return null;
  return { date: { day, month, year, hour, minute }, length: whole.length };
}
