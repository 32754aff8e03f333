/** The simulated clock: every window, token age and timestamp of the simulator reads this one (§2.2, §3.5, §3.6). */
export interface Clock {
  /** Simulated now, epoch ms. */
  now(): number;
  offsetMs(): number;
  advance(ms: number): void;
  reset(offsetMs?: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Vietnam keeps UTC+7 without summer time; no page of Zalo names a zone, §3.10 assumes this one. */
const VIETNAM_OFFSET = 7 * HOUR;

export function createClock(base: () => number, offsetMs = 0): Clock {
  let offset = offsetMs;
  return {
    now: () => base() + offset,
    offsetMs: () => offset,
    advance(ms) {
      offset += ms;
    },
    reset(to = 0) {
      offset = to;
    },
  };
}

interface VietnamTime {
  year: string;
  month: string;
  day: string;
  hour: number;
}

export function vietnamTime(at: number): VietnamTime {
  const [date = '', time = ''] = new Date(at + VIETNAM_OFFSET).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day, hour: Number(time.slice(0, 2)) };
}

/** Start of the Vietnamese calendar day that holds `at`, epoch ms. */
export function vietnamMidnight(at: number): number {
  return Math.floor((at + VIETNAM_OFFSET) / DAY) * DAY - VIETNAM_OFFSET;
}

/** `user_last_interaction_date` is "DD/MM/YYYY" (§0.3). */
export function vietnamDate(at: number): string {
  const { day, month, year } = vietnamTime(at);
  return `${day}/${month}/${year}`;
}

/** Promotional sends are closed from 22:00 to 05:59 (§3.10). */
export function isNight(at: number): boolean {
  const { hour } = vietnamTime(at);
  return hour >= 22 || hour < 6;
}
