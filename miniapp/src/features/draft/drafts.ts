/** The parts put together: what is kept, what shrinks and uploads, and when phone and service are brought into step. */
import { newKey } from '../../api/intent.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { zalo } from '../../zalo/index.ts';
import * as doings from './kept/doings.ts';
import { beginKept, type Circumstances, currentOf, type Kept } from './kept/kept.ts';
import { indexedDbShelf, type Shelf } from './kept/shelf.ts';
import { createDraftStore, type DraftStore, type Keeping } from './kept/store.ts';
import { type DraftPhoto, isEmpty } from './model.ts';
import { photoTexts } from './photos/photo-texts.ts';
import { createPreparing } from './photos/prepare.ts';
import { isNoPicture, type Shrunk, shrink as shrinkOnCanvas } from './photos/shrink.ts';
import { createUploads } from './photos/uploads.ts';
import { type DraftApi, draftApi, type ServerDraft } from './sync/draft-api.ts';
import { bringIntoStep, isInStep } from './sync/in-step.ts';
import { createRhythm } from './sync/rhythm.ts';
import { storeDraft } from './sync/store-draft.ts';

/** What pages see; a new object whenever something of it changes. */
export interface DraftsView {
  kept: Kept;
  keeping: Keeping;
  lostPhotos: number;
  /** What the phone, and where possible the chat, knows of a draft has been read. */
  isReady: boolean;
  /** The draft at hand as the service last showed it. */
  server: ServerDraft | null;
  /** Why the service was not reached in the last try. */
  trouble: unknown;
}

export interface Drafts {
  view(): DraftsView;
  subscribe(listener: () => void): () => void;
  change(how: (kept: Kept, circumstances: Circumstances) => Kept): void;
  addPhotos(files: readonly File[]): Promise<number>;
  /** At once; `look`: the chat or Zalo's picker may have added something. */
  catchUp(options?: { look: boolean }): void;
  /** Everything changed so far lies on the phone. */
  written(): Promise<void>;
  /** The service's draft is the one at hand, so that something else may add to it. @throws ApiProblem, ZaloError */
  holdPlace(): Promise<void>;
  /** Begins to follow the phone and the network. @returns stops it */
  start(): () => void;
  /** Nothing of any draft stays on this phone. */
  forget(): Promise<void>;
}

export interface DraftsOptions {
  shelf?: Shelf;
  api?: DraftApi;
  shrink?: (file: Blob) => Promise<Shrunk>;
  onServerDraft?: (draft: ServerDraft | null) => void;
  onSent?: () => void;
}

/** Who waits for the chat's draft longer writes without it: both are united when it comes. */
const FIRST_LOOK_MS = 3_000;
/** What the chat has begun it may finish meanwhile: that is seen as soon as any other change of state. */
const WATCH_CHAT_MS = 4_000;
const CHANNEL = 'phan-anh-drafts';

