/**
 * One draft, two places: this phone, and the service, where the chat writes too. What each changed since they last agreed counts;
 * where both changed the same thing the phone's stands: it is what the person has before their eyes, and what was written in the
 * chat still stands there. Words, place and category are one answer each. Photos are united; one that is taken out on either side
 * is out.
 */
import { isSameAnswer, type KeptDraft, NO_WORDS, type SyncNotes, type Words, wordsOf } from '../kept/kept.ts';
import type { DraftPhoto, LocalDraft } from '../model.ts';
import type { ServerDraft } from './draft-api.ts';

export type Answer = keyof Words;
export const ANSWERS: readonly Answer[] = ['text', 'place', 'categoryCode'];

/** What of the phone's the service has not heard. A draft new to the service is told whole. */
export function unsaid({ draft, notes }: KeptDraft): Answer[] {
  const words = wordsOf(draft);
  const said = draft.serverId === null ? NO_WORDS : notes.said;
  return ANSWERS.filter((answer) => !isSameAnswer(answer, words, said));
}

/**
 * What goes to the service with the next breath. A place that it read out of the chat's words (`takeOver`) goes along with any other
 * word: it need not stand in those.
 */
export function toSay(one: KeptDraft): Answer[] {
  const answers = unsaid(one);
  const { fromChat, heard } = one.notes;
  const isReadThere = fromChat && !isSameAnswer('place', wordsOf(one.draft), heard);
  return answers.length > 0 && isReadThere && !answers.includes('place') ? [...answers, 'place'] : answers;
}

/** The phone's draft after the service has shown its own. `told`: what it was told in the same breath. */
export function unite(one: KeptDraft, server: ServerDraft, told: Partial<Words> = {}): KeptDraft {
  const isNew = one.draft.serverId === null;
  const agreed = isNew ? { said: NO_WORDS, heard: NO_WORDS } : one.notes;
  const shown = serverWords(server);
  const words = { ...wordsOf(one.draft) };
  const said = { ...agreed.said, ...told };
  const heard = { ...agreed.heard };
  for (const answer of ANSWERS) {
    const wasTold = answer in told;
    const isChangedThere = !wasTold && !isSameAnswer(answer, shown, heard);
    if (isChangedThere && isSameAnswer(answer, words, said)) {
      assign(words, answer, shown);
      assign(said, answer, shown);
    }
    // While it is only written here it is not agreed upon: it goes there with the next word.
    if (wasTold || isChangedThere) assign(heard, answer, shown);
  }
  return {
    ...one,
    draft: {
      ...one.draft,
      serverId: server.id,
      text: words.text,
      categoryCode: words.categoryCode,
      place: placeOf(one.draft, words, server),
      photos: unitePhotos(one, server),
    },
    notes: { ...one.notes, said, heard, shown: server.photos.map(({ id }) => id), isResting: false },
  };
}

/**
 * A draft begun in the chat, on a phone that has none. Only looked at so far: nothing of it is to be told, because from the first
 * word of the phone on the chat no longer sends it by itself.
 */
export function takeOver(empty: KeptDraft, server: ServerDraft): KeptDraft {
  const one = unite(empty, server);
  const { place } = one.draft;
  // In the chat a place is said, not chosen.
  const address = place.address || (server.address ?? '');
  const draft = { ...one.draft, place: { ...place, address } };
  const said = { ...one.notes.said, place: wordsOf(draft).place };
  return { ...one, draft, notes: { ...one.notes, said, fromChat: true } };
}

function serverWords({ text, pin, chosen }: ServerDraft): Words {
  return {
    text,
    place: { pin, address: chosen.address ?? '', wardCode: chosen.wardCode },
    categoryCode: chosen.categoryCode,
  };
}

function placeOf({ place }: LocalDraft, { place: words }: Words, { ward }: ServerDraft): LocalDraft['place'] {
  if (words.wardCode === null) return { ...words, wardName: null };
  const name = ward?.code === words.wardCode ? ward.name : null;
  return { ...words, wardName: place.wardCode === words.wardCode ? (place.wardName ?? name) : name };
}

function unitePhotos({ draft, notes }: KeptDraft, server: ServerDraft): DraftPhoto[] {
  const there = new Set(server.photos.map(({ id }) => id));
  // An answer may be older than an upload that ended meanwhile: only what it once showed can be missing from it.
  const isTakenOut = (id: number) => !there.has(id) && notes.shown.includes(id);
  const own = draft.photos.filter(({ serverId }) => serverId === null || !isTakenOut(serverId));
  // Of an upload without an answer nobody knows yet which of the service's photos it is.
  if (isAnyUnanswered(draft, notes)) return own;
  const known = new Set(own.map(({ serverId }) => serverId));
  const leaving = new Set(notes.leaving.map(({ serverId }) => serverId));
  const others = server.photos.filter(({ id }) => !known.has(id) && !leaving.has(id));
  return [
    ...own,
    ...others.map(
      ({ id, state }): DraftPhoto => ({
        key: `there-${id}`,
        state: state === 'refused' ? 'refused' : 'uploaded',
        progress: 1,
        problem: null,
        serverId: id,
        blob: null,
      }),
    ),
  ];
}

function isAnyUnanswered(draft: LocalDraft, { uploads, leaving }: SyncNotes): boolean {
  return (
    leaving.some(({ serverId }) => serverId === null) ||
    draft.photos.some(({ key, serverId }) => serverId === null && uploads[key]?.isTried)
  );
}

function assign<Name extends Answer>(to: Words, answer: Name, from: Words): void {
  to[answer] = from[answer];
}
