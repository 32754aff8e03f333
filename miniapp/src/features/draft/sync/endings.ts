/** How a draft ends, or does not, on the phone. Plain functions: what is kept before, what is kept after. */

import { currentLanguage } from '../../../i18n/language.ts';
import { tidied } from '../kept/doings.ts';
import { changeDraft, find, type Kept, type KeptDraft, NO_WORDS } from '../kept/kept.ts';
import type { DraftPhoto } from '../model.ts';
import { draftTexts } from '../texts.ts';
import type { Ending } from './faults.ts';
import { unsaid } from './merge.ts';

export interface Report {
  code: string;
  acceptDueWords: string;
}

/** It is a report. Its words and pictures need not lie on the phone any more. */
export function becameReport(kept: Kept, key: string, sent: Report): Kept {
  const after = changeDraft(kept, key, (one) => ({
    ...one,
    draft: { ...one.draft, state: 'sent', sent, photos: [], text: '', problem: null, mend: null },
    notes: { ...one.notes, uploads: {}, leaving: [] },
  }));
  return tidied(after);
}

/** The service wants something mended first. */
export function wasRefused(kept: Kept, key: string, { problem, mend }: { problem: string; mend: string }): Kept {
  return changeDraft(kept, key, (one) =>
    one.draft.state === 'sending'
      ? {
          ...one,
          draft: { ...one.draft, state: 'refused', problem, mend },
          notes: { ...one.notes, isSubmitted: false },
        }
      : one,
  );
}

/** The service does not have these photos after all. */
export function uploadAnew(one: KeptDraft, missing: readonly DraftPhoto[]): KeptDraft {
  const keys = new Set(missing.map(({ key }) => key));
  const { uploads } = one.notes;
  const next = Object.entries(uploads).map(
    ([key, upload]) => [key, keys.has(key) ? { ...upload, isTried: false, round: upload.round + 1 } : upload] as const,
  );
  return {
    ...one,
    draft: {
      ...one.draft,
      photos: one.draft.photos.flatMap((photo) => {
        if (!keys.has(photo.key)) return [photo];
        return photo.blob ? [notUploaded(photo)] : [];
      }),
    },
    notes: { ...one.notes, uploads: Object.fromEntries(next) },
  };
}

/**
 * The service's draft was closed elsewhere. What is only on the phone is never lost by that: it is the rest of a report, or a draft
 * of its own again.
 */
export function wasClosed(kept: Kept, key: string, ending: Ending, newKey: string): Kept {
  const one = find(kept, key);
  if (!one) return kept;
  if (ending.report === null) return changeDraft(kept, key, (before) => onlyHere(before, ending));
  if (!hasRest(one)) return becameReport(kept, key, { code: ending.report, acceptDueWords: '' });
  const rest = restOf(one, ending.report, newKey);
  return {
    ...kept,
    drafts: kept.drafts.map((other) => (other === one ? rest : other)),
    current: kept.current === key ? newKey : kept.current,
  };
}

/** Not stored on the service any more: all that is left lies here. */
export function onlyHere(one: KeptDraft, { cancelled }: Pick<Ending, 'cancelled'>): KeptDraft {
  const isAsked = cancelled && one.draft.state === 'sending';
  return {
    ...one,
    draft: {
      ...one.draft,
      serverId: null,
      photos: one.draft.photos.flatMap((photo) => (photo.blob ? notUploaded(photo) : [])),
      ...(isAsked && { state: 'refused', problem: words().cancelledInChat, mend: '/report/review' }),
    },
    notes: {
      ...one.notes,
      ...{ said: NO_WORDS, heard: NO_WORDS, shown: [], leaving: [], isSubmitted: false },
      isResting: one.draft.state !== 'sending',
      uploads: Object.fromEntries(
        Object.entries(one.notes.uploads).map(([photo, upload]) => [
          photo,
          { ...upload, isTried: false, round: upload.round + 1 },
        ]),
      ),
    },
  };
}

function hasRest(one: KeptDraft): boolean {
  return unsaid(one).length > 0 || one.draft.photos.some(({ serverId, blob }) => serverId === null && blob !== null);
}

/** What the report does not have: the person decides what becomes of it. Another draft, so another key. */
function restOf(one: KeptDraft, code: string, newKey: string): KeptDraft {
  const rest = onlyHere(one, { cancelled: false });
  return {
    ...rest,
    draft: {
      ...rest.draft,
      key: newKey,
      state: 'refused',
      photos: rest.draft.photos.filter(({ key }) => isMissing(one, key)),
      problem: words().partlySent(code),
      mend: `/reports/${code}`,
    },
    notes: { ...rest.notes, isResting: true },
  };
}

function isMissing({ draft }: KeptDraft, photoKey: string): boolean {
  return draft.photos.some(({ key, serverId }) => key === photoKey && serverId === null);
}

function notUploaded(photo: DraftPhoto): DraftPhoto {
  return photo.state === 'refused' ? photo : { ...photo, state: 'waiting', progress: 0, serverId: null };
}

function words() {
  return draftTexts[currentLanguage()].sync;
}
