import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors.ts';
import { imageTypeOf } from './image-type.ts';
import { fingerprintOf } from './photo-fingerprint.ts';

/** A photo as it is kept: made anew from the pixels, so nothing else of the sender's file survives. */
export interface Photo {
  /** JPEG, at most 2048 px on the longer side, upright, without metadata. */
  jpeg: Buffer;
  width: number;
  height: number;
  /** JPEG, at most 320 px. */
  thumbnail: Buffer;
  /** Of `jpeg`, hex. */
  sha256: string;
  /** What the evidence gate compares; of `jpeg`. */
  fingerprint: string;
}

/**
 * Re-encodes a picture: turned upright as its EXIF says, then rid of EXIF and GPS (a citizen's photo tells where they
 * live), scaled down, JPEG.
 * @throws AppError `not_an_image`, `unsupported_image` (HEIC) or `broken_image`, all 415; `image_too_large` 413.
 */
export async function makePhoto(bytes: Buffer): Promise<Photo> {
  const type = imageTypeOf(bytes);
  // Nothing else reaches the decoder: it would also read SVG, which can name other files.
  if (type === null) throw refusal('not_an_image');
  if (type === 'heic') throw refusal('unsupported_image');
  try {
    const { data: jpeg, info } = await upright(bytes);
    const thumbnail = await scaled(sharp(jpeg), THUMBNAIL_PX).jpeg({ quality: 75 }).toBuffer();
    return {
      jpeg,
      width: info.width,
      height: info.height,
      thumbnail,
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      fingerprint: await fingerprintOf(jpeg),
    };
  } catch (cause) {
    const tooLarge = cause instanceof Error && cause.message.includes('exceeds pixel limit');
    throw refusal(tooLarge ? 'image_too_large' : 'broken_image', cause);
  }
}

const LONGEST_SIDE_PX = 2048;
const THUMBNAIL_PX = 320;
/** The largest phone cameras make 50 million; a few kilobytes of PNG can claim a thousand times that. */
const MOST_PIXELS = 52_000_000;

// One photo at a time per job, and nothing kept between photos: the worker's memory is budgeted (DESIGN §12).
sharp.cache(false);
sharp.concurrency(1);

function upright(bytes: Buffer) {
  const input = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
  return scaled(input, LONGEST_SIDE_PX)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
}

function scaled(image: Sharp, side: number): Sharp {
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

const REFUSALS = {
  not_an_image: { status: 415, detail: 'Tệp gửi lên không phải là ảnh. Xin gửi ảnh JPEG hoặc PNG.' },
  unsupported_image: {
    status: 415,
    detail: 'Chưa đọc được ảnh HEIC. Xin chọn định dạng JPEG trong cài đặt máy ảnh rồi gửi lại.',
  },
  broken_image: { status: 415, detail: 'Ảnh bị lỗi, không đọc được. Xin gửi lại ảnh khác.' },
  image_too_large: { status: 413, detail: 'Ảnh quá lớn. Xin gửi ảnh có kích thước nhỏ hơn.' },
} as const;

function refusal(code: keyof typeof REFUSALS, cause?: unknown): AppError {
  return new AppError({ code, ...REFUSALS[code], cause });
}
