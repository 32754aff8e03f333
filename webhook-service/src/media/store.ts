import type { Readable } from 'node:stream';

/**
 * Where pictures and documents lie. Keys are chosen by us, never by a sender: lower-case letters, digits, `-` and `_`,
 * with an optional extension. Another kind of storage has to offer these four functions and nothing else.
 */
export interface MediaStore {
  /**
   * Stores the bytes under the key, replacing what is there. A reader sees the old or the new bytes, never a part; when a stream
   * of them fails, nothing has changed and its error is thrown.
   */
  put(key: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<void>;
  /** The bytes as a stream, null when there is nothing under the key. */
  get(key: string): Promise<Readable | null>;
  stat(key: string): Promise<{ bytes: number; storedAt: Date } | null>;
  /** Removes what is under the key; nothing there is no fault, so an erasure can be repeated. */
  remove(key: string): Promise<void>;
}

/** @throws Error for a key that could name anything but a file of ours. */
export function assertMediaKey(key: string): void {
  if (!MEDIA_KEY.test(key)) throw new Error('not a media key');
}

const MEDIA_KEY = /^[a-z0-9][a-z0-9_-]{0,119}(?:\.[a-z0-9]{1,8})?$/;
