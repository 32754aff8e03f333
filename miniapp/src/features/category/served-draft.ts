import type { LocalDraft } from '../draft/model.ts';
import type { ServerDraft } from '../draft/sync/draft-api.ts';

/** The draft as the service reads it: what it makes of the words, what is missing. */
export type ServedDraft = ServerDraft | null;

/** The service has read these very words. Places are left out: it names the ward of a pin itself. */
export function isRead(
  { text, categoryCode }: Pick<LocalDraft, 'text' | 'categoryCode'>,
  served: ServedDraft,
): boolean {
  return served !== null && served.text === text.trim().normalize('NFC') && served.chosen.categoryCode === categoryCode;
}
