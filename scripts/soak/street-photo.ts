import sharp from 'sharp';
import type { Random } from './random.ts';

/** A drawn street, another one each time: the gate takes no picture twice. `repaired` shows asphalt where a hole was. */
export async function streetPhoto(random: Random, repaired: boolean): Promise<Buffer> {
  const colour = () => `rgb(${random.between(0, 255)},${random.between(0, 255)},${random.between(0, 255)})`;
  const houses = Array.from(
    { length: 24 },
    () =>
      `<rect x="${random.between(0, 640)}" y="${random.between(0, 220)}" width="${random.between(20, 110)}" height="${random.between(30, 150)}" fill="${colour()}"/>`,
  );
  const spot = repaired
    ? `<rect x="${random.between(60, 360)}" y="${random.between(250, 330)}" width="${random.between(140, 300)}" height="90" fill="#2b2b2e"/>`
    : `<ellipse cx="${random.between(200, 440)}" cy="350" rx="${random.between(80, 150)}" ry="50" fill="#1d1a17"/>`;
  const noise = Buffer.from(Array.from({ length: 320 * 240 * 3 }, () => random.between(90, 150)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${houses.join('')}${spot}</svg>`;
  return sharp(noise, { raw: { width: 320, height: 240, channels: 3 } })
    .resize(640, 480)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 80 })
    .toBuffer();
}
