import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { and, eq, isNull } from 'drizzle-orm';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { type DraftPhoto, MOST_PHOTOS, tooManyPhotos } from '../conversation/mini-app/draft-photos.ts';
import { errorCodeOf } from '../error-codes.ts';
import { AppError } from '../errors.ts';
import { bytesOf, multipartLimits, notMultipart, photoMissing, type TakePhoto, uploadFault } from './photo-intake.ts';
import { citizenOf } from './signed-in.ts';
import type { UploadTokens } from './upload-token.ts';

export const UPLOADS_PATH = '/api/citizen/uploads';

export interface UploadsDeps {
  db: Db;
  now: () => Date;
  publicUrl: string;
  uploadTokens: UploadTokens;
  takePhoto: TakePhoto;
  /** Counts an address without a good token; false when it has had too many. */
  mayTryAgain: (request: FastifyRequest) => Promise<boolean>;
}

/** §6.3: the body goes to the Mini App as it is, so it must always be this JSON. */
const Answer = Type.Object({
  /** 0, or -1 with the sentence for the citizen in `message`. */
  error: Type.Integer(),
  message: Type.String(),
  data: Type.Optional(Type.Object({ urls: Type.Array(Type.String()), ids: Type.Array(Type.String()) })),
  /** Of a failure; stable. */
  code: Type.Optional(Type.String()),
});
const Query = Type.Object({ token: Type.Optional(Type.String({ maxLength: 200 })) });

/**
 * Where Zalo's native picker uploads photos to (§6.3): a part with a filename is a photo, whatever its name, and one request may
 * bring one or all. It knows no headers, so the address says whose they are. Always HTTP 200: of any other answer the
 * Mini App would learn no more than that it failed. Sent again, the same photo is the same.
 */
export async function registerUploads(app: FastifyInstance, deps: UploadsDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError | AppError, request, reply) => refuse(error, request, reply));
    scope.addHook('onRequest', async (request) => {
      request.citizen = await ownerOf(request, deps);
      if (request.citizen) return;
      throw (await deps.mayTryAgain(request)) ? linkOver() : tooManyRequests();
    });
    await scope.register(multipart, multipartLimits(MOST_PHOTOS));
    scope.post(
      UPLOADS_PATH,
      {
        // Zalo's client calls it by the address it was given; it is no part of the API that others read of.
        schema: { hide: true, querystring: Query, response: { 200: Answer } },
        config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      },
      async (request) => answerOf(await takeAll(request, deps), deps.publicUrl),
    );
  });
}

async function ownerOf(request: FastifyRequest, { db, now, uploadTokens }: UploadsDeps): Promise<Citizen | null> {
  const { token } = request.query as { token?: unknown };
  const id = typeof token === 'string' ? uploadTokens.read(token, now()) : null;
  if (id === null) return null;
  const [citizen] = await db
    .select()
    .from(citizens)
    .where(and(eq(citizens.id, id), isNull(citizens.erasedAt)));
  return citizen ?? null;
}

/** Takes every file until one is refused; the rest is read to its end, so that the phone gets to hear the answer. */
async function takeAll(request: FastifyRequest, { takePhoto }: UploadsDeps): Promise<DraftPhoto[]> {
  if (!request.isMultipart()) throw notMultipart();
  const citizen = citizenOf(request);
  const taken: DraftPhoto[] = [];
  let fault: unknown = null;
  try {
    for await (const part of request.files()) {
      if (fault) {
        part.file.resume();
        continue;
      }
      try {
        const bytes = await bytesOf(part);
        const content = createHash('sha256').update(bytes).digest('hex');
        taken.push(await takePhoto(citizen, { content }, bytes));
      } catch (error) {
        fault = error;
      }
    }
  } catch (error) {
    fault ??= errorCodeOf(error) === 'FST_FILES_LIMIT' ? tooManyPhotos() : interrupted(error);
  }
  if (fault) throw afterSome(fault, taken.length);
  if (taken.length === 0) throw photoMissing();
  return taken;
}

function interrupted(error: unknown): unknown {
  try {
    return uploadFault(error);
  } catch (fault) {
    return fault;
  }
}

/** What was taken before stays in the draft: the person is told, and need not send it again. */
function afterSome(fault: unknown, taken: number): unknown {
  if (taken === 0 || !(fault instanceof AppError)) return fault;
  const { code, status, detail } = fault;
  return new AppError({ code, status, detail: `Đã thêm ${taken} ảnh. Ảnh tiếp theo: ${detail}`, cause: fault });
}

function answerOf(taken: readonly DraftPhoto[], publicUrl: string): Static<typeof Answer> {
  const ids = taken.map(({ id }) => String(id));
  return {
    error: 0,
    message: 'Success',
    data: { urls: ids.map((id) => `${publicUrl}/api/citizen/photos/${id}`), ids },
  };
}

function refuse(error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply) {
  const known = error instanceof AppError ? error : byStatus(error.statusCode ?? 500);
  if (!known) request.log.error({ code: errorCodeOf(error) }, 'upload failed');
  const { code, detail: message } = known ?? OURS;
  return reply.code(200).send({ error: -1, message, code });
}

const OURS = { code: 'internal_error', detail: 'Hệ thống gặp lỗi, ảnh chưa được nhận. Xin thử lại sau ít phút.' };

function byStatus(status: number): Pick<AppError, 'code' | 'detail'> | null {
  if (status >= 500) return null;
  if (status === 415) return notMultipart();
  if (status === 429) return tooManyRequests();
  return { code: 'request_invalid', detail: 'Ảnh gửi lên chưa đúng mẫu. Xin chọn lại.' };
}

function linkOver(): AppError {
  const detail = 'Địa chỉ tải ảnh đã hết hạn. Xin chọn lại ảnh.';
  return new AppError({ code: 'upload_link_invalid', status: 401, detail });
}

function tooManyRequests(): AppError {
  const detail = 'Bạn gửi quá nhiều ảnh cùng lúc, xin thử lại sau ít phút.';
  return new AppError({ code: 'too_many_requests', status: 429, detail });
}
