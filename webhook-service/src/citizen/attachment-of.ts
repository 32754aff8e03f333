import type { Static } from 'typebox';
import type { attachments } from '../../../db/schema/index.ts';
import { attachmentProblem } from '../media/attachment-problems.ts';
import type { Attachment } from './report-schemas.ts';

/** A voice message, video or file as its sender sees it. */
export function attachmentOf(row: typeof attachments.$inferSelect): Static<typeof Attachment> {
  const { id, kind, name, sentAt, state, refusal, mediaType, bytes } = row;
  const isStored = state === 'stored';
  return {
    ...{ id, kind, name, state },
    sentAt: sentAt.toISOString(),
    problem: state === 'refused' ? attachmentProblem(refusal) : null,
    mediaType: isStored ? mediaType : null,
    bytes: isStored ? bytes : null,
    url: isStored ? `/api/citizen/attachments/${id}` : null,
  };
}
