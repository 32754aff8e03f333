import { FINGERPRINT_SIDE, readFingerprint } from '../../../media/fingerprint-format.ts';
import { evenedOut } from './even-out.ts';
import { type GreyImage, halve, sampleAt } from './grey-image.ts';
import { type Placement, turns, windows } from './placement.ts';

/** A fingerprint made ready for many comparisons. */
export interface Prepared {
  /** Sides 64, 32 and 16. */
  levels: readonly [fine: GreyImage, middle: GreyImage, coarse: GreyImage];
  /** Glances of 12 × 12 at the whole picture in eight positions, and at parts of it; each of length 1, freed of light within itself. */
  turned: readonly Float32Array[];
  parts: readonly Float32Array[];
}

/** Null for a fingerprint of another version: such photos are never alike. */
export function prepare(fingerprint: string): Prepared | null {
  const grey = readFingerprint(fingerprint);
  if (grey === null) return null;
  const fine: GreyImage = { side: FINGERPRINT_SIDE, values: Float32Array.from(grey) };
  const middle = halve(fine);
  return {
    levels: [fine, middle, halve(middle)],
    turned: turns.map((turn) => glance(middle, turn)),
    parts: windows.map((window) => glance(middle, window)),
  };
}

/** Twice the side of a glance, so that a frame beside the part does not shine into it. */
const LOOK_SIDE = 24;

function glance(image: GreyImage, [a, b, c, d, e, f]: Placement): Float32Array {
  const look = new Float32Array(LOOK_SIDE ** 2);
  for (let i = 0; i < look.length; i++) {
    const x = ((i % LOOK_SIDE) + 0.5) / LOOK_SIDE - 0.5;
    const y = (Math.floor(i / LOOK_SIDE) + 0.5) / LOOK_SIDE - 0.5;
    look[i] = sampleAt(image, a * x + b * y + c, d * x + e * y + f);
  }
  const { values } = halve({ side: LOOK_SIDE, values: evenedOut(look, LOOK_SIDE) });
  const mean = values.reduce((sum, of) => sum + of, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, of) => sum + (of - mean) ** 2, 0)) || 1;
  return values.map((of) => (of - mean) / length);
}
