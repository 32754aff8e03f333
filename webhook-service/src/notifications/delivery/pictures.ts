import type { DeliveryDeps, Message } from './deps.ts';

/** Attachment ids are good for 7 days (§3.6): one day less, for clocks and slow queues. */
const GOOD_FOR_MS = 6 * 24 * 3_600_000;
/** Many followers get the same picture within minutes; more than these few are not asked for at once. */
const MOST_KEPT = 500;

/** Uploads evidence once per process and week, for all who are shown it. */
export type Pictures = (message: Message, deps: DeliveryDeps) => Promise<string | null>;

/**
 * The attachment id of the picture a message carries, uploaded when it must be. Null when there is none or it cannot be
 * had: then the text goes alone, it is complete without (§3.2).
 */
export function createPictures(): Pictures {
  const kept = new Map<number, { attachmentId: string; until: number }>();
  return async (message, { zalo, budget, pictureOf, now }) => {
    const evidenceId = message.extras?.imageOfEvidence;
    if (evidenceId === undefined) return null;
    const known = kept.get(evidenceId);
    if (known && known.until > now().getTime()) return known.attachmentId;
    const jpeg = await pictureOf(evidenceId);
    if (!jpeg || (await budget.take('answer')) > 0) return null;
    const uploaded = await zalo.uploadImage(jpeg);
    if (!uploaded.ok) return null;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(evidenceId, { attachmentId: uploaded.attachmentId, until: now().getTime() + GOOD_FOR_MS });
    return uploaded.attachmentId;
  };
}
