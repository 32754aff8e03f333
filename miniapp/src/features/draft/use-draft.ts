import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { queryClient } from '../../api/queries.ts';
import { createDrafts, type Drafts, type DraftsView } from './drafts.ts';
import * as does from './kept/doings.ts';
import { currentOf, waitingDrafts } from './kept/kept.ts';
import type { Keeping } from './kept/store.ts';
import type { DraftPlace, LocalDraft, Sharing } from './model.ts';
import type { ServerDraft } from './sync/draft-api.ts';

/**
 * What the pages of the report may do with the draft. Every change is shown at once and on its way to the phone's storage before this
 * returns; `keeping` says when it is there.
 */
export interface DraftDoings {
  draft: LocalDraft;
  /** False until what the phone (and the chat) knows of a draft has been read. */
  isReady: boolean;
  /** The draft was begun in the chat: say so once. */
  fromChat: boolean;
  setPlace(place: Partial<DraftPlace>): void;
  setText(text: string): void;
  setCategory(code: string | null): void;
  setSharing(sharing: Partial<Sharing>): void;
  /** Keeps the pictures, shrinks them and begins to upload them. @returns how many were more than allowed */
  addPhotos(files: readonly File[]): Promise<number>;
  removePhoto(key: string): void;
  retryPhoto(key: string): void;
  /** Sends it now or as soon as the network lets it, exactly once. With `joins`: together with that report. */
  send(options?: { joins: string }): void;
  /** Throws everything away, here and in the chat. */
  discard(): Promise<void>;
  /** After "sent": the next draft begins empty. One that is still on its way goes on by itself. */
  startAnew(): void;

  /** The draft as the service last showed it: what it suggests, what it misses. Null while it was not reached. */
  server: ServerDraft | null;
  /** Whether everything lies on the phone, so that the app may be closed. */
  keeping: Keeping;
  /** Photos that were chosen and lost because the app ended before they were stored. */
  lostPhotos: number;
  /** Why the service was not reached in the last try; null when it was. */
  trouble: unknown;
  /** All drafts that are begun, on their way or refused, oldest first; also the one at hand. */
  waiting: readonly LocalDraft[];
  /** Goes on with another one of them. */
  open(key: string): void;
  /** Stops one that is not on its way yet, to change it. False when it is too late. */
  takeBack(key: string): boolean;
}

const DraftsContext = createContext<Drafts | null>(null);

/** For tests and previews: drafts of their own. */
export const DraftsProvider = DraftsContext.Provider;

let appDrafts: Drafts | null = null;

/** The drafts of this app, made when first needed. */
function theDrafts(): Drafts {
  appDrafts ??= createDrafts({
    // Pages that ask the service themselves need not wait for their next turn.
    onServerDraft: (draft) => queryClient.setQueryData(['draft', 'served'], draft),
    onSent: () => void queryClient.invalidateQueries(),
  });
  return appDrafts;
}

/** The drafts themselves, for what is no page. */
export function useDrafts(): Drafts {
  const given = useContext(DraftsContext);
  return given ?? theDrafts();
}

/** The draft at hand, one for the whole app. */
export function useDraft(): DraftDoings {
  const drafts = useDrafts();
  const view = useSyncExternalStore(drafts.subscribe, drafts.view);
  return useMemo(() => ({ ...shown(view), ...acts(drafts) }), [view, drafts]);
}

function shown({ kept, isReady, server, keeping, lostPhotos, trouble }: DraftsView) {
  const { draft, notes } = currentOf(kept);
  return {
    ...{ draft, isReady, fromChat: notes.fromChat, keeping, lostPhotos, trouble },
    server: server && server.id === draft.serverId ? server : null,
    waiting: waitingDrafts(kept),
  };
}

function acts(drafts: Drafts) {
  const edit = (how: (draft: LocalDraft) => LocalDraft) => drafts.change((kept, at) => does.edit(kept, how, at));
  const thenCatchUp = async () => {
    await drafts.written();
    drafts.catchUp();
  };
  return {
    setPlace: (place: Partial<DraftPlace>) => edit((draft) => ({ ...draft, place: { ...draft.place, ...place } })),
    setText: (text: string) => edit((draft) => ({ ...draft, text })),
    setCategory: (categoryCode: string | null) => edit((draft) => ({ ...draft, categoryCode })),
    setSharing: (sharing: Partial<Sharing>) =>
      edit((draft) => ({ ...draft, sharing: { ...draft.sharing, ...sharing } })),
    addPhotos: drafts.addPhotos,
    removePhoto: (key: string) => drafts.change((kept, at) => does.removePhoto(kept, key, at)),
    retryPhoto: (key: string) => {
      drafts.change((kept) =>
        does.notePhoto(kept, kept.current, key, { state: 'waiting', progress: 0, problem: null }),
      );
      drafts.catchUp();
    },
    send: (options?: { joins: string }) => {
      drafts.change((kept, { now }) => does.send(kept, options?.joins ?? null, now));
      void thenCatchUp();
    },
    discard: async () => {
      drafts.change(does.discard);
      await thenCatchUp();
    },
    startAnew: () => drafts.change(does.startAnew),
    open: (key: string) => drafts.change((kept) => does.open(kept, key)),
    takeBack: (key: string) => {
      drafts.change((kept, { now }) => does.takeBack(kept, key, now));
      return drafts.view().kept.drafts.some(({ draft }) => draft.key === key && draft.state === 'writing');
    },
  };
}
