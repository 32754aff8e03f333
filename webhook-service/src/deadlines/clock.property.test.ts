import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clock, clockWarnAt, decodeClock, delayNoticeAt, encodeClock, isLate, recountClock } from './clock.ts';
import { allowanceMs, countedMs } from './clock-count.ts';
import { overdueFrom } from './policy.ts';
import { calendars } from './testing/arbitrary-calendar.ts';
import { ledgerOf } from './testing/clock-story.ts';
import { liveClock } from './testing/live-clock.ts';
import { naiveClock } from './testing/naive-clock.ts';
import { randomStory, seededRandom } from './testing/random-story.ts';
import { tableClock } from './testing/table-clock.ts';

const seeds = fc.noShrink(fc.integer({ min: 0, max: 0xffff_ffff }));
/** Many stories for one calendar: the table is what costs time. */
const STORIES = 100;
const parts = ({ dueAt, counted }: Pick<Clock, 'dueAt' | 'counted'>) => ({ dueAt, counted });

describe('a clock with pauses, extensions, ends, revivals and raised classes', () => {
  it('agrees with one that walks minute by minute', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(calendars, seeds, (calendar, seed) => {
        const dueOf = (ledger: Parameters<typeof naiveClock>[1]) =>
          naiveClock(calendar, ledger).dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
        const story = randomStory(seededRandom(seed), { wholeMinutes: true, longest: 480 });
        expect(parts(liveClock(story, calendar))).toEqual(naiveClock(calendar, ledgerOf(story, dueOf)));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with a table of running sums, to the millisecond', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(calendars, seeds, (calendar, seed) => {
        const [random, table] = [seededRandom(seed), tableClock(calendar)];
        for (let told = 0; told < STORIES; told++) {
          const story = randomStory(random);
          const [clock, sums] = [parts(liveClock(story, calendar)), table.count(ledgerOf(story, table.dueOf))];
          // A deep comparison of every case would take longer than all the counting.
          if (JSON.stringify(clock) !== JSON.stringify(sums)) expect(clock, JSON.stringify(story)).toEqual(sums);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('whatever happens to a clock', () => {
  const clocks = fc
    .tuple(calendars, seeds)
    .map(([calendar, seed]) => ({ calendar, clock: liveClock(randomStory(seededRandom(seed)), calendar) }));

  it('it has a due time exactly when no pause lasts', () => {
    fc.assert(
      fc.property(clocks, ({ clock }) => {
        expect(clock.dueAt === null).toBe(clock.pauses.at(-1)?.to === null);
      }),
    );
  });

  it('it counts what is allowed, or less while paused, never in a pause', () => {
    fc.assert(
      fc.property(clocks, ({ clock }) => {
        if (clock.dueAt) expect(countedMs(clock.counted)).toBe(allowanceMs(clock));
        else expect(countedMs(clock.counted)).toBeLessThanOrEqual(allowanceMs(clock));
        for (const { from, to } of clock.counted) {
          expect(from < to && from >= clock.startedAt).toBe(true);
          for (const pause of clock.pauses) {
            const none = pause.from.getTime() === pause.to?.getTime();
            expect(none || from >= (pause.to ?? to) || to <= pause.from).toBe(true);
          }
        }
      }),
    );
  });

  it('it counts the same again from its own facts', () => {
    fc.assert(
      fc.property(clocks, ({ calendar, clock }) => {
        expect(recountClock(clock, { of: () => calendar })).toEqual(clock);
      }),
    );
  });

  it('it survives the table it is kept in', () => {
    fc.assert(
      fc.property(clocks, ({ clock }) => {
        expect(decodeClock(JSON.parse(JSON.stringify(encodeClock(clock))))).toEqual(clock);
      }),
    );
  });

  it('it warns, then tells the citizen, then is due, then is late', () => {
    fc.assert(
      fc.property(clocks, ({ clock }) => {
        const [warn, delay, due] = [clockWarnAt(clock), delayNoticeAt(clock), clock.dueAt];
        expect([warn === null, delay === null]).toEqual(Array(2).fill(!due || clock.metAt !== null));
        if (!warn || !delay || !due) return;
        expect(warn <= delay && delay < due).toBe(true);
        expect(isLate(clock, due)).toBe(false);
        expect(isLate(clock, new Date(overdueFrom(due).getTime() - 1))).toBe(false);
        expect(isLate(clock, overdueFrom(due))).toBe(true);
      }),
    );
  });
});
