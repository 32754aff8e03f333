import { MINUTE_MS } from '../deadlines/calendar-day.ts';

/** What a due time was made of (DESIGN §7): enough to say why it is when it is, and how much of the time is used. */
export interface ReportClock {
  startedAt: string;
  /** Minutes allowed. */
  minutes: number;
  /** Whether nights and days off count. */
  hours: 'working' | '24x7';
  /** The stretches that count, in order. */
  counted: { from: string; to: string }[];
}

/** Whole minutes of the allowed time that have passed: never all of it before the due time. */
export function usedMinutes({ counted }: Pick<ReportClock, 'counted'>, now: Date): number {
  const used = counted.reduce((sum, { from, to }) => {
    const start = Date.parse(from);
    return sum + Math.max(0, Math.min(Date.parse(to), now.getTime()) - start);
  }, 0);
  return Math.floor(used / MINUTE_MS);
}

export function lengthInMinutes(counted: ReportClock['counted']): number {
  const total = counted.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  return Math.round(total / MINUTE_MS);
}

/** The stretches as the history keeps them; null when it has none, or something else. */
export function readCounted(value: unknown): ReportClock['counted'] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const counted: ReportClock['counted'] = [];
  for (const stretch of value) {
    const { from, to } = (stretch ?? {}) as { from?: unknown; to?: unknown };
    if (typeof from !== 'string' || typeof to !== 'string') return null;
    if (Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to))) return null;
    counted.push({ from, to });
  }
  return counted;
}
