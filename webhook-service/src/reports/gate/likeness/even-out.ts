/**
 * What is left of a square picture when light is taken away: each pixel against its surroundings, in units of how lively they are. A
 * photo made brighter or of more contrast, and one with a shadow across, become alike. NaN stands for what is not there.
 */
export function evenedOut(values: Float32Array, side: number): Float32Array {
  const mean = meanWithin(values, side);
  const detail = values.map((of, i) => of - (mean[i] ?? 0));
  const liveliness = meanWithin(
    detail.map((of) => of * of),
    side,
  );
  let [sum, count] = [0, 0];
  for (const of of detail) if (!Number.isNaN(of)) [sum, count] = [sum + of * of, count + 1];
  const usual = Math.sqrt(sum / count) || 1;
  return detail.map((of, i) => of / (Math.sqrt(liveliness[i] ?? 0) + CALM * usual));
}

/** Pixels of 64 in every direction that count as surroundings. */
const RADIUS = 8;
/** Keeps the grain of an empty sky from being blown up; a part of the usual liveliness. */
const CALM = 0.25;

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
