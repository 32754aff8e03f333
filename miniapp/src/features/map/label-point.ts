import type { LatLng } from './view-box.ts';

/** `[longitude, latitude]`. */
type Position = readonly number[];

/** Where a ward's name stands: the middle of its largest part. Null for an outline of nothing. */
export function labelPoint(polygons: readonly (readonly (readonly Position[])[])[]): LatLng | null {
  const middles = polygons.flatMap(([outer]) => (outer ? [middleOf(outer)] : []));
  const [largest] = middles.sort((one, other) => other.area - one.area);
  return largest && largest.area > 0 ? largest.at : null;
}

/** Centroid and area of a ring (shoelace formula); degrees are straight enough on the scale of a ward. */
function middleOf(ring: readonly Position[]): { at: LatLng; area: number } {
  let twice = 0;
  let x = 0;
  let y = 0;
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    const [bx = 0, by = 0] = ring[index + 1] ?? [];
    // Relative to the first corner: degrees with six decimals lose too much when multiplied.
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  if (twice === 0) return { at: { latitude: y0, longitude: x0 }, area: 0 };
  return { at: { longitude: x0 + x / (3 * twice), latitude: y0 + y / (3 * twice) }, area: Math.abs(twice) / 2 };
}
