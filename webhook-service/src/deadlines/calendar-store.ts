import type { Tx } from '../../../db/client.ts';
import { calendarDays } from '../../../db/schema/index.ts';
import type { Calendar } from './calendar.ts';
import { buildCalendar } from './calendar-build.ts';

/** Swaps are decided days ahead, not seconds: a minute of delay harms nobody and saves a query per report. */
const KEEP_MS = 60_000;

/** The working calendar as staff have it in the table, read again at most once a minute. */
export function createCalendarStore(now: () => Date): { current(tx: Tx): Promise<Calendar> } {
  let kept: { calendar: Calendar; readAt: number } | null = null;
  return {
    current: async (tx) => {
      const at = now().getTime();
      if (!kept || at - kept.readAt > KEEP_MS) {
        kept = { calendar: buildCalendar({ facts: await tx.select().from(calendarDays) }), readAt: at };
      }
      return kept.calendar;
    },
  };
}
