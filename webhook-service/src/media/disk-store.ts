import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertMediaKey, type MediaStore } from './store.ts';

/** Keeps media in a folder (MEDIA_DIR), spread over 256 × 256 sub-folders so that none grows large. */
export function createDiskStore(folder: string): MediaStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o750 });
      // In the same folder, so that the rename stays on one file system and is atomic.
      const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        await writeDurably(unfinished, bytes);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },

    async get(key) {
      const file = await open(pathOf(folder, key)).catch(nullIfAbsent);
      return file?.createReadStream() ?? null;
    },

    async stat(key) {
      const found = await stat(pathOf(folder, key)).catch(nullIfAbsent);
      return found && { bytes: found.size, storedAt: found.mtime };
    },

    async remove(key) {
      await rm(pathOf(folder, key), { force: true });
    },
  };
}

function pathOf(folder: string, key: string): string {
  assertMediaKey(key);
  // Of the key's hash, not its letters: keys of one kind begin alike.
  const spread = createHash('sha256').update(key).digest('hex');
  return join(folder, spread.slice(0, 2), spread.slice(2, 4), key);
}

/** The job that fetched the picture ends when this returns, so the bytes must outlive a power cut. */
async function writeDurably(path: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await writeFile(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
