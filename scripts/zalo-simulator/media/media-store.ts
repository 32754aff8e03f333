import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface StoredMedia {
  contentType: string;
  bytes: Buffer;
}

/** The bytes behind `/media/<id>.<ext>`: in memory, and beside the state file when there is one so that chats keep their pictures. */
export interface MediaStore {
  /** Returns the media id, which ends in the extension. */
  put(bytes: Buffer, extension: string): string;
  get(mediaId: string): StoredMedia | undefined;
  clear(): void;
}

const CONTENT_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  amr: 'audio/amr',
  mp4: 'video/mp4',
};

const MEDIA_ID = /^[0-9a-f]{24}\.[a-z0-9]{1,5}$/;

export function createMediaStore(folder: string | undefined): MediaStore {
  const inMemory = new Map<string, Buffer>();

  function load(mediaId: string): Buffer | undefined {
    const known = inMemory.get(mediaId);
    if (known || !folder || !MEDIA_ID.test(mediaId)) return known;
    try {
      return readFileSync(path.join(folder, mediaId));
    } catch {
      return undefined;
    }
  }

  return {
    put(bytes, extension) {
      const mediaId = `${randomBytes(12).toString('hex')}.${extension}`;
      if (folder) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, mediaId), bytes);
      } else {
        inMemory.set(mediaId, bytes);
      }
      return mediaId;
    },
    get(mediaId) {
      const bytes = load(mediaId);
      if (!bytes) return undefined;
      const extension = mediaId.split('.').at(-1) ?? '';
      return { bytes, contentType: CONTENT_TYPES[extension] ?? 'application/octet-stream' };
    },
    clear() {
      inMemory.clear();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Media addresses are kept without origin in the state, so that they survive a change of port. */
export function mediaPath(mediaId: string): string {
  return `/media/${mediaId}`;
}

export function thumbnailPath(mediaId: string): string {
  return `/media/thumbnail/${mediaId}`;
}
