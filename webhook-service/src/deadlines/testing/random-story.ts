/** Random stories of clocks, from any source of random numbers in [0, 1): a seeded generator or a property test. */
import { holidays } from '../../../../db/seed/holidays.ts';
import type { ClockStory, Happening } from './clock-story.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const FIRST = Date.UTC(2026, 0, 1);
const ALLOWANCES = [60, 120, 240, 480, 1_440, 2_400, 7_200, 2_880];

/** Starts in 2026–2027, often near a day that matters; times to the ms unless `wholeMinutes`; lengths up to 120 hours. */
export function randomStory(random: () => number, { wholeMinutes = false, longest = 7_200 } = {}): ClockStory {
  const step = wholeMinutes ? MINUTE_MS : 1;
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const snap = (ms: number) => Math.floor(ms / step) * step;
  const minutes = () =>
    random() < 0.5
      ? Math.min(longest, pick(ALLOWANCES, random))
      : Math.max(1, snap(between(1, longest) * random() * MINUTE_MS) / MINUTE_MS);
  const mode = () => (random() < 0.2 ? '24x7' : 'working');
  const start = snap(startNear(random));
  const happenings: Happening[] = [];
  let now = start;
  for (let left = between(0, 6); left > 0; left--) {
    // Mostly on; now and then the clock of another machine is behind.
    now = snap(now + (random() < 0.05 ? -between(0, 3_600_000) : random() ** 3 * 20 * DAY_MS));
    const what = pick(['pause', 'resume', 'pause', 'resume', 'extend', 'end', 'revive', 'raise'] as const, random);
    if (what === 'extend') happenings.push({ what, at: now, minutes: minutes() });
    else if (what === 'raise')
      happenings.push({ what, at: random() < 0.3 ? null : now, minutes: minutes(), mode: mode() });
    else happenings.push({ what, at: now });
  }
  return { start, minutes: minutes(), mode: mode(), happenings };
}

/** A small fast generator (mulberry32): the same seed tells the same stories. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function startNear(random: () => number): number {
  if (random() < 0.5) return FIRST + random() * 729 * DAY_MS;
  return Date.parse(`${pick(holidays, random).date}T00:00:00+07:00`) + (random() * 5 - 3) * DAY_MS;
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
