/**
 * The drafts, once in the app, for pages and sender alike. What is shown changes at once; `keeping` says when it lies in the
 * phone's storage. Another frame of the app is heard and never written over.
 */
import { combine } from './combine.ts';
import { beginKept, type Kept, type KeptDraft } from './kept.ts';
import type { Shelf } from './shelf.ts';

export type Keeping =
  /** All of it lies on the phone. */
  | 'kept'
  | 'writing'
  /** There is no more room: words are kept as far as they fit, the newest pictures only while the app is open. */
  | 'full'
  /** The phone lets nothing be kept: everything lasts as long as the app is open. */
  | 'closed';

export interface DraftStore {
  kept(): Kept;
  keeping(): Keeping;
  /** How many photos were chosen and lost before the phone had stored them. */
  lostPhotos(): number;
  subscribe(listener: () => void): () => void;
  /** Reads what lies on the phone; at the start, and when another frame has written. */
  read(): Promise<void>;
  /** Changes it here, and then on the phone. */
  change(how: (kept: Kept) => Kept): void;
  /** Shows something that is not worth keeping. */
  show(how: (kept: Kept) => Kept): void;
  /** The picture of a photo, also of one that was taken out. */
  picture(photoKey: string): Promise<Blob | null>;
  /** All changes so far lie on the phone, or it has said that they cannot. */
  written(): Promise<void>;
}

export interface StoreOptions {
  shelf: Shelf;
  newKey: () => string;
  now: () => number;
  /** Tells other frames that something was written. */
  tellOthers?: () => void;
}

export function createDraftStore({ shelf, newKey, now, tellOthers }: StoreOptions): DraftStore {
  let kept = beginKept(newKey(), now());
  /** What this frame last saw in the storage. */
  let base: Kept | null = null;
  let keeping: Keeping = 'writing';
  let lost = 0;
  let isRead = false;
  let isDirty = false;
  let writing: Promise<void> | null = null;
  const pictures = new Map<string, Blob>();
  const onShelf = new Map<string, Blob>();
  const listeners = new Set<() => void>();
  const emit = () => {
    for (const listener of listeners) listener();
  };

  async function adopt(found: Kept): Promise<void> {
    const missing = photoKeys(found).filter((key) => !pictures.has(key));
    const read = missing.length > 0 ? await shelf.pictures(missing).catch(() => new Map<string, Blob>()) : new Map();
    for (const [key, picture] of read) {
      pictures.set(key, picture);
      onShelf.set(key, picture);
    }
    const isUntouched = !isRead && kept.drafts.every(({ version }) => version === 0);
    kept = withPictures(isUntouched ? found : combine(base, kept, found), pictures);
    base = found;
  }

  async function write(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      const mine = kept;
      const put = newPictures(mine, onShelf);
      const needed = new Set(photoKeys(mine));
      const drop = [...onShelf.keys()].filter((key) => !needed.has(key));
      const words = (theirs: Kept | null) => withoutPictures(theirs ? combine(base, mine, theirs) : mine);
      try {
        const after = await shelf.write({ kept: words, put, drop });
        for (const [key, picture] of put) onShelf.set(key, picture);
        for (const key of drop) forget(key);
        await settle(after, mine);
        keeping = 'kept';
      } catch (error) {
        keeping = isFull(error) ? 'full' : 'closed';
        // The words must be kept where the pictures no longer fit.
        if (put.size > 0)
          await shelf.write({ kept: words, put: new Map(), drop }).then(
            (after) => settle(after, mine),
            () => {},
          );
      }
    }
    writing = null;
    emit();
  }

  async function settle(after: Kept, mine: Kept): Promise<void> {
    if (isSame(after, mine)) base = after;
    else await adopt(after);
    tellOthers?.();
  }

  function forget(key: string): void {
    onShelf.delete(key);
    pictures.delete(key);
  }

  return {
    kept: () => kept,
    keeping: () => keeping,
    lostPhotos: () => lost,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async () => {
      await writing;
      try {
        const found = await shelf.read();
        if (found) await adopt(found);
        if (!isRead) {
          const mended = afterAStop(kept);
          lost = photoCount(kept) - photoCount(mended);
          kept = mended;
        }
        keeping = 'kept';
      } catch {
        keeping = 'closed';
      }
      isRead = true;
      emit();
    },
    change: (how) => {
      const before = kept;
      kept = counted(before, how(before));
      if (kept === before) return;
      for (const { draft } of kept.drafts) for (const { key, blob } of draft.photos) if (blob) pictures.set(key, blob);
      isDirty = true;
      if (keeping === 'kept') keeping = 'writing';
      emit();
      writing ??= write();
    },
    show: (how) => {
      kept = how(kept);
      emit();
    },
    picture: async (key) =>
      pictures.get(key) ?? (await shelf.pictures([key]).catch(() => new Map<string, Blob>())).get(key) ?? null,
    written: async () => {
      while (writing) await writing;
    },
  };
}

