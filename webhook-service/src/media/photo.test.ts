import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readFingerprint, writeFingerprint } from './fingerprint-format.ts';
import { makePhoto } from './photo.ts';

/** A street scene of sorts: dark on the left, a bright corner, so that turning and copying show. */
const scene = (width = 400, height = 200, corner = 'white') =>
  sharp({ create: { width, height, channels: 3, background: '#203040' } }).composite([
    { input: { create: { width: width / 4, height: height / 4, channels: 3, background: corner } }, left: 0, top: 0 },
    {
      input: { create: { width: width / 4, height: height / 2, channels: 3, background: '#807020' } },
      left: width / 2,
      top: height / 2,
    },
  ]);

const GPS = {
  IFD0: { Make: 'Phone' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 42/1', GPSLongitudeRef: 'E' },
};
describe('a photo made anew', () => {
  it('has lost EXIF, GPS and every other trace of the camera', async () => {
    const taken = await scene().withExif(GPS).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { jpeg, thumbnail } = await makePhoto(taken);
    for (const made of [jpeg, thumbnail]) {
      const { exif, xmp, iptc, icc } = await sharp(made).metadata();
      expect({ exif, xmp, iptc, icc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined });
      expect(made.includes('Exif')).toBe(false);
      expect(made.includes('Phone')).toBe(false);
    }
  });

  it('stands upright when the camera only noted that it was turned', async () => {
    const turned = await scene().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { jpeg, width, height } = await makePhoto(turned);
    expect({ width, height }).toEqual({ width: 200, height: 400 });
    // Orientation 6 means "turn clockwise": the bright corner moves from the top left to the top right.
    const { data } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[10 * 200 + 190]).toBeGreaterThan(230);
    expect(data[10 * 200 + 10]).toBeLessThan(80);
  });

  it('is at most 2048 px, its thumbnail 320 px, and a small one is not blown up', async () => {
    const large = await makePhoto(await scene(4000, 1000).jpeg().toBuffer());
    expect([large.width, large.height]).toEqual([2048, 512]);
    expect(await sharp(large.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 80 });
    const small = await makePhoto(await scene(100, 60).jpeg().toBuffer());
    expect([small.width, small.height]).toEqual([100, 60]);
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('is JPEG also when a %s was sent', async (format) => {
    const { jpeg, sha256 } = await makePhoto(await scene().toFormat(format).toBuffer());
    expect((await sharp(jpeg).metadata()).format).toBe('jpeg');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows white where a PNG was transparent', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { data } = await sharp((await makePhoto(clear)).jpeg)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBe(255);
  });

  it('carries no bytes hidden behind the picture', async () => {
    const sent = Buffer.concat([await scene().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect((await makePhoto(sent)).jpeg.includes('<script>')).toBe(false);
  });
});

describe('the fingerprint', () => {
  it('is a small grey copy of the photo: the same for a PNG and a JPEG of it up to a shade', async () => {
    const [png, jpeg] = [
      await scene(1600, 800).png().toBuffer(),
      await scene(800, 400).jpeg({ quality: 40 }).toBuffer(),
    ];
    const [one, other] = [(await makePhoto(png)).fingerprint, (await makePhoto(jpeg)).fingerprint];
    expect(one).toMatch(/^g64:/);
    const [a, b] = [readFingerprint(one), readFingerprint(other)];
    expect(a).toHaveLength(64 * 64);
    // The bright corner, the dark left below it, the olive quarter.
    expect([a?.[5 * 64 + 5], a?.[60 * 64 + 5]]).toEqual([255, expect.closeTo(45, -1)]);
    expect(Math.max(...(a ?? []).map((of, i) => Math.abs(of - (b?.[i] ?? 0))))).toBeLessThan(40);
  });

  it('of another version, or cut short, cannot be read', () => {
    const whole = writeFingerprint(new Uint8Array(64 * 64).fill(7));
    expect(readFingerprint(whole)).toEqual(new Uint8Array(64 * 64).fill(7));
    expect(readFingerprint(whole.slice(0, -8))).toBeNull();
    expect(readFingerprint(whole.replace('g64:', 'g32:'))).toBeNull();
  });
});

describe('what is refused', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>';

  it.each([
    ['text', Buffer.from('không phải ảnh, chỉ là chữ'), 'not_an_image'],
    ['nothing', Buffer.alloc(0), 'not_an_image'],
    ['a PDF', Buffer.from('%PDF-1.7 '.repeat(4)), 'not_an_image'],
    ['SVG, which could name other files', Buffer.from(svg), 'not_an_image'],
    ['HEIC', heic, 'unsupported_image'],
    [
      'a JPEG with nothing in it',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]),
      'broken_image',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(makePhoto(bytes)).rejects.toMatchObject({
      code,
      status: 415,
      detail: expect.stringMatching(/ảnh|Ảnh/),
    });
  });

  it('a photo cut in the middle', async () => {
    const whole = await scene(1200, 900).png().toBuffer();
    await expect(makePhoto(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'broken_image' });
  });

  it('a few bytes that claim to be 900 million pixels', async () => {
    await expect(makePhoto(hugePng(30_000, 30_000))).rejects.toMatchObject({ code: 'image_too_large', status: 413 });
  });
});

/** A small PNG whose header promises `width` × `height`. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
