/** Where drafts lie on the phone: IndexedDB, the pictures beside the words, all of one change in one transaction. */
import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import type { Kept } from './kept.ts';

/** One change of what lies there. Pictures never stand inside the words: those must be kept when pictures no longer fit. */
export interface Writing {
  kept: (before: Kept | null) => Kept;
  /** By the photo's key. */
  put: ReadonlyMap<string, Blob>;
  drop: readonly string[];
}

export interface Shelf {
  read(): Promise<Kept | null>;
  /** Those of the pictures that are there. */
  pictures(keys: readonly string[]): Promise<Map<string, Blob>>;
  /** @returns what lies there now. @throws DOMException, `QuotaExceededError` when the phone is full */
  write(writing: Writing): Promise<Kept>;
}

const WORDS = 'drafts';
const nameOf = (photoKey: string) => `photo:${photoKey}`;

export function indexedDbShelf(name = 'phan-anh-drafts'): Shelf {
  const store = createStore(name, 'kept');
  return {
    read: async () => (await get<Kept>(WORDS, store)) ?? null,
    pictures: async (keys) => {
      const found = await getMany<Blob>(keys.map(nameOf), store);
      const pictures = new Map<string, Blob>();
      keys.forEach((key, index) => {
        const picture = found[index];
        if (picture) pictures.set(key, picture);
      });
      return pictures;
    },
    // Async: a phone without any storage refuses by throwing at once, and who writes expects a promise.
    write: async ({ kept, put, drop }) =>
      store('readwrite', async (objects) => {
        const { transaction } = objects;
        const done = promisifyRequest(transaction);
        // A refused transaction is heard of here, and not a second time by the page.
        done.catch(() => {});
        let after: Kept | null = null;
        const before = objects.get(WORDS);
        before.onsuccess = () => {
          after = kept((before.result as Kept | undefined) ?? null);
          objects.put(after, WORDS);
          for (const [key, picture] of put) objects.put(picture, nameOf(key));
          for (const key of drop) objects.delete(nameOf(key));
        };
        await done;
        if (!after) throw new Error('the transaction ended before it was written');
        return after;
      }),
  };
}

/** For a phone whose storage is closed (a private window, a full disk): as long as the app is open. */
export function memoryShelf(): Shelf {
  let words: Kept | null = null;
  const pictures = new Map<string, Blob>();
  return {
    read: async () => words,
    pictures: async (keys) => new Map([...pictures].filter(([key]) => keys.includes(key))),
    write: async ({ kept, put, drop }) => {
      words = kept(words);
      for (const [key, picture] of put) pictures.set(key, picture);
      for (const key of drop) pictures.delete(key);
      return words;
    },
  };
}
