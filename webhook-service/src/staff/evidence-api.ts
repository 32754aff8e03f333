import { randomBytes } from 'node:crypto';
import multipart from '@fastify/multipart';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { evidence, reports } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { oneByOne } from '../http/turns.ts';
import type { MediaStore } from '../media/store.ts';
import { Problem } from '../problem.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import { MOST_BYTES } from '../reports/evidence/evidence-kind.ts';
import { type Evidence, removeEvidence, storeEvidence } from '../reports/evidence/store-evidence.ts';
import { EvidenceItem } from './detail-schemas.ts';
import { evidenceItem } from './evidence-item.ts';
import { actorFor, memberOf, requireVisible } from './guard.ts';
import { about, IdParam, ReportCodeParam, refused } from './schemas.ts';

export interface EvidenceApiDeps {
  db: Db;
  media: MediaStore;
  now: () => Date;
}

const MOST_FILES = 6;
const MOST_TOTAL_BYTES = 40 * 1024 * 1024;

/** Proof for an answer: uploaded first, named in the answer by its number, gone after a day when no answer names it. */
export async function registerEvidenceApi(staff: FastifyInstance, deps: EvidenceApiDeps): Promise<void> {
  const evidenceDeps = { db: deps.db, store: deps.media, now: deps.now, randomBytes };
  // A decoded photo takes tens of megabytes: one at a time (DESIGN §12).
  const inTurn = oneByOne();

  await staff.register(async (uploads) => {
    await uploads.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: MOST_BYTES + 1, files: MOST_FILES, fields: 0, parts: MOST_FILES },
    });
    uploads.post(
      '/api/staff/reports/:code/evidence',
      {
        // The body is read as a stream, part by part: its schema is for the reader of the document.
        preValidation: async (request) => {
          request.body = { file: [] };
        },
        schema: {
          ...about,
          summary: 'Tải minh chứng lên cho câu trả lời: ảnh JPEG, PNG, WebP hoặc PDF',
          description: `Mỗi phần là một tệp: tối đa ${MOST_FILES} tệp, mỗi tệp 15 MB, tất cả 40 MB. Tệp không gắn vào câu trả lời nào sẽ bị xóa sau 24 giờ. Tải lại cùng một tệp không tạo bản thứ hai.`,
          consumes: ['multipart/form-data'],
          params: ReportCodeParam,
          body: Type.Object({
            file: Type.Array(Type.Unsafe<unknown>({ type: 'string', format: 'binary' }), { maxItems: MOST_FILES }),
          }),
          response: {
            201: Type.Object({ items: Type.Array(EvidenceItem) }),
            ...refused,
            409: Problem,
            413: Problem,
            415: Problem,
          },
        },
      },
      async (request, reply) => {
        const { code } = request.params as Static<typeof ReportCodeParam>;
        const report = requireVisible(request, await reportByCode(deps.db, code));
        actorFor(request, 'answer', report);
        const uploadedBy = memberOf(request).id;
        const kept: { piece: Evidence; isNew: boolean }[] = [];
        try {
          for await (const bytes of filesOf(request)) {
            const file = { reportId: report.id, uploadedBy, bytes };
            kept.push(await inTurn(() => storeEvidence(file, evidenceDeps)));
          }
        } catch (error) {
          // All or nothing: whoever gets a refusal has no numbers to name these by.
          for (const { piece, isNew } of kept) if (isNew) await removeEvidence(piece, evidenceDeps);
          throw error;
        }
        if (kept.length === 0) throw refusal('evidence_missing', 422, 'Chưa có tệp nào. Xin chọn ảnh hoặc PDF.');
        return reply.code(201).send({ items: kept.map(({ piece }) => evidenceItem(piece)) });
      },
    );
  });

  for (const size of ['', '/thumbnail'] as const) {
    staff.get(
      `/api/staff/evidence/:id${size}`,
      {
        schema: {
          ...about,
          summary: size ? 'Ảnh thu nhỏ của minh chứng' : 'Minh chứng: ảnh, hoặc PDF để tải về',
          params: IdParam,
          response: { 200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }), ...refused },
        },
      },
      async (request, reply) => {
        const piece = await visiblePiece(deps.db, request);
        const key = size ? piece.thumbnailKey : piece.storageKey;
        const stream = key && piece.state === 'stored' ? await deps.media.get(key) : null;
        if (!stream) throw evidenceNotFound();
        reply.header('cache-control', 'private, max-age=3600').header('x-content-type-options', 'nosniff');
        if (piece.kind === 'photo') return reply.type('image/jpeg').send(stream);
        // A PDF is somebody else's program: it is saved, never opened under our address.
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="minh-chung-${piece.id}.pdf"`)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(stream);
      },
    );
  }

  staff.delete(
    '/api/staff/evidence/:id',
    {
      schema: {
        ...about,
        summary: 'Xóa minh chứng mình đã tải lên, khi chưa gắn vào câu trả lời',
        params: IdParam,
        response: { 204: Type.Null(), ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const piece = await visiblePiece(deps.db, request);
      if (piece.uploadedBy !== memberOf(request).id)
        throw refusal('not_your_evidence', 403, 'Chỉ người đã tải minh chứng lên mới được xóa.');
      if (!(await removeEvidence(piece, evidenceDeps)))
        throw refusal('evidence_in_use', 409, 'Minh chứng đã gắn vào câu trả lời, không xóa được.');
      return reply.code(204).send(null);
    },
  );
}

/** The files of a multipart request, one after another. @throws AppError 413, 415 */
async function* filesOf(request: FastifyRequest): AsyncGenerator<Buffer> {
  if (!request.isMultipart())
    throw refusal('media_type_unsupported', 415, 'Xin gửi tệp dưới dạng multipart/form-data.');
  let total = Number(request.headers['content-length'] ?? 0) > MOST_TOTAL_BYTES * 1.01 ? Number.POSITIVE_INFINITY : 0;
  try {
    for await (const part of request.files()) {
      const bytes = await part.toBuffer();
      total += bytes.length;
      if (total > MOST_TOTAL_BYTES)
        throw refusal('evidence_too_large', 413, 'Tất cả tệp minh chứng một lần gửi không được quá 40 MB.');
      yield bytes;
    }
  } catch (error) {
    throw uploadFault(error);
  }
}

function uploadFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return refusal('evidence_too_many', 413, `Mỗi lần gửi tối đa ${MOST_FILES} tệp minh chứng, không kèm gì khác.`);
    case 'FST_MP_PREMATURE_CLOSE':
      return refusal('upload_interrupted', 400, 'Tải lên bị ngắt giữa chừng. Xin gửi lại.');
    default:
      return error;
  }
}

async function visiblePiece(db: Db, request: FastifyRequest): Promise<Evidence> {
  const { id } = request.params as Static<typeof IdParam>;
  const [found] = await db
    .select({ piece: evidence, agencyCode: reports.agencyCode, categoryCode: reports.categoryCode })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .where(eq(evidence.id, id));
  if (!found) throw evidenceNotFound();
  try {
    return requireVisible(request, found).piece;
  } catch {
    throw evidenceNotFound();
  }
}

function evidenceNotFound(): AppError {
  return refusal('evidence_not_found', 404, 'Không có minh chứng này.');
}

function refusal(code: string, status: number, detail: string): AppError {
  return new AppError({ code, status, detail });
}
