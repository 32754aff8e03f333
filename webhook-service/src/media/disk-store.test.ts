import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskStore } from './disk-store.ts';
import type { MediaStore } from './store.ts';

let folder: string;
let store: MediaStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
  store = createDiskStore(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

describe('media on disk', () => {
  it('gives back what was put, and nothing for an unknown key', async () => {
    await store.put('photo-1.jpg', Buffer.from('bytes'));
    const stream = await store.get('photo-1.jpg');
    expect(stream && (await buffer(stream)).toString()).toBe('bytes');
    expect(await store.stat('photo-1.jpg')).toMatchObject({ bytes: 5, storedAt: expect.any(Date) });
    expect(await store.get('photo-2.jpg')).toBeNull();
    expect(await store.stat('photo-2.jpg')).toBeNull();
  });

  it('replaces in one step and leaves nothing half-written behind', async () => {
    const versions = Array.from({ length: 20 }, (_, i) => Buffer.alloc(50_000, i));
    await Promise.all(versions.map((bytes) => store.put('photo-1.jpg', bytes)));
    const stream = await store.get('photo-1.jpg');
    const bytes = stream ? await buffer(stream) : Buffer.alloc(0);
    expect(versions.some((version) => version.equals(bytes))).toBe(true);
    expect(await files()).toEqual(['photo-1.jpg']);
  });

  it('cleans up after a failed write', async () => {
    await expect(store.put('photo-1.jpg', 5 as unknown as Buffer)).rejects.toThrow();
    expect(await files()).toEqual([]);
  });

  it('takes a stream, and keeps what was there when it breaks off', async () => {
    await store.put('video-1.mp4', Readable.from([Buffer.from('ab'), Buffer.from('c')]));
    const broken = async function* () {
      yield Buffer.from('x');
      throw new Error('cut');
    };
    await expect(store.put('video-1.mp4', broken())).rejects.toThrow('cut');
    const stream = await store.get('video-1.mp4');
    expect(stream && (await buffer(stream)).toString()).toBe('abc');
    expect(await files()).toEqual(['video-1.mp4']);
  });

  it('removes, and removing again is no fault', async () => {
    await store.put('photo-1.jpg', Buffer.from('x'));
    await store.remove('photo-1.jpg');
    await store.remove('photo-1.jpg');
    expect(await store.stat('photo-1.jpg')).toBeNull();
  });

  it('spreads files over two levels of folders', async () => {
    await store.put('photo-1.jpg', Buffer.from('x'));
    const [first = ''] = await readdir(folder);
    const [second = ''] = await readdir(join(folder, first));
    expect(`${first}/${second}`).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}$/);
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '/etc/passwd',
    'a..jpg',
    'A.jpg',
    'a\0.jpg',
    'ảnh.jpg',
    'a.jpg/..',
    'a'.repeat(200),
  ])('refuses the key %j', async (key) => {
    await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a media key');
    await expect(store.get(key)).rejects.toThrow('not a media key');
    await expect(store.stat(key)).rejects.toThrow('not a media key');
    await expect(store.remove(key)).rejects.toThrow('not a media key');
  });
});
