import { sampleAt } from './grey-image.ts';
import type { Placement } from './placement.ts';
import type { Prepared } from './prepare.ts';

/** Two pictures of one size, the second laid on the first; what is not shared is NaN in both. */
interface Overlay {
  side: number;
  first: Float32Array;
  second: Float32Array;
}

/** Lays the second picture on the first. */
export function overlay(a: Prepared, b: Prepared, [p, q, r, s, t, u]: Placement): Overlay {
  const side = a.raw.side;
  const first = new Float32Array(side * side).fill(Number.NaN);
  const second = first.slice();
  const rim = 0.5 - RIM / side;
  for (let i = 0; i < first.length; i++) {
    const x = ((i % side) + 0.5) / side - 0.5;
    const y = (Math.floor(i / side) + 0.5) / side - 0.5;
    const [bu, bv] = [p * x + q * y + r, s * x + t * y + u];
    if (Math.max(Math.abs(x), Math.abs(y), Math.abs(bu), Math.abs(bv)) > rim) continue;
    first[i] = a.raw.values[i] ?? 0;
    second[i] = sampleAt(b.raw, bu, bv) ?? 0;
  }
  return { side, first, second };
}

/** Per block of 8 × 8 how much differs: 0 the same, about 1 nothing in common; NaN where too little is shared. */
export function blockDifferences(both: Overlay): { perSide: number; of: number[] } {
  const first = evenedOutWithin(both.first, both.side);
  const second = evenedOutWithin(both.second, both.side);
  const perSide = (both.side - BLOCK) / STEP + 1;
  const of: number[] = [];
  for (let row = 0; row < perSide; row++) {
    for (let column = 0; column < perSide; column++) {
      of.push(difference(first, second, { side: both.side, top: row * STEP, left: column * STEP }));
    }
  }
  return { perSide, of };
}

/** The same overlay without a strip along one side. */
export function without(both: Overlay, edge: 'top' | 'bottom' | 'left' | 'right', depth: number): Overlay {
  const last = both.side - 1;
  const cut = (i: number) => {
    const [x, y] = [i % both.side, Math.floor(i / both.side)];
    return { top: y, bottom: last - y, left: x, right: last - x }[edge] < depth;
  };
  const keep = (of: number, i: number) => (cut(i) ? Number.NaN : of);
  return { side: both.side, first: both.first.map(keep), second: both.second.map(keep) };
}

const RIM = Number(process.env.RIM ?? 1.6);
const BLOCK = 8;
const STEP = 4;
const RADIUS = 8;
const CALM = 0.25;

function evenedOutWithin(values: Float32Array, side: number): Float32Array {
  const mean = meanWithin(values, side);
  const detail = values.map((of, i) => of - (mean[i] ?? 0));
  const liveliness = meanWithin(detail.map((of) => of * of), side);
  let [sum, count] = [0, 0];
  for (const of of detail) if (!Number.isNaN(of)) [sum, count] = [sum + of * of, count + 1];
  const usual = Math.sqrt(sum / count) || 1;
  return detail.map((of, i) => of / (Math.sqrt(liveliness[i] ?? 0) + CALM * usual));
}

/** The mean of what is there around each pixel, from sums over rectangles. */
function meanWithin(values: Float32Array, side: number): Float32Array {
  const wide = side + 1;
  const sums = new Float64Array(wide * wide);
  const counts = new Float64Array(wide * wide);
  for (let y = 0; y < side; y++) {
    let [sum, count] = [0, 0];
    for (let x = 0; x < side; x++) {
      const of = values[y * side + x] ?? Number.NaN;
      if (!Number.isNaN(of)) [sum, count] = [sum + of, count + 1];
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + sum;
      counts[(y + 1) * wide + x + 1] = (counts[y * wide + x + 1] ?? 0) + count;
    }
  }
  return values.map((of, i) => {
    if (Number.isNaN(of)) return of;
    const [x, y] = [i % side, Math.floor(i / side)];
    const [left, right] = [Math.max(x - RADIUS, 0), Math.min(x + RADIUS + 1, side)];
    const [top, bottom] = [Math.max(y - RADIUS, 0) * wide, Math.min(y + RADIUS + 1, side) * wide];
    const within = (table: Float64Array) =>
      (table[bottom + right] ?? 0) - (table[bottom + left] ?? 0) - (table[top + right] ?? 0) + (table[top + left] ?? 0);
    return within(sums) / within(counts);
  });
}

function difference(first: Float32Array, second: Float32Array, block: { side: number; top: number; left: number }): number {
  let [apart, lively, shared] = [0, 0, 0];
  for (let y = block.top; y < block.top + BLOCK; y++) {
    for (let x = block.left; x < block.left + BLOCK; x++) {
      const [here, there] = [first[y * block.side + x] ?? Number.NaN, second[y * block.side + x] ?? Number.NaN];
      if (Number.isNaN(here)) continue;
      apart += (here - there) ** 2;
      lively += here * here + there * there;
      shared++;
    }
  }
  return shared < BLOCK * BLOCK * 0.75 ? Number.NaN : apart / (lively + shared * 0.25);
}
