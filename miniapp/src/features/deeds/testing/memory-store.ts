import type { KeptDeed } from '../deed.ts';
import type { DeedStore } from '../deed-store.ts';

/** The phone's storage as a map: it outlives the queues that write to it, as the real one outlives the app. */
export function memoryStore(): DeedStore & { size(): number } {
  const places = new Map<string, KeptDeed>();
  return {
    size: () => places.size,
    all: async () => [...places.values()],
    put: async (deed) => {
      places.set(deed.key, deed);
      return true;
    },
    remove: async (key) => void places.delete(key),
    clear: async () => places.clear(),
  };
}

/** A phone that is full, or a browser that lets us keep nothing. */
export function closedStore(): DeedStore {
  return { all: async () => [], put: async () => false, remove: async () => {}, clear: async () => {} };
}
