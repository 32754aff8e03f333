import { FINGERPRINT_SIDE, readFingerprint } from '../../../media/fingerprint-format.ts';
import { evenedOut } from './even-out.ts';
import { type GreyImage, halve, sampleAt } from './grey-image.ts';
import { type Placement, turns, windows } from './placement.ts';

/** A fingerprint made ready for many comparisons. */
export interface Prepared {
  /** As it was, side 64. */
  raw: GreyImage;
  /** Sides 64, 32 and 16, freed of light. */
  levels: readonly [fine: GreyImage, middle: GreyImage, coarse: GreyImage];
  /** Glances of 12 × 12 at the whole picture in eight positions, and at parts of it; each of length 1. */
  turned: readonly Float32Array[];
  parts: readonly Float32Array[];
}

/** Null for a fingerprint of another version, or a picture without anything on it: such photos are never alike. */
export function prepare(fingerprint: string): Prepared | null {
  const grey = readFingerprint(fingerprint);
  if (grey === null) return null;
  const raw: GreyImage = { side: FINGERPRINT_SIDE, values: Float32Array.from(grey) };
  const fine: GreyImage = { side: raw.side, values: evenedOut(raw.values, raw.side) };
  const middle = halve(fine);
  const coarse = halve(middle);
  return {
    raw,
    levels: [fine, middle, coarse],
    turned: turns.map((turn) => glance(coarse, turn)),
    parts: windows.map((window) => glance(coarse, window)),
  };
}

const GLANCE_SIDE = 12;

function glance(image: GreyImage, placement: Placement): Float32Array {
  const [a, b, c, d, e, f] = placement;
  const values = new Float32Array(GLANCE_SIDE ** 2);
  for (let i = 0; i < values.length; i++) {
    const x = ((i % GLANCE_SIDE) + 0.5) / GLANCE_SIDE - 0.5;
    const y = (Math.floor(i / GLANCE_SIDE) + 0.5) / GLANCE_SIDE - 0.5;
    values[i] = sampleAt(image, a * x + b * y + c, d * x + e * y + f);
  }
  const mean = values.reduce((sum, of) => sum + of, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, of) => sum + (of - mean) ** 2, 0)) || 1;
  return values.map((of) => (of - mean) / length);
}
