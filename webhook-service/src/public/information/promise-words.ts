import type { ClockMode } from '../../../../db/seed/priority-policy.ts';
import type { Language } from '../../deadlines/due-words.ts';

/** Hours of work in a day: 8:00–17:00 less the break at noon. */
const HOURS_OF_A_DAY = 8;

/** An allowance as a person would say it: `5 ngày làm việc`, `4 giờ làm việc`, `4 giờ, cả đêm và ngày nghỉ`. */
export function promiseWords(hours: number, clock: ClockMode, language: Language): string {
  if (clock === '24x7')
    return language === 'vi' ? `${hours} giờ, cả đêm và ngày nghỉ` : `${counted(hours, 'hour')}, day and night`;
  const days = hours / HOURS_OF_A_DAY;
  if (Number.isInteger(days)) return language === 'vi' ? `${days} ngày làm việc` : counted(days, 'working day');
  return language === 'vi' ? `${hours} giờ làm việc`.replace('.', ',') : counted(hours, 'working hour');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
