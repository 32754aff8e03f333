import type { Tx } from '../../../db/client.ts';
import { agencyHours, calendarDays } from '../../../db/schema/index.ts';
import type { Calendar } from './calendar.ts';
import { buildCalendar, daySpan } from './calendar-build.ts';
import type { Calendars } from './clock-types.ts';

/** Swaps are decided days ahead, not seconds: a minute of delay harms nobody and saves a query per report. */
export const KEEP_CALENDAR_MS = 60_000;

export interface CalendarStore {
  /** The city's office week with its days off. */
  current(tx: Tx): Promise<Calendar>;
  /** The calendars of all agencies. */
  calendars(tx: Tx): Promise<Calendars>;
}

/** The working calendars as staff have them in the tables, read again at most once a minute. */
export function createCalendarStore(now: () => Date): CalendarStore {
  let kept: { calendars: Calendars; readAt: number } | null = null;
  const calendars = async (tx: Tx): Promise<Calendars> => {
    const at = now().getTime();
    if (!kept || at - kept.readAt > KEEP_CALENDAR_MS) kept = { calendars: await readCalendars(tx), readAt: at };
    return kept.calendars;
  };
  return { calendars, current: async (tx) => (await calendars(tx)).of(null) };
}

/** The calendars as they stand in the tables at this moment; counting again must not use what a process has kept. */
export async function readCalendars(tx: Tx): Promise<Calendars> {
  const facts = await tx.select().from(calendarDays);
  const rows = await tx.select({ agencyCode: agencyHours.agencyCode, week: agencyHours.week }).from(agencyHours);
  const weeks = new Map(rows.map((row) => [row.agencyCode, row.week]));
  const office = buildCalendar({ facts });
  const built = new Map<string, Calendar>();
  return {
    of: (agencyCode) => {
      const week = agencyCode === null ? undefined : weeks.get(agencyCode);
      if (agencyCode === null || !week) return office;
      const calendar = built.get(agencyCode) ?? buildCalendar({ week: spansOfWeek(week), facts });
      built.set(agencyCode, calendar);
      return calendar;
    },
  };
}

/** A week as `agency_hours` keeps it. @throws RangeError for what is no time of day. */
export function spansOfWeek(week: readonly (readonly (readonly [string, string])[])[]): Calendar['week'] {
  return week.map((day) => day.map(([from, to]) => daySpan(from, to)));
}
