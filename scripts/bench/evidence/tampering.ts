/** What becomes of a photo on its way through phones, chats and screenshots, and what somebody may do to pass it off as new. */
import sharp, { type Sharp } from 'sharp';
import { between, type Random } from './random.ts';

export type Tampering = (photo: Buffer, random: Random) => Promise<Buffer>;

/** By name. Each takes a JPEG and gives one; the ranges are those the gate promises to see through. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'JPEG quality 90': (photo) => sharp(photo).jpeg({ quality: 90 }).toBuffer(),
  'JPEG quality 60': (photo) => sharp(photo).jpeg({ quality: 60 }).toBuffer(),
  'JPEG quality 40': (photo) => sharp(photo).jpeg({ quality: 40 }).toBuffer(),
  'WebP quality 60': async (photo) => jpeg(sharp(await sharp(photo).webp({ quality: 60 }).toBuffer())),
  'resized to 35–70 %': async (photo, random) =>
    jpeg(sharp(photo).resize(Math.round(960 * between(random, 0.35, 0.7)))),
  'thumbnail of 200 px': (photo) => jpeg(sharp(photo).resize(200)),
  'cropped by 5–20 %, anywhere': (photo, random) => crop(photo, random, [0.8, 0.95]),
  'one side cut off by 10–20 %': (photo, random) => cutSide(photo, random),
  'turned by 90, 180 or 270°': (photo, random) => jpeg(sharp(photo).rotate(90 * (1 + Math.floor(random() * 3)))),
  'tilted by 1–5°, corners filled': (photo, random) =>
    jpeg(sharp(photo).rotate(tilt(random), { background: '#ffffff' })),
  'tilted by 1–5° and cropped': (photo, random) => tiltAndCrop(photo, random),
  mirrored: (photo) => jpeg(sharp(photo).flop()),
  'brighter or darker by 10–35 %': (photo, random) =>
    jpeg(
      sharp(photo).modulate({ brightness: random() < 0.5 ? between(random, 0.65, 0.9) : between(random, 1.1, 1.35) }),
    ),
  'contrast 0.7–1.35': (photo, random) => {
    const contrast = between(random, 0.7, 1.35);
    return jpeg(sharp(photo).linear(contrast, 128 * (1 - contrast)));
  },
  'gamma 1.2–2': (photo, random) => jpeg(sharp(photo).gamma(between(random, 1.2, 2))),
  'in grey': (photo) => jpeg(sharp(photo).greyscale()),
  'blurred slightly': (photo, random) => jpeg(sharp(photo).blur(between(random, 1, 3))),
  'frame of 3–8 %': (photo, random) =>
    frame(photo, between(random, 0.03, 0.08), random() < 0.5 ? '#ffffff' : '#101010'),
  'caption strip added below': (photo, random) => captionAdded(photo, random),
  'caption strip over the picture': (photo, random) => captionOver(photo, random),
  'screenshot with bars above and below': (photo) =>
    jpeg(sharp(photo).resize(720).extend({ top: 60, bottom: 60, background: '#000000' })),
  'all at once: cropped, smaller, brighter, JPEG 50': async (photo, random) =>
    sharp(await crop(photo, random, [0.85, 0.95]))
      .resize(640)
      .modulate({ brightness: 1.12 })
      .jpeg({ quality: 50 })
      .toBuffer(),
  'all at once: mirrored, cropped, tilted, JPEG 50': async (photo, random) =>
    sharp(await tiltAndCrop(await sharp(photo).flop().toBuffer(), random))
      .jpeg({ quality: 50 })
      .toBuffer(),
};

const jpeg = (image: Sharp) => image.jpeg({ quality: 80 }).toBuffer();
const tilt = (random: Random) => between(random, 1, 5) * (random() < 0.5 ? -1 : 1);

async function sizeOf(photo: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(photo).metadata();
  return { width, height };
}

async function crop(photo: Buffer, random: Random, [low, high]: [number, number]): Promise<Buffer> {
  const size = await sizeOf(photo);
  const kept = between(random, low, high);
  const [width, height] = [Math.round(size.width * kept), Math.round(size.height * kept)];
  const left = Math.floor(random() * (size.width - width));
  const top = Math.floor(random() * (size.height - height));
  return jpeg(sharp(photo).extract({ left, top, width, height }));
}

async function cutSide(photo: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(photo);
  const cut = between(random, 0.1, 0.2);
  const [across, down] = [Math.round(width * cut), Math.round(height * cut)];
  const left = { left: across, top: 0, width: width - across, height };
  const right = { left: 0, top: 0, width: width - across, height };
  const above = { left: 0, top: down, width, height: height - down };
  const below = { left: 0, top: 0, width, height: height - down };
  const side = [left, right, above, below][Math.floor(random() * 4)] ?? left;
  return jpeg(sharp(photo).extract(side));
}

async function tiltAndCrop(photo: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(photo);
  const turned = await sharp(photo).rotate(tilt(random)).toBuffer();
  const size = await sizeOf(turned);
  const kept = { width: Math.round(width * 0.85), height: Math.round(height * 0.85) };
  const left = Math.round((size.width - kept.width) / 2);
  const top = Math.round((size.height - kept.height) / 2);
  return jpeg(sharp(turned).extract({ left, top, ...kept }));
}

async function frame(photo: Buffer, part: number, background: string): Promise<Buffer> {
  const { width } = await sizeOf(photo);
  const side = Math.round(width * part);
  return jpeg(sharp(photo).extend({ top: side, bottom: side, left: side, right: side, background }));
}

async function captionAdded(photo: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(photo);
  const bottom = Math.round(height * between(random, 0.08, 0.16));
  const extended = await sharp(photo).extend({ bottom, background: '#ffffff' }).toBuffer();
  return jpeg(sharp(extended).composite([{ input: caption(width, bottom), left: 0, top: height }]));
}

async function captionOver(photo: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sizeOf(photo);
  const strip = Math.round(height * between(random, 0.06, 0.14));
  const top = random() < 0.7 ? height - strip : 0;
  const ground = { create: { width, height: strip, channels: 4, background: '#000000d0' } } as const;
  return jpeg(
    sharp(photo).composite([
      { input: ground, left: 0, top },
      { input: caption(width, strip, '#ffffff'), left: 0, top },
    ]),
  );
}

function caption(width: number, height: number, fill = '#202020'): Buffer {
  const size = Math.round(height * 0.45);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <text x="20" y="${Math.round(height * 0.68)}" font-size="${size}" fill="${fill}">12/10/2026 09:15 Duong Lang, Ha Noi</text></svg>`);
}
