/** Clocks of tests: an ordinary office, and one agency that opens two hours a day. */
import { holidays } from '../../../../db/seed/holidays.ts';
import type { Calendar } from '../calendar.ts';
import { buildCalendar, daySpan } from '../calendar-build.ts';
import { type Clock, type ClockKind, startClock } from '../clock.ts';
import { currentDuePolicy, type DuePolicy, type PriorityClass } from '../policy.ts';

/** `at('2026-10-05 12:30')` on a clock in Hà Nội. */
export const at = (local: string) => new Date(`${local.replace(' ', 'T')}+07:00`);
const office = buildCalendar({ facts: holidays });
export const shortDays = buildCalendar({
  week: [[], ...Array(5).fill([daySpan('08:00', '10:00')]), []],
  facts: holidays,
});
const byAgency: Record<string, Calendar> = { 'so-xay-dung': shortDays };
export const calendars = { of: (agency: string | null) => byAgency[agency ?? ''] ?? office };

export interface Start {
  priorityClass?: PriorityClass;
  agencyCode?: string | null;
  categoryCode?: string | null;
  reopened?: boolean;
  round?: number;
  policy?: DuePolicy;
}

export function started(kind: ClockKind, local: string, start: Start = {}): Clock {
  const clock = maybeStarted(kind, local, start);
  if (!clock) throw new Error('no such clock');
  return clock;
}

export function maybeStarted(kind: ClockKind, local: string, start: Start): Clock | null {
  const defaults = {
    policy: currentDuePolicy,
    priorityClass: 'normal',
    categoryCode: null,
    round: 1,
    agencyCode: null,
  };
  return startClock(kind, { ...defaults, ...start, at: at(local) } as Parameters<typeof startClock>[1], calendars);
}

/** Monday 05/10/2026 is the first day of an ordinary working week; a normal answer takes it whole. */
export const answer = (start: Start = {}) => started('answer', '2026-10-05 08:00', start);
