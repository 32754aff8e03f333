import sharp from 'sharp';

/**
 * Difference hash: 64 bits, one per pair of neighbours in a 9 × 8 grey copy, as 16 hex digits. Copies that were scaled or
 * compressed again differ in a few bits, so the evidence gate can tell a repeated photo from a new one.
 */
export async function perceptualHashOf(image: Buffer): Promise<string> {
  const grey = await sharp(image).greyscale().resize(COLUMNS, ROWS, { fit: 'fill' }).raw().toBuffer();
  let bits = '';
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column + 1 < COLUMNS; column++) {
      const at = row * COLUMNS + column;
      bits += (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? '1' : '0';
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

const COLUMNS = 9;
const ROWS = 8;
