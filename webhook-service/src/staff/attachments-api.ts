import { and, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { attachments } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { sendAttachment } from '../http/send-attachment.ts';
import type { MediaStore } from '../media/store.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import type { Report } from '../reports/report.ts';
import { AttachmentItem, attachmentItems } from './attachment-items.ts';
import { requireVisible } from './guard.ts';
import { about, IdParam, ReportCodeParam, refused } from './schemas.ts';

/** Voice messages, videos and files that citizens sent with a report, for staff who may see it. */
export function registerAttachmentsApi(staff: FastifyInstance, deps: { db: Db; media: MediaStore }): void {
  staff.get(
    '/api/staff/reports/:code/attachments',
    {
      schema: {
        ...about,
        summary: 'Tin thoại, video và tệp người dân gửi kèm, cũ nhất trước',
        params: ReportCodeParam,
        response: { 200: Type.Object({ items: Type.Array(AttachmentItem) }), ...refused },
      },
    },
    async (request) => ({ items: await attachmentItems(deps.db, await visibleReport(deps.db, request)) }),
  );

  staff.get(
    '/api/staff/reports/:code/attachments/:id',
    {
      schema: {
        ...about,
        summary: 'Một tệp gửi kèm, như người dân đã gửi: âm thanh và video nghe xem tại chỗ, còn lại để tải về',
        params: Type.Object({ ...ReportCodeParam.properties, ...IdParam.properties }),
        response: { 200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }), ...refused },
      },
    },
    async (request, reply) => {
      const report = await visibleReport(deps.db, request);
      const { id } = request.params as Static<typeof IdParam>;
      const [piece] = await deps.db
        .select()
        .from(attachments)
        .where(and(eq(attachments.id, id), eq(attachments.reportId, report.id)));
      if (!piece || !(await sendAttachment(reply, piece, deps.media))) throw attachmentNotFound();
      return reply;
    },
  );
}

async function visibleReport(db: Db, request: FastifyRequest): Promise<Report> {
  const { code } = request.params as Static<typeof ReportCodeParam>;
  return requireVisible(request, await reportByCode(db, code));
}

function attachmentNotFound(): AppError {
  return new AppError({ code: 'attachment_not_found', status: 404, detail: 'Không có tệp gửi kèm này.' });
}
