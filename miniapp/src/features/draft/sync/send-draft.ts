import { currentLanguage } from '../../../i18n/language.ts';
import { changeDraft, find, type KeptDraft } from '../kept/kept.ts';
import type { Purpose } from '../model.ts';
import { draftTexts } from '../texts.ts';
import type { ServerDraft } from './draft-api.ts';
import { becameReport, uploadAnew, wasRefused } from './endings.ts';
import { isRefusal, mendingPageOf } from './faults.ts';
import { removeLeaving } from './remove-leaving.ts';
import { type SyncDeps, storeDraft } from './store-draft.ts';

const PURPOSES: readonly Purpose[] = ['handle', 'contact', 'publish'];

/**
 * One go at sending a draft: everything it says and shows is on the service, the consents are given, then it is submitted. Broken
 * off anywhere it is begun again and makes no second report: while the draft is open its id says that it is still the same, once it is
 * closed the service says which report it has become, and a submission repeated meanwhile has the same key.
 * @throws what stopped it, where another go may succeed; a refusal is written into the draft instead
 */
export async function sendDraft(deps: SyncDeps, key: string): Promise<void> {
  // Pressing "Gửi" outlives the app before anything else happens.
  await deps.store.written();
  try {
    if (!(await bringEverything(deps, key))) return;
    await agree(deps, key);
    // Uploading takes long: is it still this draft that is open, with all of it?
    const server = await storeDraft(deps, key);
    if (!server || !isComplete(deps, key, server)) return;
    await submit(deps, key);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const problem = error.message || words().refused;
    // What it should join may be closed by now: sent again it is a report of its own.
    if (error.code === 'not_offered') withoutJoining(deps, key);
    deps.store.change((kept) => wasRefused(kept, key, { problem, mend: mendingPageOf(error) }));
  }
  await deps.store.written();
}

/** False when the draft turned out to be closed, or was taken back meanwhile. */
async function bringEverything(deps: SyncDeps, key: string): Promise<boolean> {
  if (!(await storeDraft(deps, key))) return false;
  await removeLeaving(deps, key);
  await deps.uploads.settle(key);
  return sending(deps.store.kept(), key) !== undefined;
}

async function agree({ api, store }: SyncDeps, key: string): Promise<void> {
  const draft = sending(store.kept(), key)?.draft;
  const wanted = PURPOSES.filter((purpose) => draft?.sharing[purpose]);
  if (!draft || wanted.length === 0) return;
  const known = await api.consents();
  for (const { purpose, version, given } of known) {
    // Whoever agrees agrees to what they were shown.
    if (wanted.includes(purpose) && given !== true)
      await api.agree(purpose, draft.sharing.versions?.[purpose] ?? version);
  }
}

/** All pictures are part of the service's draft; one it does not have is uploaded anew, in another go. */
function isComplete({ store }: SyncDeps, key: string, server: ServerDraft): boolean {
  const one = sending(store.kept(), key);
  if (!one) return false;
  const there = new Set(server.photos.map(({ id }) => id));
  const missing = one.draft.photos.filter(({ serverId }) => serverId === null || !there.has(serverId));
  if (missing.length === 0) return true;
  const refusal = { problem: words().photoRefused, mend: '/report' };
  const isRefused = missing.some(({ state }) => state === 'refused');
  const lost = missing.filter(({ serverId }) => serverId !== null);
  store.change((kept) =>
    isRefused ? wasRefused(kept, key, refusal) : changeDraft(kept, key, (now) => uploadAnew(now, lost)),
  );
  return false;
}

async function submit({ api, store }: SyncDeps, key: string): Promise<void> {
  const draft = sending(store.kept(), key)?.draft;
  if (!draft) return;
  store.change((kept) => changeDraft(kept, key, (one) => ({ ...one, notes: { ...one.notes, isSubmitted: true } })));
  await store.written();
  const { publish, hideMyName } = draft.sharing;
  const { code, acceptDueWords } = await api.submit(key, {
    ...{ publish, hideMyName },
    // The one that was just looked at: should another be open by now, the next go finds out what became of this one.
    ...(draft.serverId !== null && { id: draft.serverId }),
    ...(draft.joins !== null && { joins: draft.joins }),
  });
  store.change((kept) => becameReport(kept, key, { code, acceptDueWords }));
}

/** The draft, while the person has not taken it back or thrown it away. */
function sending(kept: ReturnType<SyncDeps['store']['kept']>, key: string): KeptDraft | undefined {
  const one = find(kept, key);
  return one?.draft.state === 'sending' ? one : undefined;
}

function withoutJoining({ store }: SyncDeps, key: string): void {
  store.change((kept) => changeDraft(kept, key, (one) => ({ ...one, draft: { ...one.draft, joins: null } })));
}

function words() {
  return draftTexts[currentLanguage()].sync;
}
