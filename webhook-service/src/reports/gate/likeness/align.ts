import { evenedOut } from './even-out.ts';
import { type GreyImage, sampleAt } from './grey-image.ts';
import { areaOf, compose, inverse, type Placement, turns, windows } from './placement.ts';
import type { Prepared } from './prepare.ts';
import { solve } from './solve.ts';

/** How the second picture may lie on the first, by a glance at both; best guess first, few. */
export function guessPlacements(a: Prepared, b: Prepared): Placement[] {
  const guesses: { placement: Placement; agreement: number }[] = [];
  const consider = (agreement: number, placement: () => Placement) => {
    if (agreement >= LEAST_GLANCE) guesses.push({ agreement, placement: placement() });
  };
  for (const [t, turn] of turns.entries()) {
    for (const [w, window] of windows.entries()) {
      // The whole of the second, turned, looks like this part of the first.
      consider(dot(a.parts[w], b.turned[t]), () => compose(turn, inverse(window)));
      // Or the whole of the first, turned, looks like this part of the second.
      if (w > 0) consider(dot(a.turned[t], b.parts[w]), () => compose(window, inverse(turn)));
    }
  }
  guesses.sort((one, other) => other.agreement - one.agreement);
  return guesses.slice(0, MOST_GUESSES).map((guess) => guess.placement);
}

/** The guess made exact, from coarse to fine (Lucas–Kanade); null as soon as the pictures turn out not to fit. */
export function alignExactly(a: Prepared, b: Prepared, guess: Placement): Placement | null {
  let placement: Placement | null = guess;
  for (const { level, rounds, least } of LEVELS) {
    for (let round = 0; round < rounds; round++) {
      const first = sharedPart(a.levels[level], placement);
      const second = sharedPart(b.levels[level], inverse(placement));
      for (let step = 0; step < STEPS && placement !== null; step++) placement = improved(first, second, placement);
      if (placement === null) return null;
      if (round === rounds - 1 && agreementOf(first, second, placement) < least) return null;
    }
  }
  return placement;
}

/** What of a picture the other one shows too, freed of light; what is beside it, a frame or a caption, has no say in that. */
function sharedPart(image: GreyImage, [p, q, r, s, t, u]: Placement): GreyImage {
  const { side } = image;
  const rim = 0.5 - RIM / side;
  const values = image.values.map((of, i) => {
    const x = ((i % side) + 0.5) / side - 0.5;
    const y = (Math.floor(i / side) + 0.5) / side - 0.5;
    return Math.max(Math.abs(p * x + q * y + r), Math.abs(s * x + t * y + u)) > rim ? Number.NaN : of;
  });
  return { side, values: evenedOut(values, side) };
}

/** Measured by `bench:evidence`: copies agree at least 0.53 at first sight, strangers mostly less than 0.5, and the right guess is among the first two. */
const LEAST_GLANCE = 0.48;
const MOST_GUESSES = 2;
/** The shared part is found anew each round, better each time. */
const LEVELS = [
  { level: 2, rounds: 2, least: 0.35 },
  { level: 1, rounds: 2, least: 0.5 },
  { level: 0, rounds: 2, least: 0.6 },
] as const;
const STEPS = 4;
/** Pixels at the edge of the shared part that are left out: the guess may be off by that much. */
const RIM = 0.8;
/** A copy keeps at least this part of the area. */
const LEAST_AREA = 0.5;

/** One step of Gauss and Newton towards the smallest difference; null when the picture offers no hold or the step leads astray. */
function improved(a: GreyImage, b: GreyImage, placement: Placement): Placement | null {
  const [p, q, r, s, t, u] = placement;
  const normal = new Float64Array(36);
  const right = new Float64Array(6);
  const row = new Float64Array(6);
  const reach = 1 / b.side;
  for (let i = 0; i < a.values.length; i++) {
    const x = ((i % a.side) + 0.5) / a.side - 0.5;
    const y = (Math.floor(i / a.side) + 0.5) / a.side - 0.5;
    const [bu, bv] = [p * x + q * y + r, s * x + t * y + u];
    if (Math.abs(bu) > 0.5 - reach || Math.abs(bv) > 0.5 - reach) continue;
    const du = (sampleAt(b, bu + reach, bv) - sampleAt(b, bu - reach, bv)) / (2 * reach);
    const dv = (sampleAt(b, bu, bv + reach) - sampleAt(b, bu, bv - reach)) / (2 * reach);
    const difference = (a.values[i] ?? 0) - sampleAt(b, bu, bv);
    if (Number.isNaN(difference + du + dv)) continue;
    // A part that differs outright (a caption, a frame, the repair) must not pull the rest along.
    const weight = 1 / (1 + difference * difference);
    row[0] = du * x;
    row[1] = du * y;
    row[2] = du;
    row[3] = dv * x;
    row[4] = dv * y;
    row[5] = dv;
    for (let m = 0; m < 6; m++) {
      const scaled = weight * (row[m] ?? 0);
      right[m] = (right[m] ?? 0) + scaled * difference;
      for (let n = 0; n < 6; n++) normal[m * 6 + n] = (normal[m * 6 + n] ?? 0) + scaled * (row[n] ?? 0);
    }
  }
  const change = solve(normal, right);
  if (change === null) return null;
  const at = (of: number, i: number) => of + (change[i] ?? 0);
  const next: Placement = [at(p, 0), at(q, 1), at(r, 2), at(s, 3), at(t, 4), at(u, 5)];
  return areaOf(next) > LEAST_AREA && areaOf(next) < 1 / LEAST_AREA ? next : null;
}

/** Correlation of the first picture with the second laid on it, over what they share. */
function agreementOf(a: GreyImage, b: GreyImage, [p, q, r, s, t, u]: Placement): number {
  let [ab, aa, bb, shared] = [0, 0, 0, 0];
  for (let i = 0; i < a.values.length; i++) {
    const x = ((i % a.side) + 0.5) / a.side - 0.5;
    const y = (Math.floor(i / a.side) + 0.5) / a.side - 0.5;
    const [bu, bv] = [p * x + q * y + r, s * x + t * y + u];
    if (Math.abs(bu) > 0.5 || Math.abs(bv) > 0.5) continue;
    const there = sampleAt(b, bu, bv);
    const here = a.values[i] ?? 0;
    if (Number.isNaN(here + there)) continue;
    ab += here * there;
    aa += here * here;
    bb += there * there;
    shared++;
  }
  return shared < a.values.length * LEAST_AREA || aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
