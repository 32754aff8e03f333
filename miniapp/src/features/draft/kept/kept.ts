/** What the phone holds of the drafts, as it lies in its storage: what was written, and how far the service knows of it. */
import { type DraftPlace, emptyDraft, isEmpty, type LocalDraft, type Pin } from '../model.ts';

/** What phone and service tell each other. Empty words and "nothing" are the same. */
export interface Words {
  text: string;
  place: Pick<DraftPlace, 'address' | 'wardCode'> & { pin: Pin | null };
  categoryCode: string | null;
}

export interface Upload {
  /** As it was taken: it is shrunk before it goes anywhere. */
  isRaw: boolean;
  /** It was on its way when nothing more was heard: the service may have it, under this round's key. */
  isTried: boolean;
  /** Counts the drafts of the service this photo was meant for: a photo of a draft that was cancelled needs a new key. */
  round: number;
}

/** A photo taken out again, which the service may still have. */
export interface Leaving {
  key: string;
  round: number;
  /** Unknown where the answer to the upload was lost: the same upload again tells it. */
  serverId: number | null;
}

export interface SyncNotes {
  /** What the service last took from this phone. */
  said: Words;
  /** What it then showed: what it shows differently later was written elsewhere, in the chat or on another phone. */
  heard: Words;
  /** Photos it showed: one of them that is missing later was taken out elsewhere. */
  shown: readonly number[];
  /** By the photo's key. */
  uploads: Readonly<Record<string, Upload>>;
  leaving: readonly Leaving[];
  /** The service no longer has it, and it is not stored there anew before the person goes on with it. */
  isResting: boolean;
  /** "Gửi" may have reached the service: from then on it cannot be taken back. */
  isSubmitted: boolean;
  fromChat: boolean;
}

export interface KeptDraft {
  draft: LocalDraft;
  notes: SyncNotes;
  /** Counts the changes, so that of two copies the newer one is known. */
  version: number;
}

/** A draft thrown away that the service has not heard of. */
export interface Thrown {
  serverId: number | null;
  /** Tells it where no id is known, because the answer was lost. */
  text: string;
}

export interface Kept {
  /** In the order they were begun. */
  drafts: readonly KeptDraft[];
  /** The key of the one that is being written. */
  current: string;
  thrown: readonly Thrown[];
}

export interface Circumstances {
  now: number;
  /** For a draft that begins with this. */
  newKey: string;
}

export const NO_WORDS: Words = {
  text: '',
  place: { pin: null, address: '', wardCode: null },
  categoryCode: null,
};

const NO_NOTES: SyncNotes = {
  said: NO_WORDS,
  heard: NO_WORDS,
  shown: [],
  uploads: {},
  leaving: [],
  isResting: false,
  isSubmitted: false,
  fromChat: false,
};

export function beginDraft(key: string, now: number): KeptDraft {
  return { draft: emptyDraft(key, now), notes: NO_NOTES, version: 0 };
}

export function beginKept(key: string, now: number): Kept {
  return { drafts: [beginDraft(key, now)], current: key, thrown: [] };
}

export function find(kept: Kept, key: string): KeptDraft | undefined {
  return kept.drafts.find(({ draft }) => draft.key === key);
}

export function currentOf(kept: Kept): KeptDraft {
  const current = find(kept, kept.current) ?? kept.drafts[kept.drafts.length - 1];
  if (!current) throw new Error('there is always a draft to write in');
  return current;
}

/** The drafts somebody should know of: begun, waiting to go, or refused. */
export function waitingDrafts({ drafts }: Kept): LocalDraft[] {
  return drafts.map(({ draft }) => draft).filter((draft) => draft.state !== 'sent' && !isEmpty(draft));
}

export function changeDraft(kept: Kept, key: string, change: (kept: KeptDraft) => KeptDraft): Kept {
  return { ...kept, drafts: kept.drafts.map((one) => (one.draft.key === key ? change(one) : one)) };
}

export function wordsOf({ text, place, categoryCode }: LocalDraft): Words {
  const { pin, address, wardCode } = place;
  return { text, place: { pin, address, wardCode }, categoryCode };
}

export function isSameAnswer<Name extends keyof Words>(answer: Name, one: Words, other: Words): boolean {
  if (answer !== 'place') return one[answer] === other[answer];
  const [here, there] = [one.place, other.place];
  return (
    here.address === there.address &&
    here.wardCode === there.wardCode &&
    here.pin?.latitude === there.pin?.latitude &&
    here.pin?.longitude === there.pin?.longitude
  );
}

/** The key under which the service knows the upload of a photo. */
export function uploadKeyOf(photoKey: string, round: number): string {
  return round === 0 ? photoKey : `${photoKey}.${round}`;
}
