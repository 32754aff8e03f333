import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { attachments, jobs } from '../../../db/schema/index.ts';
import { attachmentProblem, NOT_FETCHED } from '../media/attachment-problems.ts';
import { Moment, NullableText, nullable, oneOf } from './schemas.ts';

export const AttachmentItem = Type.Object({
  id: Type.Integer(),
  kind: oneOf(['voice', 'video', 'file']),
  name: NullableText,
  sentAt: Moment,
  state: Type.Unsafe<'pending' | 'stored' | 'refused' | 'failed'>({
    ...oneOf(['pending', 'stored', 'refused', 'failed']),
    description: 'đang tải, đã lưu, không nhận được, hoặc đã thử nhiều lần mà chưa tải được',
  }),
  problem: Type.Union([Type.String(), Type.Null()], { description: 'vì sao không có tệp, một câu' }),
  mediaType: NullableText,
  bytes: nullable(Type.Integer()),
  url: Type.Union([Type.String(), Type.Null()], { description: 'khi đã lưu' }),
});

/** Voice messages, videos and files of a report in the order they were sent; those that could not be kept say why. */
export async function attachmentItems(
  db: Db,
  { id: reportId, code }: { id: number; code: string },
): Promise<Static<typeof AttachmentItem>[]> {
  const rows = await db
    .select({ piece: attachments, givenUp: jobs.failedAt })
    .from(attachments)
    .leftJoin(jobs, and(eq(jobs.key, sql`'media.keep:attachment-' || ${attachments.id}`), isNotNull(jobs.failedAt)))
    .where(eq(attachments.reportId, reportId))
    .orderBy(asc(attachments.sentAt), asc(attachments.id));
  return rows.map(({ piece: { id, kind, name, sentAt, state, refusal, mediaType, bytes }, givenUp }) => {
    const isGivenUp = state === 'pending' && givenUp !== null;
    const isStored = state === 'stored';
    return {
      ...{ id, kind, name },
      sentAt: sentAt.toISOString(),
      state: isGivenUp ? 'failed' : state,
      problem: isGivenUp ? NOT_FETCHED : state === 'refused' ? attachmentProblem(refusal) : null,
      mediaType: isStored ? mediaType : null,
      bytes: isStored ? bytes : null,
      url: isStored ? `/api/staff/reports/${code}/attachments/${id}` : null,
    };
  });
}
