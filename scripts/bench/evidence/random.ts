/** Numbers from 0 to 1 (exclusive), always the same ones for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (random: Random, low: number, high: number) => low + random() * (high - low);

export const pick = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A square of cloudy noise around 0 whose edges meet, coarse and fine grains together, as plaster or asphalt has. */
export function noiseTile(random: Random, side = 256): Float32Array {
  const tile = new Float32Array(side * side);
  for (let grain = side / 4, weight = 0.5; grain >= 1; grain /= 2, weight *= 0.78) {
    const cells = side / grain;
    const lattice = Float32Array.from({ length: cells * cells }, () => random() - 0.5);
    const at = (x: number, y: number) => lattice[(y % cells) * cells + (x % cells)] ?? 0;
    for (let y = 0; y < side; y++) {
      const [row, fy] = [Math.floor(y / grain), (y % grain) / grain];
      for (let x = 0; x < side; x++) {
        const [column, fx] = [Math.floor(x / grain), (x % grain) / grain];
        const top = at(column, row) * (1 - fx) + at(column + 1, row) * fx;
        const bottom = at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx;
        tile[y * side + x] = (tile[y * side + x] ?? 0) + weight * (top * (1 - fy) + bottom * fy);
      }
    }
  }
  return tile;
}
