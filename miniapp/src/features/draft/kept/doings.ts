/** What a person does to the drafts on the phone. Plain functions: the drafts before, the drafts after. */
import { type DraftPhoto, isEmpty, type LocalDraft, MOST_PHOTOS } from '../model.ts';
import { beginDraft, type Circumstances, changeDraft, currentOf, find, type Kept, type KeptDraft } from './kept.ts';

/** Writes into the draft at hand; where that one is on its way already, into a new one. */
export function edit(kept: Kept, how: (draft: LocalDraft) => LocalDraft, circumstances: Circumstances): Kept {
  const open = ready(kept, circumstances);
  return changeDraft(open, currentOf(open).draft.key, (one) => ({
    ...one,
    // What was refused is judged anew when it is sent again.
    draft: { ...how(one.draft), state: 'writing', problem: null, mend: null, changedAt: circumstances.now },
    notes: { ...one.notes, isResting: false },
  }));
}

/** A draft that can be written in. */
function ready(kept: Kept, circumstances: Circumstances): Kept {
  const { state } = currentOf(kept).draft;
  return state === 'sending' || state === 'sent' ? startAnew(kept, circumstances) : kept;
}

/** A picture as the phone gives it; one that is refused at once only says so. */
export function addPhoto(kept: Kept, photo: DraftPhoto, circumstances: Circumstances): Kept {
  const after = edit(kept, (draft) => ({ ...draft, photos: [...draft.photos, photo] }), circumstances);
  return changeDraft(after, currentOf(after).draft.key, (one) => ({
    ...one,
    notes: { ...one.notes, uploads: { ...one.notes.uploads, [photo.key]: NEW_UPLOAD } },
  }));
}

const NEW_UPLOAD = { isRaw: true, isTried: false, round: 0 };

/** How many photos there is still room for: a refused one takes none. */
export function roomFor({ photos }: LocalDraft): number {
  return Math.max(0, MOST_PHOTOS - photos.filter(({ state }) => state !== 'refused').length);
}

/** The same for the draft that a photo added now would go into. */
export function roomInNext(kept: Kept): number {
  const { draft } = currentOf(kept);
  return draft.state === 'sending' || draft.state === 'sent' ? MOST_PHOTOS : roomFor(draft);
}

export function removePhoto(kept: Kept, photoKey: string, circumstances: Circumstances): Kept {
  const { draft, notes } = currentOf(kept);
  const photo = draft.photos.find(({ key }) => key === photoKey);
  if (!photo || draft.state === 'sending' || draft.state === 'sent') return kept;
  const { [photoKey]: upload, ...uploads } = notes.uploads;
  const isThere = photo.serverId !== null || upload?.isTried === true;
  const gone = { key: photoKey, round: upload?.round ?? 0, serverId: photo.serverId };
  const after = edit(
    kept,
    (before) => ({ ...before, photos: before.photos.filter(({ key }) => key !== photoKey) }),
    circumstances,
  );
  return changeDraft(after, draft.key, (one) => ({
    ...one,
    notes: { ...one.notes, uploads, leaving: isThere ? [...notes.leaving, gone] : notes.leaving },
  }));
}

/** What is known of a photo changes; the person has done nothing. */
export function notePhoto(kept: Kept, draftKey: string, photoKey: string, change: Partial<DraftPhoto>): Kept {
  return changeDraft(kept, draftKey, (one) => ({
    ...one,
    draft: {
      ...one.draft,
      photos: one.draft.photos.map((photo) => (photo.key === photoKey ? { ...photo, ...change } : photo)),
    },
  }));
}

/** "Gửi" was pressed. Photos that were refused stay behind: their tiles have said so. */
export function send(kept: Kept, joins: string | null, now: number): Kept {
  const { draft } = currentOf(kept);
  if (isEmpty(draft) || draft.state === 'sending' || draft.state === 'sent') return kept;
  return changeDraft(kept, draft.key, (one) => ({
    ...one,
    draft: {
      ...one.draft,
      photos: draft.photos.filter(({ state }) => state !== 'refused'),
      ...{ state: 'sending', joins, problem: null, mend: null, changedAt: now },
    },
    notes: { ...one.notes, isResting: false },
  }));
}

/** Not yet on its way, it can be written on. */
export function takeBack(kept: Kept, draftKey: string, now: number): Kept {
  const one = find(kept, draftKey);
  if (one?.draft.state !== 'sending' || one.notes.isSubmitted) return kept;
  const back = changeDraft(kept, draftKey, (before) => ({
    ...before,
    draft: { ...before.draft, state: 'writing', joins: null, changedAt: now },
  }));
  return open(back, draftKey);
}

/** The draft at hand is another one; an empty one is not kept for it. */
export function open(kept: Kept, draftKey: string): Kept {
  const one = find(kept, draftKey);
  if (!one || one.draft.state === 'sent' || kept.current === draftKey) return kept;
  return tidied({ ...kept, current: draftKey });
}

/** The next draft. One that is not sent yet stays until it is. */
export function startAnew(kept: Kept, { now, newKey }: Circumstances): Kept {
  const { draft } = currentOf(kept);
  if (draft.state === 'writing') return kept;
  return tidied({ ...kept, drafts: [...kept.drafts, beginDraft(newKey, now)], current: newKey });
}

/** Thrown away on the phone; the service is told as soon as it can be. */
export function discard(kept: Kept, { now, newKey }: Circumstances): Kept {
  const one = currentOf(kept);
  if (one.draft.state === 'sent' || one.notes.isSubmitted) return kept;
  const { serverId, text } = one.draft;
  // Without id and words there is nothing by which it could be told from what was begun in the chat.
  const isKnown = serverId !== null || text.trim() !== '';
  return {
    drafts: [...kept.drafts.filter((other) => other !== one), beginDraft(newKey, now)],
    current: newKey,
    thrown: isKnown ? [...kept.thrown, { serverId, text }] : kept.thrown,
  };
}

/** Without what nobody needs any more: reports that are sent, drafts in which nothing was written. */
export function tidied(kept: Kept): Kept {
  const isNeeded = ({ draft, notes }: KeptDraft) =>
    draft.key === kept.current ||
    (draft.state !== 'sent' && !(isEmpty(draft) && draft.serverId === null && notes.leaving.length === 0));
  return { ...kept, drafts: kept.drafts.filter(isNeeded) };
}
