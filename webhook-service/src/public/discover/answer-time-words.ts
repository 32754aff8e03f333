import type { Language } from '../../deadlines/due-words.ts';
import type { ClassPolicy } from '../../deadlines/policy.ts';

const HOURS_A_DAY = 8;

/**
 * How long an answer takes, in words: "5 ngày làm việc", "4 giờ, kể cả đêm và ngày nghỉ". Null where nobody answers. Counts from when
 * an agency has the report.
 */
export function answerTimeWords({ answerHours, clock }: ClassPolicy, language: Language): string | null {
  if (answerHours === null) return null;
  const vi = language === 'vi';
  if (clock === '24x7') {
    return vi
      ? `${answerHours} giờ, kể cả đêm và ngày nghỉ`
      : `${plural(answerHours, 'hour')}, nights and holidays included`;
  }
  const days = answerHours / HOURS_A_DAY;
  if (Number.isInteger(days)) return vi ? `${days} ngày làm việc` : plural(days, 'working day');
  return vi ? `${answerHours} giờ làm việc` : plural(answerHours, 'working hour');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
