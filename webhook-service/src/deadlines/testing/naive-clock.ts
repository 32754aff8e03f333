/** A second clock, as simple and slow as possible: it walks minute by minute, and a minute that is worked and not paused counts. */
import type { Calendar, Interval } from '../calendar.ts';
import type { Ledger } from './clock-story.ts';
import { naiveIsWorkingTime } from './naive-calendar.ts';

const MINUTE_MS = 60_000;

/** Everything in the ledger must be whole minutes. While a pause lasts, `dueAt` is null and `counted` ends with it. */
export function naiveClock(calendar: Calendar, ledger: Ledger): { dueAt: Date | null; counted: Interval[] } {
  const counted: Interval[] = [];
  const lasting = ledger.pauses.find(({ until }) => until === Number.POSITIVE_INFINITY);
  const stop = lasting?.since ?? Number.POSITIVE_INFINITY;
  let left = ledger.allowedMs / MINUTE_MS;
  let due = ledger.start;
  for (let now = ledger.start; left > 0 && now < stop; now += MINUTE_MS) {
    if (ledger.mode === 'working' && !naiveIsWorkingTime(calendar, now)) continue;
    if (ledger.pauses.some(({ since, until }) => now >= since && now < until)) continue;
    left -= 1;
    due = now + MINUTE_MS;
    const last = counted.at(-1);
    if (last?.to.getTime() === now) last.to = new Date(due);
    else counted.push({ from: new Date(now), to: new Date(due) });
  }
  return { dueAt: lasting ? null : new Date(due), counted };
}
