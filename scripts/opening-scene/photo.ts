import sharp from 'sharp';
import { drawScene, HEIGHT, type Random, type Subject, WIDTH } from './drawings.ts';

export interface Shot {
  /** Photos with one place show the same street. */
  place: number;
  /** Makes every shot different. */
  shot: number;
}

/** A drawn JPEG that differs from the next as two people's photos of one kind of trouble would. */
export async function makePhoto(subject: Subject, { place, shot }: Shot): Promise<Buffer> {
  const random = randomFrom(place + shot);
  const drawn = sharp(Buffer.from(drawScene(subject, { street: randomFrom(place), detail: random })));
  const brightness = subject === 'darkLamp' ? 1 : 0.85 + random() * 0.2;
  grain ??= makeGrain();
  return await drawn
    .blur(0.6 + random() * 0.8)
    .composite([{ input: await grain, blend: 'soft-light' }])
    .modulate({ brightness, saturation: 0.75 + random() * 0.35 })
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** The noise of a phone's camera, without which the drawing looks like a poster. */
let grain: Promise<Buffer> | undefined;

async function makeGrain(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 26 } as const;
  const create = { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080', noise } as const;
  return await sharp({ create }).png({ compressionLevel: 1 }).toBuffer();
}

/** mulberry32: small, and good enough to place houses. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
