import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import type { Citizen } from '../conversation/citizens.ts';
import {
  addDraftPhoto,
  type DraftPhoto,
  type DraftPhotoDeps,
  MOST_PHOTOS,
  removeDraftPhoto,
} from '../conversation/mini-app/draft-photos.ts';
import { AppError } from '../errors.ts';
import { idempotencyKeyOf } from '../http/idempotency.ts';
import { oneByOne } from '../http/turns.ts';
import { makePhoto } from '../media/photo.ts';
import { Problem } from '../problem.ts';
import { Photo, photoOf } from './draft-schemas.ts';
import { about, IdParam, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface DraftPhotosDeps extends DraftPhotoDeps {
  db: Db;
}

const MOST_BYTES = 15 * 1024 * 1024;

/** Photos of the draft, one a request: on a bad network only the one that broke off is sent again. */
export async function registerDraftPhotos(app: FastifyInstance, deps: DraftPhotosDeps): Promise<void> {
  const takePhoto = createPhotoIntake(deps);

  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      throwFileSizeLimit: false,
      // A picker may send fields beside the file; they are not read.
      limits: { fileSize: MOST_BYTES + 1, files: 1, fields: 10, fieldSize: 1_000, parts: 11 },
    });
    uploads.post(
      '/api/citizen/draft/photos',
      {
        // The body is read as a stream: its schema is for the reader of the document.
        preValidation: async (request) => {
          request.body = { file: null };
        },
        schema: {
          ...about,
          summary: 'Thêm một ảnh vào bản nháp, hoặc bắt đầu bản nháp bằng ảnh',
          description: `JPEG, PNG, WebP, GIF hoặc AVIF, tối đa 15 MB; mỗi phản ánh tối đa ${MOST_PHOTOS} ảnh. Gửi lại với cùng Idempotency-Key vẫn là một ảnh.`,
          consumes: ['multipart/form-data'],
          headers: Type.Object({
            'idempotency-key': Type.Optional(Type.String({ description: 'bắt buộc; mỗi ảnh một mã' })),
          }),
          body: Type.Object({ file: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) }),
          response: { 201: Photo, ...refused, 409: Problem, 413: Problem, 415: Problem },
        },
        config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      },
      async (request, reply) => {
        const citizen = citizenOf(request);
        const keyed = idempotencyKeyOf(request, { who: `citizen:${citizen.id}`, required: true });
        const photo = await takePhoto(citizen, keyed?.key ?? '', await fileOf(request));
        return reply.code(201).send(photoOf(photo));
      },
    );
  });

  app.delete(
    '/api/citizen/draft/photos/:id',
    {
      schema: {
        ...about,
        summary: 'Bỏ một ảnh khỏi bản nháp, kể cả ảnh gửi ở chat',
        params: IdParam,
        response: { 204: Type.Null(), ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params as Static<typeof IdParam>;
      await removeDraftPhoto(citizenOf(request), id, deps);
      return reply.code(204).send(null);
    },
  );
}

/**
 * Takes bytes as a photo of the citizen's draft, whichever way they were uploaded: makes them anew and stores them.
 * @throws AppError 409, 413 or 415
 */
function createPhotoIntake(
  deps: DraftPhotoDeps,
): (citizen: Citizen, uploadKey: string, bytes: Buffer) => Promise<DraftPhoto> {
  // A decoded photo takes tens of megabytes: one at a time (DESIGN §12).
  const inTurn = oneByOne();
  return async (citizen, uploadKey, bytes) => {
    const photo = await inTurn(() => makePhoto(bytes));
    return addDraftPhoto(citizen, { photo, uploadKey }, deps);
  };
}

/** The file of a multipart request, under whatever name it comes. @throws AppError 400, 413, 415, 422 */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart())
    throw refusal('media_type_unsupported', 415, 'Xin gửi ảnh dưới dạng multipart/form-data.');
  const part = await request.file().catch(uploadFault);
  if (!part) throw refusal('photo_missing', 422, 'Chưa có ảnh nào. Xin chọn một ảnh.');
  const bytes = await part.toBuffer().catch(uploadFault);
  if (bytes.length > MOST_BYTES) throw refusal('photo_too_large', 413, 'Mỗi ảnh không được quá 15 MB.');
  return bytes;
}

function uploadFault(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_MP_PREMATURE_CLOSE')
    throw refusal('upload_interrupted', 400, 'Tải lên bị ngắt giữa chừng. Xin gửi lại.');
  throw error;
}

function refusal(code: string, status: number, detail: string): AppError {
  return new AppError({ code, status, detail });
}
