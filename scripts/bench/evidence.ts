/**
 * `npm run bench:evidence`: does the evidence gate recognise a photo it has seen, and let a new one pass? Prints false rejects of copies
 * (taken for new) and false accepts (new photos taken for copies) per kind of change, the time per fingerprint and per comparison, and how
 * the rules on the text of an answer judge the labelled samples.
 *
 *   --places 40     invented places to photograph
 *   --from 0        number of the first; the thresholds were chosen on 0 to 39, so others are the fairer test
 *
 * The photos are drawn, not taken: read the rates as a comparison between kinds of change, not as a promise about the street.
 */
import { parseArgs } from 'node:util';
import { fingerprintOf } from '../../webhook-service/src/media/photo-fingerprint.ts';
import { prepare } from '../../webhook-service/src/reports/gate/likeness/prepare.ts';
import { photosAlike, preparedAlike } from '../../webhook-service/src/reports/gate/photo-likeness.ts';
import { straight, takePhoto } from './evidence/camera.ts';
import { copiesOf, type Pair, photoOfPlace, photosOfOnePlace } from './evidence/pairs.ts';
import { drawPlace } from './evidence/places.ts';
import { printAnswers } from './evidence/sample-rates.ts';

const { values } = parseArgs({
  options: { places: { type: 'string', default: '40' }, from: { type: 'string', default: '0' } },
});
const first = Number(values.from);
const end = first + Number(values.places);

const pairs: Pair[] = [];
const strangers: string[] = [];
for (let seed = first; seed < end; seed++) {
  pairs.push(...(await copiesOf(seed)), ...(await photosOfOnePlace(seed)));
  strangers.push(await photoOfPlace(seed));
}

printAnswers();
printPairs('One photo, changed: taken for a new one (false accept as evidence)', 'copy', (alike) => !alike);
printPairs('Two photos, repaired in between: taken for one (false reject of evidence)', 'other', (alike) => alike);
printPairs('Two photos, nothing repaired: taken for one (either way is defensible)', 'again', (alike) => alike);
printStrangers();
await printSpeed();

function printPairs(title: string, kind: Pair['kind'], wrong: (alike: boolean) => boolean): void {
  console.log(`\n${title}`);
  const chosen = pairs.filter((pair) => pair.kind === kind);
  for (const name of new Set(chosen.map((pair) => pair.name))) {
    const same = chosen.filter((pair) => pair.name === name);
    printRate(name, same.filter(({ one, two }) => wrong(photosAlike(one, two))).length, same.length);
  }
  printRate('together', chosen.filter(({ one, two }) => wrong(photosAlike(one, two))).length, chosen.length);
}

function printStrangers(): void {
  const prepared = strangers.map(prepare).filter((of) => of !== null);
  let [alike, count] = [0, 0];
  const started = performance.now();
  for (const [i, one] of prepared.entries()) {
    for (const other of prepared.slice(i + 1)) {
      alike += preparedAlike(one, other) ? 1 : 0;
      count++;
    }
  }
  const each = (performance.now() - started) / count;
  console.log('\nPhotos of two places: taken for one (false reject of evidence)');
  printRate(`${prepared.length} places, each with each (${each.toFixed(2)} ms a pair)`, alike, count);
}

async function printSpeed(): Promise<void> {
  const photo = await takePhoto(await drawPlace(1), straight);
  const fingerprint = await fingerprintOf(photo);
  console.log(
    `\nfingerprint of 960 × 720 px: ${(await timed(50, () => fingerprintOf(photo))).toFixed(1)} ms, ${fingerprint.length} characters`,
  );
  console.log(`making it ready: ${(await timed(200, () => prepare(fingerprint))).toFixed(2)} ms`);
  const ready = prepare(fingerprint);
  if (ready)
    console.log(`comparison with a copy: ${(await timed(100, () => preparedAlike(ready, ready))).toFixed(1)} ms`);
}

async function timed(rounds: number, work: () => unknown): Promise<number> {
  const started = performance.now();
  for (let round = 0; round < rounds; round++) await work();
  return (performance.now() - started) / rounds;
}

function printRate(name: string, wrong: number, of: number): void {
  console.log(
    `  ${name.padEnd(58)} ${String(wrong).padStart(4)} of ${String(of).padEnd(5)} ${((100 * wrong) / of).toFixed(1)} %`,
  );
}