/** What changed is one version further. */
function counted(before: Kept, after: Kept): Kept {
  if (after === before) return before;
  const was = new Map(before.drafts.map((one) => [one.draft.key, one]));
  const drafts = after.drafts.map((one) => {
    const old = was.get(one.draft.key);
    return old === one ? one : { ...one, version: (old?.version ?? 0) + 1 };
  });
  return { ...after, drafts };
}

/** An upload that was under way when the app ended begins again; a photo that never reached the storage is gone. */
function afterAStop(kept: Kept): Kept {
  const mend = (one: KeptDraft): KeptDraft => ({
    ...one,
    draft: {
      ...one.draft,
      photos: one.draft.photos.flatMap((photo) => {
        if (photo.serverId === null && !photo.blob) return [];
        const isBroken = photo.state === 'uploading' || photo.state === 'failed';
        return isBroken ? { ...photo, state: 'waiting', progress: 0 } : photo;
      }),
    },
  });
  return { ...kept, drafts: kept.drafts.map(mend) };
}

function withoutPictures(kept: Kept): Kept {
  return mapPhotos(kept, () => null);
}

function withPictures(kept: Kept, pictures: ReadonlyMap<string, Blob>): Kept {
  return mapPhotos(kept, (key) => pictures.get(key) ?? null);
}

function mapPhotos(kept: Kept, blobOf: (key: string) => Blob | null): Kept {
  const drafts = kept.drafts.map((one) => {
    const photos = one.draft.photos.map((photo) => {
      const blob = blobOf(photo.key);
      return photo.blob === blob ? photo : { ...photo, blob };
    });
    return photos.every((photo, index) => photo === one.draft.photos[index])
      ? one
      : { ...one, draft: { ...one.draft, photos } };
  });
  return { ...kept, drafts };
}

function newPictures(kept: Kept, onShelf: ReadonlyMap<string, Blob>): Map<string, Blob> {
  const put = new Map<string, Blob>();
  for (const { draft } of kept.drafts)
    for (const { key, blob } of draft.photos) if (blob && onShelf.get(key) !== blob) put.set(key, blob);
  return put;
}

function photoKeys(kept: Kept): string[] {
  return kept.drafts.flatMap(({ draft, notes }) => [
    ...draft.photos.map(({ key }) => key),
    ...notes.leaving.map(({ key }) => key),
  ]);
}

function photoCount(kept: Kept): number {
  return kept.drafts.reduce((count, { draft }) => count + draft.photos.filter(isWorthTelling).length, 0);
}

function isWorthTelling({ state }: { state: string }): boolean {
  return state !== 'refused';
}

function isSame(one: Kept, other: Kept): boolean {
  const print = ({ drafts, thrown }: Kept) =>
    `${drafts.map(({ draft, version }) => `${draft.key} ${version}`).join()} ${thrown.length}`;
  return print(one) === print(other);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
