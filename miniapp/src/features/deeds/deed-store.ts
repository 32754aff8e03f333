import { clear, createStore, del, set, values } from 'idb-keyval';
import type { KeptDeed } from './deed.ts';

/** Each deed has its own place, so that two open pages cannot overwrite each other's. */
export interface DeedStore {
  all(): Promise<KeptDeed[]>;
  /** @returns false when the phone keeps nothing (full, or closed to us): then it lives as long as the app does */
  put(deed: KeptDeed): Promise<boolean>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

export function phoneStore(): DeedStore {
  const store = createStore('phan-anh-deeds', 'deeds');
  const quietly = async (work: () => Promise<void>) => {
    try {
      await work();
      return true;
    } catch {
      return false;
    }
  };
  return {
    all: () => tried(() => values<KeptDeed>(store), []),
    put: (deed) => quietly(() => set(deed.key, deed, store)),
    remove: async (key) => void (await quietly(() => del(key, store))),
    clear: async () => void (await quietly(() => clear(store))),
  };
}

/** `indexedDB` itself may be missing, which is thrown and not rejected. */
async function tried<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
