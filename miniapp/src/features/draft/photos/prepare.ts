import { currentLanguage } from '../../../i18n/language.ts';
import { notePhoto } from '../kept/doings.ts';
import { changeDraft, type Kept } from '../kept/kept.ts';
import type { DraftStore } from '../kept/store.ts';
import { photoTexts } from './photo-texts.ts';
import type { Shrunk } from './shrink.ts';

/**
 * Shrinks what was taken, one picture at a time: several at once take more memory than an old phone has. The original lies on the
 * phone until its small copy does, so one that was interrupted is begun again. @returns to be called when there may be some
 */
export function createPreparing(store: DraftStore, shrink: (file: Blob) => Promise<Shrunk>): () => void {
  let isBusy = false;

  async function work(): Promise<void> {
    for (let raw = nextRaw(store.kept()); raw; raw = nextRaw(store.kept())) {
      const { draftKey, key, blob } = raw;
      const shrunk = await shrink(blob);
      store.change((kept) => prepared(kept, draftKey, key, shrunk));
      await store.written();
    }
  }

  return () => {
    if (isBusy || !nextRaw(store.kept())) return;
    isBusy = true;
    void work().finally(() => {
      isBusy = false;
    });
  };
}

function nextRaw({ drafts }: Kept): { draftKey: string; key: string; blob: Blob } | null {
  for (const { draft, notes } of drafts)
    for (const { key, blob, state } of draft.photos)
      if (blob && state === 'waiting' && notes.uploads[key]?.isRaw) return { draftKey: draft.key, key, blob };
  return null;
}

function prepared(kept: Kept, draftKey: string, key: string, shrunk: Shrunk): Kept {
  const texts = photoTexts[currentLanguage()];
  const told =
    'picture' in shrunk
      ? notePhoto(kept, draftKey, key, { blob: shrunk.picture })
      : notePhoto(kept, draftKey, key, { state: 'refused', problem: texts.refused[shrunk.refused], blob: null });
  return changeDraft(told, draftKey, (one) => {
    const before = one.notes.uploads[key];
    if (!before) return one;
    return { ...one, notes: { ...one.notes, uploads: { ...one.notes.uploads, [key]: { ...before, isRaw: false } } } };
  });
}
