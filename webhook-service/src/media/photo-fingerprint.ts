import sharp from 'sharp';
import { FINGERPRINT_SIDE, writeFingerprint } from './fingerprint-format.ts';

/**
 * What the evidence gate compares to tell a repeated photo from a new one: a grey copy of 64 × 64 pixels. A short hash would be
 * smaller, but cannot tell a copy that was cropped or tilted from a new photo of the same street after the repair.
 */
export async function fingerprintOf(image: Buffer): Promise<string> {
  const grey = await sharp(image)
    .greyscale()
    .resize(FINGERPRINT_SIDE, FINGERPRINT_SIDE, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return writeFingerprint(grey);
}
