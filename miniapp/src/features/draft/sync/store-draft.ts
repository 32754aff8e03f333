import { changeDraft, find, type Kept, type KeptDraft, type Words, wordsOf } from '../kept/kept.ts';
import type { DraftStore } from '../kept/store.ts';
import type { PhotoUploads } from '../photos/uploads.ts';
import type { DraftApi, DraftChange, ServerDraft } from './draft-api.ts';
import { onlyHere, wasClosed } from './endings.ts';
import { endingOf } from './faults.ts';
import { toSay, unite } from './merge.ts';

export interface SyncDeps {
  api: DraftApi;
  store: DraftStore;
  uploads: PhotoUploads;
  newKey: () => string;
  /** The service's own view of the draft at hand: what it suggests and misses. */
  onServerDraft: (draft: ServerDraft | null) => void;
}

/**
 * Tells the service what it has not heard of this draft, and takes over what it has heard elsewhere.
 * @returns null when the service's draft was closed meanwhile; what that means is kept on the phone
 */
export async function storeDraft(deps: SyncDeps, key: string): Promise<ServerDraft | null> {
  const { api, store } = deps;
  await makeRoom(deps, key);
  const one = find(store.kept(), key);
  if (!one) return null;
  const told = toTell(one);
  try {
    const server = await api.write(changeOf(one.draft.serverId, told));
    store.change((kept) => changeDraft(kept, key, (now) => unite(now, server, told)));
    if (store.kept().current === key) deps.onServerDraft(server);
    return server;
  } catch (error) {
    const ending = endingOf(error);
    if (!ending || one.draft.serverId === null) throw error;
    store.change((kept) => wasClosed(kept, key, ending, deps.newKey()));
    return null;
  }
}

/** Another of the phone's drafts that has the service's only place. */
export function holderOtherThan(kept: Kept, key: string): KeptDraft | undefined {
  return kept.drafts.find(({ draft }) => draft.key !== key && draft.serverId !== null && draft.state !== 'sent');
}

/** The service has one draft a person: the other one goes back to the phone, whole, before this one takes its place. */
async function makeRoom({ api, store }: SyncDeps, key: string): Promise<void> {
  const one = find(store.kept(), key);
  const other = holderOtherThan(store.kept(), key);
  if (one?.draft.serverId !== null || !other) return;
  const open = await api.read();
  if (open?.id === other.draft.serverId) {
    for (const photo of other.draft.photos) {
      if (photo.blob || photo.serverId === null || photo.state === 'refused') continue;
      const blob = await api.photo(photo.serverId);
      store.change((kept) => withPicture(kept, other.draft.key, photo.key, blob));
    }
    await store.written();
    await api.cancel();
  }
  store.change((kept) => changeDraft(kept, other.draft.key, (now) => onlyHere(now, { cancelled: false })));
}

function withPicture(kept: Kept, key: string, photoKey: string, blob: Blob): Kept {
  return changeDraft(kept, key, (one) => ({
    ...one,
    draft: {
      ...one.draft,
      photos: one.draft.photos.map((photo) => (photo.key === photoKey ? { ...photo, blob } : photo)),
    },
    notes: {
      ...one.notes,
      uploads: { ...one.notes.uploads, [photoKey]: { isRaw: false, isTried: false, round: 0 } },
    },
  }));
}

function toTell(one: KeptDraft): Partial<Words> {
  const words = wordsOf(one.draft);
  return Object.fromEntries(toSay(one).map((answer) => [answer, words[answer]])) as Partial<Words>;
}

function changeOf(id: number | null, { text, place, categoryCode }: Partial<Words>): DraftChange {
  return {
    ...(id !== null && { id }),
    ...(text !== undefined && { text: storable(text, 5_000) }),
    ...(place && { pin: place.pin, address: storable(place.address, 300) || null, wardCode: place.wardCode }),
    ...(categoryCode !== undefined && { categoryCode }),
  };
}

/** As the service takes it: no NUL, which PostgreSQL does not store, and no more than it has room for. */
function storable(text: string, most: number): string {
  return text.split('\u0000').join('').slice(0, most);
}
