import { MINUTE_MS } from '../deadlines/calendar-day.ts';
import type { Clock } from '../deadlines/clock.ts';

/** What a due time was made of (DESIGN §7): enough to say why it is when it is, and how much of the time is used. */
export interface ReportClock {
  startedAt: string;
  /** Minutes allowed, extensions included. */
  minutes: number;
  /** Of these, minutes of extensions. */
  extended: number;
  /** Whether nights and days off count. */
  hours: 'working' | '24x7';
  /** What set it going. */
  since: 'received' | 'dispatched' | 'reopened' | 'raised';
  /** The citizen was asked meanwhile: that time does not count. */
  paused: boolean;
  /** The stretches that count, in order. */
  counted: { from: string; to: string }[];
}

/** The clock as the pages tell it; null while it is paused. */
export function reportClock(clock: Clock): ReportClock | null {
  if (!clock.dueAt || clock.counted.length === 0) return null;
  const extended = clock.extensions.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    startedAt: clock.startedAt.toISOString(),
    minutes: clock.minutes + extended,
    extended,
    hours: clock.mode,
    since: clock.raised ? 'raised' : clock.reopened ? 'reopened' : clock.kind === 'accept' ? 'received' : 'dispatched',
    paused: clock.pauses.length > 0,
    counted: clock.counted.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
  };
}

/** Whole minutes of the allowed time that have passed: never all of it before the due time. */
export function usedMinutes({ counted }: Pick<ReportClock, 'counted'>, now: Date): number {
  const used = counted.reduce((sum, { from, to }) => {
    const start = Date.parse(from);
    return sum + Math.max(0, Math.min(Date.parse(to), now.getTime()) - start);
  }, 0);
  return Math.floor(used / MINUTE_MS);
}
