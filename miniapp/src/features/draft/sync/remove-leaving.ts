import { ApiProblem } from '../../../api/problem.ts';
import { changeDraft, find, type Leaving, uploadKeyOf } from '../kept/kept.ts';
import { isRefusal } from './faults.ts';
import type { SyncDeps } from './store-draft.ts';

/** Photos the person took out are taken out of the service's draft, too. */
export async function removeLeaving(deps: SyncDeps, draftKey: string): Promise<void> {
  for (const leaving of find(deps.store.kept(), draftKey)?.notes.leaving ?? []) {
    await deps.uploads.ended(leaving.key);
    const id = now(deps, draftKey, leaving)?.serverId ?? (await idOf(deps, leaving));
    if (id !== null) await remove(deps, id);
    deps.store.change((kept) =>
      changeDraft(kept, draftKey, (one) => ({
        ...one,
        notes: { ...one.notes, leaving: one.notes.leaving.filter(({ key }) => key !== leaving.key) },
      })),
    );
  }
}

function now({ store }: SyncDeps, draftKey: string, { key }: Leaving): Leaving | undefined {
  return find(store.kept(), draftKey)?.notes.leaving.find((other) => other.key === key);
}

/** The answer to its upload was lost. Sent again under its key it is the same photo, and says which. */
async function idOf({ api, store }: SyncDeps, { key, round }: Leaving): Promise<number | null> {
  const picture = await store.picture(key);
  if (!picture) return null;
  return api.addPhoto(picture, { key: uploadKeyOf(key, round) }).catch(unlessGone);
}

async function remove({ api }: SyncDeps, id: number): Promise<void> {
  await api.removePhoto(id).catch(unlessGone);
}

/** Refused, closed or not there: then the draft does not have it. */
function unlessGone(error: unknown): null {
  const isClosed = error instanceof ApiProblem && (error.code === 'draft_closed' || error.code === 'draft_not_found');
  if (isRefusal(error) || isClosed) return null;
  throw error;
}
