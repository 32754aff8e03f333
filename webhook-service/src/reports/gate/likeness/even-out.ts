/**
 * What is left of a square picture when light is taken away: each pixel against its surroundings, in units of how lively they are. A
 * photo made brighter or of more contrast, and one with a shadow across, become alike. NaN stands for what is not there.
 */
export function evenedOut(values: Float32Array, side: number): Float32Array {
  const radius = Math.max(1, Math.round(side * SURROUNDINGS));
  const detail = values.slice();
  const mean = meanWithin(values, side, radius);
  const squares = new Float32Array(values.length);
  let [sum, count] = [0, 0];
  for (let i = 0; i < detail.length; i++) {
    const of = (values[i] ?? 0) - (mean[i] ?? 0);
    detail[i] = of;
    squares[i] = of * of;
    if (Number.isNaN(of)) continue;
    sum += of * of;
    count++;
  }
  const usual = Math.sqrt(sum / count) || 1;
  const liveliness = meanWithin(squares, side, radius);
  for (let i = 0; i < detail.length; i++) {
    detail[i] = (detail[i] ?? 0) / (Math.sqrt(liveliness[i] ?? 0) + CALM * usual);
  }
  return detail;
}

/** How far the surroundings of a pixel reach in every direction, as a part of the side. */
const SURROUNDINGS = 1 / 8;
/** Keeps the grain of an empty sky from being blown up; a part of the usual liveliness. */
const CALM = 0.25;

/** The mean of what is there around each pixel, from sums over rectangles. */
function meanWithin(values: Float32Array, side: number, radius: number): Float32Array {
  const wide = side + 1;
  const sums = new Float64Array(wide * wide);
  const counts = new Int32Array(wide * wide);
  for (let y = 0; y < side; y++) {
    let sum = 0;
    let count = 0;
    for (let x = 0; x < side; x++) {
      const of = values[y * side + x] ?? 0;
      if (!Number.isNaN(of)) {
        sum += of;
        count++;
      }
      const at = (y + 1) * wide + x + 1;
      sums[at] = (sums[at - wide] ?? 0) + sum;
      counts[at] = (counts[at - wide] ?? 0) + count;
    }
  }
  const means = new Float32Array(values.length);
  for (let y = 0; y < side; y++) {
    const top = Math.max(y - radius, 0) * wide;
    const bottom = Math.min(y + radius + 1, side) * wide;
    for (let x = 0; x < side; x++) {
      const left = Math.max(x - radius, 0);
      const right = Math.min(x + radius + 1, side);
      const count = between(counts, top, bottom, left, right);
      const missing = Number.isNaN(values[y * side + x] ?? 0);
      means[y * side + x] = missing ? Number.NaN : between(sums, top, bottom, left, right) / count;
    }
  }
  return means;
}

/** The sum over a rectangle; `top` and `bottom` are where the rows begin. */
function between(table: Float64Array | Int32Array, top: number, bottom: number, left: number, right: number): number {
  return (
    (table[bottom + right] ?? 0) - (table[bottom + left] ?? 0) - (table[top + right] ?? 0) + (table[top + left] ?? 0)
  );
}
