import { type GreyImage, sampleAt } from './grey-image.ts';
import { areaOf, compose, inverse, type Placement, turns, windows } from './placement.ts';
import type { Prepared } from './prepare.ts';

/** How the second picture may lie on the first, best guess first: at most `MOST_GUESSES`. */
export function guessPlacements(a: Prepared, b: Prepared): Placement[] {
  const guesses: { placement: Placement; agreement: number }[] = [];
  for (const [t, turn] of turns.entries()) {
    for (const [w, window] of windows.entries()) {
      // The whole of the second, turned, looks like this part of the first: x in the window ↦ its place in the turned second.
      guesses.push({
        placement: compose(turn, inverse(window)),
        agreement: dot(a.parts[w], b.turned[t]),
      });
      // Or the whole of the first, turned back, looks like this part of the second.
      if (w === 0) continue;
      guesses.push({
        placement: compose(window, inverse(turn)),
        agreement: dot(a.turned[t], b.parts[w]),
      });
    }
  }
  return guesses
    .filter((guess) => guess.agreement >= LEAST_GLANCE)
    .sort((one, other) => other.agreement - one.agreement)
    .slice(0, MOST_GUESSES)
    .map((guess) => guess.placement);
}

/** The guess made exact, from coarse to fine; null as soon as the pictures turn out not to fit. */
export function alignExactly(a: Prepared, b: Prepared, guess: Placement): Placement | null {
  let placement: Placement | null = guess;
  for (const { level, steps, least } of LEVELS) {
    const [first, second] = [a.levels[level], b.levels[level]];
    for (let step = 0; step < steps && placement !== null; step++) placement = improved(first, second, placement, step < 2 ? 0.5 : 0.5 - MARGIN);
    if (placement === null || fit(first, second, placement) < least) return null;
  }
  return placement;
}

const LEAST_GLANCE = 0.3;
const MOST_GUESSES = 6;
const LEVELS = [
  { level: 2, steps: 8, least: 0.45 },
  { level: 1, steps: 6, least: 0.55 },
  { level: 0, steps: 5, least: 0.6 },
] as const;

/** One step of Gauss and Newton (Lucas–Kanade) towards the smallest difference; null when the picture offers no hold. */
const MARGIN = Number(process.env.MARGIN ?? 0.1);
function improved(a: GreyImage, b: GreyImage, placement: Placement, within = 0.5): Placement | null {
  const [p, q, r, s, t, u] = placement;
  const normal = new Float64Array(36);
  const right = new Float64Array(6);
  const row = new Float64Array(6);
  const reach = 1 / b.side;
  for (let i = 0; i < a.values.length; i++) {
    const x = ((i % a.side) + 0.5) / a.side - 0.5;
    const y = (Math.floor(i / a.side) + 0.5) / a.side - 0.5;
    const [bu, bv] = [p * x + q * y + r, s * x + t * y + u];
    if (Math.max(Math.abs(x), Math.abs(y), Math.abs(bu), Math.abs(bv)) > within) continue;
    const here = sampleAt(b, bu, bv);
    const [east, west] = [sampleAt(b, bu + reach, bv), sampleAt(b, bu - reach, bv)];
    const [south, north] = [sampleAt(b, bu, bv + reach), sampleAt(b, bu, bv - reach)];
    if (here === null || east === null || west === null || south === null || north === null) continue;
    const [du, dv] = [(east - west) / (2 * reach), (south - north) / (2 * reach)];
    row.set([du * x, du * y, du, dv * x, dv * y, dv]);
    const difference = (a.values[i] ?? 0) - here;
    // A part that differs outright (a caption, a frame) must not pull the rest along.
    const weight = 1 / (1 + difference * difference);
    for (let m = 0; m < 6; m++) {
      const scaled = weight * (row[m] ?? 0);
      right[m] = (right[m] ?? 0) + scaled * difference;
      for (let n = 0; n < 6; n++) normal[m * 6 + n] = (normal[m * 6 + n] ?? 0) + scaled * (row[n] ?? 0);
    }
  }
  const change = solve(normal, right);
  if (change === null) return null;
  const next = placement.map((of, i) => of + (change[i] ?? 0)) as unknown as Placement;
  return areaOf(next) > LEAST_AREA && areaOf(next) < 1 / LEAST_AREA ? next : null;
}

/** A copy keeps at least this part of the area. */
const LEAST_AREA = 0.5;

/** Correlation of the first picture with the second laid on it, over what they share. */
function fit(a: GreyImage, b: GreyImage, [p, q, r, s, t, u]: Placement): number {
  let [ab, aa, bb, shared] = [0, 0, 0, 0];
  for (let i = 0; i < a.values.length; i++) {
    const x = ((i % a.side) + 0.5) / a.side - 0.5;
    const y = (Math.floor(i / a.side) + 0.5) / a.side - 0.5;
    const there = sampleAt(b, p * x + q * y + r, s * x + t * y + u);
    if (there === null) continue;
    const here = a.values[i] ?? 0;
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

/** Gauss elimination with pivots, six unknowns; null when they are not determined. */
function solve(normal: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const at = (row: number, column: number) => normal[row * size + column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    if (Math.abs(at(pivot, column)) < 1e-6) return null;
    for (let k = 0; k < size; k++) {
      const kept = at(column, k);
      normal[column * size + k] = at(pivot, k);
      normal[pivot * size + k] = kept;
    }
    const kept = right[column] ?? 0;
    right[column] = right[pivot] ?? 0;
    right[pivot] = kept;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = at(row, column) / at(column, column);
      for (let k = column; k < size; k++) normal[row * size + k] = at(row, k) - factor * at(column, k);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  return right.map((of, i) => of / at(i, i));
}
