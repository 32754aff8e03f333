import { type ImageType, imageTypeOf } from './image-type.ts';

/** What a file is by its first bytes; a sender's name and a server's header prove nothing. */
export interface FileType {
  nature: 'audio' | 'video' | 'image' | 'document';
  mediaType: string;
  /** Chosen by us, from a closed list. */
  extension: string;
}

/** How much of a file {@link fileTypeOf} needs to see; a shorter file is shown whole. */
export const HEAD_BYTES = 4_096;

/**
 * Sound, moving and still pictures and PDF; null for everything else, so that nothing a browser or a desktop would run (HTML,
 * SVG, scripts, programs) is ever kept. `sound`: a container that holds either is taken to hold sound alone.
 */
export function fileTypeOf(head: Buffer, { sound = false } = {}): FileType | null {
  const ascii = (from: number, to: number): string => head.toString('latin1', from, to);
  if (ascii(0, 6) === '#!AMR\n') return audio('audio/amr', 'amr');
  if (ascii(0, 9) === '#!AMR-WB\n') return audio('audio/amr-wb', 'awb');
  if (ascii(0, 4) === 'OggS') return audio('audio/ogg', 'ogg');
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return audio('audio/wav', 'wav');
  if (ascii(0, 5) === '%PDF-') return { nature: 'document', mediaType: 'application/pdf', extension: 'pdf' };
  const image = imageTypeOf(head);
  if (image) return { nature: 'image', ...IMAGES[image] };
  if (ascii(4, 8) === 'ftyp') return isoMedia(ascii(8, 12), sound);
  if (ascii(0, 4) === '\x1a\x45\xdf\xa3' && ascii(4, 64).includes('webm'))
    return sound ? audio('audio/webm', 'webm') : video('video/webm', 'webm');
  return mpegAudio(head);
}

function audio(mediaType: string, extension: string): FileType {
  return { nature: 'audio', mediaType, extension };
}

function video(mediaType: string, extension: string): FileType {
  return { nature: 'video', mediaType, extension };
}

/** ISO base media by its major brand; the brands are those registered at mp4ra.org that phones write. */
function isoMedia(brand: string, sound: boolean): FileType | null {
  if (brand === 'M4A ' || brand === 'M4B ') return audio('audio/mp4', 'm4a');
  if (brand.startsWith('3gp') || brand.startsWith('3g2'))
    return sound ? audio('audio/3gpp', '3gp') : video('video/3gpp', '3gp');
  if (brand === 'qt  ') return video('video/quicktime', 'mov');
  if (!MP4_BRANDS.test(brand)) return null;
  return sound ? audio('audio/mp4', 'm4a') : video('video/mp4', 'mp4');
}

const MP4_BRANDS = /^(?:iso[2-9m]|mp4[12]|avc1|dash|MSNV|M4V |mmp4)$/;

/** MPEG audio and AAC have no magic word: an ID3 tag, or the sync bits of the first frame with a layer that exists. */
function mpegAudio(head: Buffer): FileType | null {
  if (head.toString('latin1', 0, 3) === 'ID3') return audio('audio/mpeg', 'mp3');
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff) return null;
  if ((second & 0xf6) === 0xf0) return audio('audio/aac', 'aac');
  const frame = (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
  // Bit rate and sampling rate that do not exist: 0xfffe is also how a text in UTF-16 may begin.
  const possible = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
  return frame && possible ? audio('audio/mpeg', 'mp3') : null;
}

const IMAGES: Record<ImageType, { mediaType: string; extension: string }> = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
  avif: { mediaType: 'image/avif', extension: 'avif' },
  heic: { mediaType: 'image/heic', extension: 'heic' },
};
