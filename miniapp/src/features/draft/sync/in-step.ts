import { changeDraft, currentOf, type Kept, type Thrown } from '../kept/kept.ts';
import { isEmpty } from '../model.ts';
import type { ServerDraft } from './draft-api.ts';
import { takeOver, unite, unsaid } from './merge.ts';
import { removeLeaving } from './remove-leaving.ts';
import { sendDraft } from './send-draft.ts';
import { holderOtherThan, type SyncDeps, storeDraft } from './store-draft.ts';

/** More goes than any closing or missing photo needs: what still does not go is tried later. */
const MOST_GOES = 4;

/**
 * Brings phone and service into step: what was thrown away is thrown away there, what waits is sent, one after another because the
 * service has one draft a person, and then the draft at hand is stored. `look`: the chat may have written meanwhile.
 * @throws what stopped it
 */
export async function bringIntoStep(deps: SyncDeps, { look }: { look: boolean }): Promise<void> {
  const { store } = deps;
  store.change(tryFailedAgain);
  await throwAway(deps);
  const goes = new Map<string, number>();
  for (;;) {
    const next = store.kept().drafts.find(({ draft }) => draft.state === 'sending');
    if (!next) break;
    const { key } = next.draft;
    const count = (goes.get(key) ?? 0) + 1;
    goes.set(key, count);
    if (count > MOST_GOES) throw new Error('the draft does not come to rest');
    await sendDraft(deps, key);
  }
  await keepCurrent(deps, look);
}

/** Nothing is left that the service should hear of. */
export function isInStep(kept: Kept): boolean {
  if (kept.thrown.length > 0 || kept.drafts.some(({ draft }) => draft.state === 'sending')) return false;
  const one = currentOf(kept);
  const { draft, notes } = one;
  if (draft.state !== 'writing' || notes.isResting || holderOtherThan(kept, draft.key)) return true;
  if (isEmpty(draft) && draft.serverId === null) return true;
  const isAnyPhotoHere = draft.photos.some(
    ({ key, state }) => state === 'failed' || (state === 'waiting' && !notes.uploads[key]?.isRaw),
  );
  return draft.serverId !== null && unsaid(one).length === 0 && notes.leaving.length === 0 && !isAnyPhotoHere;
}

async function keepCurrent(deps: SyncDeps, look: boolean): Promise<void> {
  const { store } = deps;
  const one = currentOf(store.kept());
  const { draft, notes } = one;
  const { key } = draft;
  if (draft.state === 'sent') return tellDue(deps);
  if (draft.state !== 'writing' || holderOtherThan(store.kept(), key)) return;
  if (isEmpty(draft) && draft.serverId === null) {
    if (look) await lookInChat(deps);
    return;
  }
  if (notes.isResting) return;
  if (draft.serverId === null || unsaid(one).length > 0) await storeDraft(deps, key);
  else if (look) await lookAgain(deps, key, draft.serverId);
  await removeLeaving(deps, key);
  deps.uploads.pump(key);
}

async function lookInChat({ api, store, onServerDraft }: SyncDeps): Promise<void> {
  const server = await api.read();
  onServerDraft(server);
  if (!server) return;
  store.change((kept) => {
    const now = currentOf(kept);
    if (now.draft.serverId !== null || now.draft.state !== 'writing') return kept;
    return changeDraft(kept, now.draft.key, isEmpty(now.draft) ? (one) => takeOver(one, server) : (one) => one);
  });
}

async function lookAgain(deps: SyncDeps, key: string, serverId: number): Promise<void> {
  const server: ServerDraft | null = await deps.api.read();
  if (server?.id !== serverId) {
    // Closed: writing to it says how it ended.
    await storeDraft(deps, key);
    return;
  }
  deps.onServerDraft(server);
  deps.store.change((kept) => changeDraft(kept, key, (one) => unite(one, server)));
}

/** The answer to the submission was lost: until when it is passed on is asked for. */
async function tellDue({ api, store }: SyncDeps): Promise<void> {
  const { key, sent } = currentOf(store.kept()).draft;
  if (!sent || sent.acceptDueWords) return;
  const acceptDueWords = await api.dueWordsOf(sent.code).catch(() => '');
  if (acceptDueWords)
    store.change((kept) =>
      changeDraft(kept, key, (one) => ({ ...one, draft: { ...one.draft, sent: { ...sent, acceptDueWords } } })),
    );
}

async function throwAway({ api, store }: SyncDeps): Promise<void> {
  const { thrown } = store.kept();
  const isOneOf = (one: Thrown) => thrown.some(({ serverId, text }) => serverId === one.serverId && text === one.text);
  if (thrown.length === 0) return;
  const open = await api.read();
  const isMeant = thrown.some(({ serverId, text }) =>
    serverId === null ? open?.text !== '' && open?.text === text.trim().normalize('NFC') : serverId === open?.id,
  );
  if (isMeant) await api.cancel();
  store.change((kept) => ({ ...kept, thrown: kept.thrown.filter((one) => !isOneOf(one)) }));
}

function tryFailedAgain(kept: Kept): Kept {
  const isFailed = kept.drafts.some(({ draft }) => draft.photos.some(({ state }) => state === 'failed'));
  if (!isFailed) return kept;
  return {
    ...kept,
    drafts: kept.drafts.map((one) => ({
      ...one,
      draft: {
        ...one.draft,
        photos: one.draft.photos.map((photo) => (photo.state === 'failed' ? { ...photo, state: 'waiting' } : photo)),
      },
    })),
  };
}