export function createDrafts({
  shelf = indexedDbShelf(),
  api = draftApi,
  shrink = shrinkOnCanvas,
  onServerDraft,
  onSent,
}: DraftsOptions = {}): Drafts {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  const store = createDraftStore({ shelf, newKey, now: Date.now, tellOthers: () => channel?.postMessage('written') });
  const uploads = createUploads({ store, api, onFault: () => rhythm.stumbled() });
  const prepare = createPreparing(store, shrink);
  let server: ServerDraft | null = null;
  let trouble: unknown = null;
  let isRead = false;
  let isLooked = false;
  const listeners = new Set<() => void>();
  const deps = {
    ...{ api, store, uploads, newKey },
    onServerDraft: (draft: ServerDraft | null) => {
      server = draft;
      onServerDraft?.(draft);
      refresh();
    },
  };
  const rhythm = createRhythm({
    run: ({ look }) => aloneInAllFrames(() => bringIntoStep(deps, { look })),
    isInStep: () => isInStep(store.kept()),
    onTrouble: (error) => {
      isLooked = true;
      trouble = error;
      refresh();
    },
  });
  const circumstances = (): Circumstances => ({ now: Date.now(), newKey: newKey() });
  let view = lookAtIt();
  let sentBefore = sentCodes(store);

  function lookAtIt(): DraftsView {
    const kept = store.kept();
    const isWritten = !isEmpty(currentOf(kept).draft);
    return {
      ...{ kept, server, trouble, keeping: store.keeping(), lostPhotos: store.lostPhotos() },
      isReady: isRead && (isLooked || isWritten || !zalo.isInside),
    };
  }

  function refresh(): void {
    view = lookAtIt();
    for (const listener of listeners) listener();
  }

  store.subscribe(() => {
    prepare();
    if (isRead && zalo.isInside && !isInStep(store.kept())) rhythm.soon();
    const sent = sentCodes(store);
    if (sent !== sentBefore && sent !== '') onSent?.();
    sentBefore = sent;
    refresh();
  });

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (how) => store.change((kept) => how(kept, circumstances())),
    addPhotos: async (files) => {
      const images = files.filter((file) => !isNoPicture(file));
      store.change((kept) => {
        const fitting = images.splice(0, doings.roomInNext(kept));
        const refused = files.filter(isNoPicture).map(refusedPhoto);
        return [...fitting.map(newPhoto), ...refused].reduce(
          (after, photo) => doings.addPhoto(after, photo, circumstances()),
          kept,
        );
      });
      await store.written();
      return images.length;
    },
    catchUp: (options) => {
      if (zalo.isInside) rhythm.now(options);
    },
    written: store.written,
    holdPlace: async () => {
      const { key } = currentOf(store.kept()).draft;
      if (await storeDraft(deps, key)) return;
      await storeDraft(deps, currentOf(store.kept()).draft.key);
    },
    start: () => {
      const look = () => {
        if (zalo.isInside) rhythm.now({ look: true });
      };
      const online = () => zalo.isInside && rhythm.now();
      const returned = () => {
        if (document.visibilityState === 'visible') void store.read().then(look);
      };
      const late = setTimeout(() => {
        isLooked = true;
        refresh();
      }, FIRST_LOOK_MS);
      const watching = setInterval(() => {
        if (document.visibilityState === 'visible' && trouble === null && mayChatGoOn(store.kept())) look();
      }, WATCH_CHAT_MS);
      void store.read().then(() => {
        isRead = true;
        prepare();
        look();
        refresh();
      });
      window.addEventListener('online', online);
      document.addEventListener('visibilitychange', returned);
      const stopReturns = zalo.onReturn(returned);
      channel?.addEventListener('message', store.read);
      return () => {
        clearTimeout(late);
        clearInterval(watching);
        window.removeEventListener('online', online);
        document.removeEventListener('visibilitychange', returned);
        stopReturns();
        channel?.close();
        rhythm.stop();
      };
    },
    forget: async () => {
      server = null;
      store.change(() => beginKept(newKey(), Date.now()));
      await store.written();
    },
  };
}

function newPhoto(blob: Blob | null): DraftPhoto {
  return { key: newKey(), state: 'waiting', progress: 0, problem: null, serverId: null, blob };
}

/** Takes no room, only says on its tile why it is not there. */
function refusedPhoto(): DraftPhoto {
  return { ...newPhoto(null), state: 'refused', problem: photoTexts[currentLanguage()].refused.type };
}

/** Begun in the chat, which sends it by itself as long as not a word was written here. */
function mayChatGoOn(kept: Kept): boolean {
  const { draft, notes } = currentOf(kept);
  return notes.fromChat && draft.state === 'writing' && draft.serverId !== null;
}

function sentCodes(store: DraftStore): string {
  return store
    .kept()
    .drafts.map(({ draft }) => draft.sent?.code ?? '')
    .join('');
}

/** One frame of the app at a time talks to the service, where the WebView knows locks; elsewhere the service's own keys do. */
async function aloneInAllFrames(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return work();
  let fault: { error: unknown } | null = null;
  // A frame that does not get it leaves the work to the other.
  await locks.request(CHANNEL, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await work().catch((error: unknown) => {
      fault = { error };
    });
  });
  const failed = fault as { error: unknown } | null;
  if (failed) throw failed.error;
}
