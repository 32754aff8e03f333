/** Where a point of one picture lies in the other: u = a·x + b·y + c, v = d·x + e·y + f, from −0.5 to 0.5. */
export type Placement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function compose(outer: Placement, inner: Placement): Placement {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f];
}

export function inverse([a, b, c, d, e, f]: Placement): Placement {
  const det = a * e - b * d;
  return [e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det];
}

/** How many times larger an area becomes; 0 or less than 0 never for two prints of one photo once turns and mirrors are out. */
export function areaOf([a, b, , d, e]: Placement): number {
  return Math.abs(a * e - b * d);
}

/** As it is, turned three times, and all four in the mirror. */
export const turns: readonly Placement[] = [
  [1, 0, 0, 0, 1, 0],
  [0, -1, 0, 1, 0, 0],
  [-1, 0, 0, 0, -1, 0],
  [0, 1, 0, -1, 0, 0],
  [-1, 0, 0, 0, 1, 0],
  [0, 1, 0, 1, 0, 0],
  [1, 0, 0, 0, -1, 0],
  [0, -1, 0, -1, 0, 0],
];

/**
 * The parts of a picture that may be all that is left of it: cut by a tenth or a fifth anywhere, one side cut, tilted. Coarse, because
 * every guess is made exact afterwards.
 */
export const windows: readonly Placement[] = [
  [1, 0, 0, 0, 1, 0],
  ...crops(0.9, 0.9, [-1, 1], [-1, 1]),
  ...crops(0.93, 0.93, [0], [0]),
  ...crops(0.87, 0.87, [0], [0]),
  ...crops(0.8, 0.8, [-1, 0, 1], [-1, 0, 1]),
  ...crops(0.86, 1, [-1, 0, 1], [0]),
  ...crops(1, 0.86, [0], [-1, 0, 1]),
  ...tilts([-4, 4], [1, 0.92, 0.85]),
  ...tilts([-2, 2], [0.96]),
];

function crops(width: number, height: number, across: number[], down: number[]): Placement[] {
  return across.flatMap((x) =>
    down.map((y): Placement => [width, 0, (x * (1 - width)) / 2, 0, height, (y * (1 - height)) / 2]),
  );
}

function tilts(degrees: number[], sizes: number[]): Placement[] {
  return degrees.flatMap((angle) =>
    sizes.map((size): Placement => {
      const [cos, sin] = [size * Math.cos((angle * Math.PI) / 180), size * Math.sin((angle * Math.PI) / 180)];
      return [cos, -sin, 0, sin, cos, 0];
    }),
  );
}
