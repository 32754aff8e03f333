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
      const sum =
        value(image, at) + value(image, at + 1) + value(image, at + image.side) + value(image, at + image.side + 1);
      values[y * side + x] = sum / 4;
    }
  }
  return { side, values };
}

/** The value between four pixels; beyond the rim, that of the rim. */
export function sampleAt(image: GreyImage, u: number, v: number): number {
  const { side, values } = image;
  const last = side - 1;
  const x = Math.min(Math.max((u + 0.5) * side - 0.5, 0), last);
  const y = Math.min(Math.max((v + 0.5) * side - 0.5, 0), last);
  const column = Math.min(Math.floor(x), last - 1);
  const row = Math.min(Math.floor(y), last - 1);
  const fx = x - column;
  const fy = y - row;
  const at = row * side + column;
  const top = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx;
  const bottom = (values[at + side] ?? 0) * (1 - fx) + (values[at + side + 1] ?? 0) * fx;
  return top * (1 - fy) + bottom * fy;
}

function value(image: GreyImage, at: number): number {
  return image.values[at] ?? 0;
}
