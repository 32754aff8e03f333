/** A photo's fingerprint as text: a version, then a small grey copy of the picture. Pure, so that the evidence gate may read it. */

/** Side of the grey copy in pixels; the picture is squeezed into a square, whatever its shape. */
export const FINGERPRINT_SIDE = 64;

const VERSION = 'g64:';

/** @param grey one byte per pixel, row by row. */
export function writeFingerprint(grey: Uint8Array): string {
  return VERSION + Buffer.from(grey).toString('base64');
}

/** The grey copy, or null for a fingerprint of another version or a broken one: such a photo is compared by its bytes alone. */
export function readFingerprint(fingerprint: string): Uint8Array | null {
  if (!fingerprint.startsWith(VERSION)) return null;
  const grey = new Uint8Array(Buffer.from(fingerprint.slice(VERSION.length), 'base64'));
  return grey.length === FINGERPRINT_SIDE ** 2 ? grey : null;
}
