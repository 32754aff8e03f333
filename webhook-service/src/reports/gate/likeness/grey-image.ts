/** Small square grey pictures as numbers. Positions run from −0.5 to 0.5 in both directions, whatever the side. */
export interface GreyImage {
  side: number;
  values: Float32Array;
}

/** Half the side, each pixel the mean of four. */
export function halve(image: GreyImage): GreyImage {
  const side = image.side / 2;
  const values = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 2 * y * image.side + 2 * x;
      const sum = value(image, at) + value(image, at + 1) + value(image, at + image.side) + value(image, at + image.side + 1);
      values[y * side + x] = sum / 4;
    }
  }
  return { side, values };
}

/** The mean of the square of pixels around each pixel, `radius` in every direction; at the rim of what there is of it. */
export function blurred(image: GreyImage, radius: number): GreyImage {
  const rows = blurredAlong(image.values, image.side, radius, { step: 1, line: image.side });
  return { side: image.side, values: blurredAlong(rows, image.side, radius, { step: image.side, line: 1 }) };
}

/**
 * What is left when light is taken away: each pixel against its surroundings, in units of how lively they are. A photo made brighter or
 * of more contrast, and one with a shadow across, become alike. `calm` keeps the grain of an empty sky from being blown up.
 */
export function evenedOut(image: GreyImage, radius: number, calm: number): GreyImage {
  const mean = blurred(image, radius).values;
  const detail = image.values.map((of, i) => of - (mean[i] ?? 0));
  const liveliness = blurred({ side: image.side, values: detail.map((of) => of * of) }, radius).values;
  const usual = Math.sqrt(liveliness.reduce((sum, of) => sum + of, 0) / liveliness.length) || 1;
  const values = detail.map((of, i) => of / (Math.sqrt(liveliness[i] ?? 0) + calm * usual));
  return { side: image.side, values };
}

/** The value between four pixels, or null outside. */
export function sampleAt(image: GreyImage, u: number, v: number): number | null {
  const x = (u + 0.5) * image.side - 0.5;
  const y = (v + 0.5) * image.side - 0.5;
  const last = image.side - 1;
  if (x < -0.5 || y < -0.5 || x > last + 0.5 || y > last + 0.5) return null;
  const column = Math.min(Math.max(Math.floor(x), 0), last - 1);
  const row = Math.min(Math.max(Math.floor(y), 0), last - 1);
  const fx = Math.min(Math.max(x - column, 0), 1);
  const fy = Math.min(Math.max(y - row, 0), 1);
  const at = row * image.side + column;
  const top = value(image, at) * (1 - fx) + value(image, at + 1) * fx;
  const bottom = value(image, at + image.side) * (1 - fx) + value(image, at + image.side + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

function value(image: GreyImage, at: number): number {
  return image.values[at] ?? 0;
}

function blurredAlong(values: Float32Array, side: number, radius: number, walk: { step: number; line: number }): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < side; line++) {
    const start = line * walk.line;
    let sum = 0;
    let count = 0;
    for (let i = -radius; i < side; i++) {
      const entering = i + radius;
      const leaving = i - radius - 1;
      if (entering < side) {
        sum += values[start + entering * walk.step] ?? 0;
        count++;
      }
      if (leaving >= 0) {
        sum -= values[start + leaving * walk.step] ?? 0;
        count--;
      }
      if (i >= 0) out[start + i * walk.step] = sum / count;
    }
  }
  return out;
}
