/**
 * A photo is made small on the phone, upright and without what the camera wrote into it (place, owner): it goes through a bad
 * network, and shows what the service's own copy will show.
 */

/** Long side in pixels: a pothole and a house number are readable. */
const LONG_SIDE = 1_600;
const QUALITY = 0.82;
/** What the service takes of a picture this phone cannot read. */
export const MOST_BYTES = 15 * 1024 * 1024;
/** Beyond this even reading it may end the app on an old phone. */
const MOST_RAW_BYTES = 60 * 1024 * 1024;
const DECODE_WITHIN_MS = 20_000;

export type Shrunk = { picture: Blob } | { refused: 'type' | 'size' };

/** Reads a picture the way the phone shows it; null when it cannot. */
export type Draw = (file: Blob, longSide: number) => Promise<Blob | null>;

/** A film or a document: seen without reading it. */
export function isNoPicture({ type }: Blob): boolean {
  return type !== '' && !type.startsWith('image/');
}

export async function shrink(file: Blob, draw: Draw = drawSmall): Promise<Shrunk> {
  if (isNoPicture(file)) return { refused: 'type' };
  if (file.size > MOST_RAW_BYTES) return { refused: 'size' };
  const small = await draw(file, LONG_SIDE).catch(() => null);
  if (small) return { picture: small };
  // HEIC on a phone that cannot show it, for example: the service decides.
  return file.size <= MOST_BYTES ? { picture: file } : { refused: 'size' };
}

/** An `<img>` turns the picture as the camera was held, and is read at the size it is drawn in: a big photo takes no big memory. */
async function drawSmall(file: Blob, longSide: number): Promise<Blob | null> {
  const address = URL.createObjectURL(file);
  const canvas = document.createElement('canvas');
  try {
    const image = await load(address);
    const scale = Math.min(1, longSide / Math.max(image.naturalWidth, image.naturalHeight));
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const paper = canvas.getContext('2d', { alpha: false });
    if (!paper) return null;
    // What is see-through in a screenshot would be black in a JPEG.
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } finally {
    URL.revokeObjectURL(address);
    // Safari keeps the memory of a canvas long after it is gone.
    canvas.width = 0;
    canvas.height = 0;
  }
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const timer = setTimeout(() => reject(new Error('the picture took too long')), DECODE_WITHIN_MS);
    const end = (how: () => void) => () => {
      clearTimeout(timer);
      how();
    };
    image.onload = end(() => (image.naturalWidth > 0 ? resolve(image) : reject(new Error('an empty picture'))));
    image.onerror = end(() => reject(new Error('not a picture this phone reads')));
    image.src = address;
  });
}
