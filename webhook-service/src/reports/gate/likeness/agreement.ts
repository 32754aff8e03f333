import { evenedOut } from './even-out.ts';
import { sampleAt } from './grey-image.ts';
import type { Placement } from './placement.ts';
import type { Prepared } from './prepare.ts';

/** Two pictures of one size, the second laid on the first; what is not shared is NaN in both. */
export interface Overlay {
  side: number;
  first: Float32Array;
  second: Float32Array;
}

export type Edge = 'top' | 'bottom' | 'left' | 'right';

/**
 * Lays the second picture on the first. The outermost pixels of both are left out: there a frame or a cut bleeds in.
 * So is glare, where one of them was made so bright that nothing is left to compare.
 */
export function overlay({ levels: [a] }: Prepared, { levels: [b] }: Prepared, [p, q, r, s, t, u]: Placement): Overlay {
  const side = a.side;
  const first = new Float32Array(side * side).fill(Number.NaN);
  const second = first.slice();
  const rim = 0.5 - RIM / side;
  for (let i = 0; i < first.length; i++) {
    const x = ((i % side) + 0.5) / side - 0.5;
    const y = (Math.floor(i / side) + 0.5) / side - 0.5;
    const [bu, bv] = [p * x + q * y + r, s * x + t * y + u];
    if (Math.max(Math.abs(x), Math.abs(y), Math.abs(bu), Math.abs(bv)) > rim) continue;
    const [here, there] = [a.values[i] ?? 0, sampleAt(b, bu, bv)];
    if (here >= GLARE || there >= GLARE) continue;
    first[i] = here;
    second[i] = there;
  }
  return { side, first, second };
}

/** How much a block differs (0 the same, about 1 nothing in common) and how many pixels it is from each side. */
export type BlockDifference = Record<Edge, number> & { of: number };

/** The blocks of 8 × 8, overlapping by half, of which enough is shared; the light of both is evened out over what they share. */
export function blockDifferences(both: Overlay): BlockDifference[] {
  const first = evenedOut(both.first, both.side);
  const second = evenedOut(both.second, both.side);
  const blocks: BlockDifference[] = [];
  for (let top = 0; top + BLOCK <= both.side; top += STEP) {
    for (let left = 0; left + BLOCK <= both.side; left += STEP) {
      const of = difference(first, second, { side: both.side, top, left });
      if (of !== null) blocks.push({ of, top, left, bottom: both.side - top - BLOCK, right: both.side - left - BLOCK });
    }
  }
  return blocks;
}

/** The same overlay without a strip along one side, `depth` pixels wide. */
export function without(both: Overlay, edge: Edge, depth: number): Overlay {
  const last = both.side - 1;
  const cut = (i: number) => {
    const [x, y] = [i % both.side, Math.floor(i / both.side)];
    return { top: y, bottom: last - y, left: x, right: last - x }[edge] < depth;
  };
  const keep = (of: number, i: number) => (cut(i) ? Number.NaN : of);
  return { side: both.side, first: both.first.map(keep), second: both.second.map(keep) };
}

const RIM = 1.6;
const GLARE = 252;
const BLOCK = 8;
const STEP = 4;

function difference(
  first: Float32Array,
  second: Float32Array,
  block: { side: number; top: number; left: number },
): number | null {
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
  return shared < BLOCK * BLOCK * 0.75 ? null : apart / (lively + shared * 0.25);
}
