/**
 * Photos on their way to the service, two at a time over all drafts. Each is noted as tried before it leaves, so that a lost answer
 * makes no second photo; the order does not matter.
 */

import { notePhoto } from '../kept/doings.ts';
import { changeDraft, find, type Kept, type KeptDraft, uploadKeyOf } from '../kept/kept.ts';
import type { DraftStore } from '../kept/store.ts';
import type { DraftPhoto } from '../model.ts';
import type { DraftApi } from '../sync/draft-api.ts';
import { endingOf, isRefusal } from '../sync/faults.ts';

export interface PhotoUploads {
  /** Begins to upload what waits in this draft, as far as there is room. */
  pump(draftKey: string): void;
  /** All photos of the draft are there or refused. @throws what stopped one of them */
  settle(draftKey: string): Promise<void>;
  /** This photo is not under way. */
  ended(photoKey: string): Promise<void>;
}

const AT_ONCE = 2;

export interface UploadsOptions {
  store: DraftStore;
  api: DraftApi;
  /** A photo did not get through. */
  onFault: () => void;
}

export function createUploads({ store, api, onFault }: UploadsOptions): PhotoUploads {
  const active = new Map<string, Promise<void>>();
  const faults = new Map<string, unknown>();

  function pump(draftKey: string): void {
    for (const photo of ready(store.kept(), draftKey)) {
      if (active.size >= AT_ONCE) return;
      if (active.has(photo.key)) continue;
      const work = upload(draftKey, photo).finally(() => {
        active.delete(photo.key);
        pump(draftKey);
      });
      active.set(photo.key, work);
    }
  }

  async function upload(draftKey: string, { key, blob }: DraftPhoto): Promise<void> {
    const round = find(store.kept(), draftKey)?.notes.uploads[key]?.round ?? 0;
    if (!blob) return;
    store.change((kept) => tried(notePhoto(kept, draftKey, key, { state: 'uploading', progress: 0 }), draftKey, key));
    await store.written();
    try {
      const id = await api.addPhoto(blob, {
        key: uploadKeyOf(key, round),
        onProgress: (progress) => store.show((kept) => notePhoto(kept, draftKey, key, { progress })),
      });
      faults.delete(key);
      store.change((kept) => changeDraft(kept, draftKey, (one) => arrived(one, key, id)));
    } catch (error) {
      faults.set(key, error);
      const refusal = isRefusal(error) ? error : null;
      store.change((kept) => {
        const state = refusal ? 'refused' : 'failed';
        const told = notePhoto(kept, draftKey, key, { state, progress: 0, problem: refusal?.message ?? null });
        return refusal || endingOf(error) ? changeDraft(told, draftKey, (one) => notThere(one, key)) : told;
      });
      if (!refusal) onFault();
    }
  }

  return {
    pump,
    settle: (draftKey) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const one = find(store.kept(), draftKey);
          const failed = one?.draft.photos.find(({ state }) => state === 'failed');
          if (failed) return end(() => reject(faults.get(failed.key) ?? new Error('the upload failed')));
          if (!one || !isOpen(one) || !one.draft.photos.some(isUnderWay)) return end(resolve);
          pump(draftKey);
        };
        const stop = store.subscribe(look);
        const end = (how: () => void) => {
          stop();
          how();
        };
        look();
      }),
    ended: async (photoKey) => {
      await active.get(photoKey);
    },
  };
}

function isUnderWay({ state }: DraftPhoto): boolean {
  return state === 'waiting' || state === 'uploading';
}

/** Shrunk, waiting, and in a draft the service has. */
function ready(kept: Kept, draftKey: string): DraftPhoto[] {
  const one = find(kept, draftKey);
  if (!one || one.draft.serverId === null || (one.draft.state !== 'writing' && one.draft.state !== 'sending'))
    return [];
  return one.draft.photos.filter(
    ({ key, state, blob }) => state === 'waiting' && blob && !one.notes.uploads[key]?.isRaw,
  );
}

/** The service has it, and the person means it. */
function isOpen({ draft: { serverId, state } }: KeptDraft): boolean {
  return serverId !== null && (state === 'writing' || state === 'sending');
}

function tried(kept: Kept, draftKey: string, key: string): Kept {
  return noteUpload(kept, draftKey, key, { isTried: true });
}

function noteUpload(kept: Kept, draftKey: string, key: string, change: { isTried: boolean }): Kept {
  return changeDraft(kept, draftKey, (one) => {
    const before = one.notes.uploads[key];
    if (!before) return one;
    return { ...one, notes: { ...one.notes, uploads: { ...one.notes.uploads, [key]: { ...before, ...change } } } };
  });
}

/** The service has it: under this number, also where it was taken out meanwhile, or had been shown already. */
function arrived(one: KeptDraft, key: string, id: number): KeptDraft {
  const before = one.notes.uploads[key];
  return {
    ...one,
    draft: {
      ...one.draft,
      photos: one.draft.photos
        .filter((photo) => photo.key === key || photo.serverId !== id)
        .map((photo) =>
          photo.key === key ? { ...photo, state: 'uploaded', progress: 1, serverId: id, problem: null } : photo,
        ),
    },
    notes: {
      ...one.notes,
      ...(before && { uploads: { ...one.notes.uploads, [key]: { ...before, isTried: false } } }),
      leaving: one.notes.leaving.map((leaving) => (leaving.key === key ? { ...leaving, serverId: id } : leaving)),
    },
  };
}

/** It is in no draft: the next try needs another key. */
function notThere(one: KeptDraft, key: string): KeptDraft {
  const before = one.notes.uploads[key];
  if (!before) return one;
  const upload = { ...before, isTried: false, round: before.round + 1 };
  return { ...one, notes: { ...one.notes, uploads: { ...one.notes.uploads, [key]: upload } } };
}
