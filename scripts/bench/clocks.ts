/**
 * Do two clocks that share nothing but data types agree? Random stories (pauses, extensions, reopenings, raised classes)
 * over random calendars are told to the clock of the service and to the table of `deadlines/testing/table-clock.ts`;
 * due time and every counted stretch must be the same. `--cases 1000000` (default), `--seed 1`. Exit 1 on any difference.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { calendars as anyCalendar } from '../../webhook-service/src/deadlines/testing/arbitrary-calendar.ts';
import { type ClockStory, ledgerOf } from '../../webhook-service/src/deadlines/testing/clock-story.ts';
import { liveClock } from '../../webhook-service/src/deadlines/testing/live-clock.ts';
import { randomStory, seededRandom } from '../../webhook-service/src/deadlines/testing/random-story.ts';
import { tableClock } from '../../webhook-service/src/deadlines/testing/table-clock.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed)))
  throw new RangeError('--cases and --seed are whole numbers');

const CALENDARS = 300;
const SHOWN = 5;
const kinds = new Map<string, number>();
let [mismatches, paused, countedMinutes] = [0, 0, 0];

const startedAt = performance.now();
const worlds = fc
  .sample(anyCalendar, { numRuns: CALENDARS, seed })
  .map((calendar) => ({ calendar, table: tableClock(calendar) }));
const random = seededRandom(seed);
for (let done = 0; done < cases; done++) {
  const world = worlds[Math.floor(random() * worlds.length)];
  if (!world) throw new Error('no calendars');
  const story = randomStory(random);
  for (const { what } of story.happenings) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  const ours = liveClock(story, world.calendar);
  const theirs = world.table.count(ledgerOf(story, world.table.dueOf));
  const [ourWords, theirWords] = [wordsOf(ours), wordsOf(theirs)];
  if (ourWords !== theirWords) report(story, ourWords, theirWords);
  if (ours.dueAt === null) paused++;
  countedMinutes += ours.counted.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 60_000;
}
const seconds = (performance.now() - startedAt) / 1000;

console.log(
  `${cases.toLocaleString('en')} cases over ${CALENDARS} calendars, seed ${seed}: ${mismatches} differences, ` +
    `${seconds.toFixed(1)} s (${Math.round(cases / seconds).toLocaleString('en')} cases/s)`,
);
console.log(`${[...kinds].map(([what, times]) => `${what} ${times.toLocaleString('en')}`).join(', ')}`);
console.log(
  `${paused.toLocaleString('en')} end paused; ${Math.round(countedMinutes).toLocaleString('en')} minutes counted`,
);
if (mismatches > 0) process.exitCode = 1;

function wordsOf({ dueAt, counted }: { dueAt: Date | null; counted: { from: Date; to: Date }[] }): string {
  return `${dueAt?.getTime() ?? 'paused'}: ${counted.map(({ from, to }) => `${from.getTime()}-${to.getTime()}`).join(' ')}`;
}

function report(story: ClockStory, ours: string, theirs: string): void {
  mismatches++;
  if (mismatches > SHOWN) return;
  console.error(`DIFFERENT: ${JSON.stringify(story)}\n  clock  ${ours}\n  table  ${theirs}`);
}
