/**
 * The report somebody is writing, as it lives on the phone: nothing typed is ever lost, whatever happens to the network or the
 * app. The server's draft (one per person, shared with the chat) follows it.
 */

export interface Pin {
  latitude: number;
  longitude: number;
}

export interface DraftPlace {
  pin: Pin | null;
  /** In the person's words. */
  address: string;
  /** Chosen or confirmed by the person; null: what the pin or the address says. */
  wardCode: string | null;
  wardName: string | null;
}

export type PhotoState =
  /** On the phone only. */
  | 'waiting'
  | 'uploading'
  | 'uploaded'
  /** Can be tried again. */
  | 'failed'
  /** The service will not take it: `problem` says why. */
  | 'refused';

export interface DraftPhoto {
  /** Made on the phone; also the key that makes an upload repeated on a bad network one photo. */
  key: string;
  state: PhotoState;
  /** 0–1 while it is uploading. */
  progress: number;
  problem: string | null;
  /** Known once uploaded. */
  serverId: number | null;
  /** The shrunk picture; null for a photo that came from the chat, which only the server has. */
  blob: Blob | null;
}

/** What others will see, asked one by one and never ticked beforehand; null: not answered yet. */
export interface Sharing {
  handle: boolean;
  contact: boolean;
  publish: boolean;
  hideMyName: boolean;
  /** The version of each wording that was on the screen: whoever agrees agrees to what they were shown. */
  versions?: Partial<Record<Purpose, string>>;
}

export type Purpose = 'handle' | 'contact' | 'publish';

export type DraftState =
  | 'writing'
  /** "Gửi" was pressed; goes as soon as the network lets it. */
  | 'sending'
  /** It became a report. */
  | 'sent'
  /** The service refused it: `problem` says what to mend. */
  | 'refused';

export interface LocalDraft {
  /** Made on the phone; also the key that makes a report sent twice one report. */
  key: string;
  state: DraftState;
  /** The server's draft this one is; null until it was stored there. */
  serverId: number | null;
  photos: DraftPhoto[];
  place: DraftPlace;
  text: string;
  categoryCode: string | null;
  sharing: Sharing;
  /** The report it joins ("cùng phản ánh"). */
  joins: string | null;
  problem: string | null;
  /** The page of the app where that can be mended. */
  mend: string | null;
  /** Epoch ms. */
  changedAt: number;
  /** Once sent. */
  sent: { code: string; acceptDueWords: string } | null;
}

export const MOST_PHOTOS = 5;
export const MOST_TEXT = 2_000;

export function emptyDraft(key: string, now: number): LocalDraft {
  return {
    key,
    state: 'writing',
    serverId: null,
    photos: [],
    place: { pin: null, address: '', wardCode: null, wardName: null },
    text: '',
    categoryCode: null,
    sharing: { handle: false, contact: false, publish: false, hideMyName: false },
    joins: null,
    problem: null,
    mend: null,
    changedAt: now,
    sent: null,
  };
}

/** Nothing worth keeping has been said yet. */
export function isEmpty({ photos, place, text, categoryCode }: LocalDraft): boolean {
  return photos.length === 0 && !place.pin && !place.address && !place.wardCode && !text.trim() && !categoryCode;
}
