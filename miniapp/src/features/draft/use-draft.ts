import type { DraftPlace, LocalDraft, Sharing } from './model.ts';

/** What the pages of the report may do with the draft. Every change is on the phone before this returns to the page. */
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
  /** Shrinks and keeps the pictures, and begins to upload them. @returns how many were more than allowed */
  addPhotos(files: readonly File[]): Promise<number>;
  removePhoto(key: string): void;
  retryPhoto(key: string): void;
  /** Sends it now or as soon as the network lets it, exactly once. With `joins`: together with that report. */
  send(options?: { joins: string }): void;
  /** Throws everything away, here and in the chat. */
  discard(): Promise<void>;
  /** After "sent": the next draft begins empty. */
  startAnew(): void;
}
