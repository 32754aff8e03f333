import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { type DraftPhotoDeps, MOST_PHOTOS, removeDraftPhoto } from '../conversation/mini-app/draft-photos.ts';
import { idempotencyKeyOf } from '../http/idempotency.ts';
import { Problem } from '../problem.ts';
import { Photo, photoOf } from './draft-schemas.ts';
import { bytesOf, multipartLimits, notMultipart, photoMissing, type TakePhoto, uploadFault } from './photo-intake.ts';
import { about, IdParam, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface DraftPhotosDeps extends DraftPhotoDeps {
  db: Db;
  takePhoto: TakePhoto;
}

/** Photos of the draft, one a request: on a bad network only the one that broke off is sent again. */
export async function registerDraftPhotos(app: FastifyInstance, deps: DraftPhotosDeps): Promise<void> {
  await app.register(async (uploads) => {
    await uploads.register(multipart, multipartLimits(1));
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
        const photo = await deps.takePhoto(citizen, keyed?.key ?? '', await fileOf(request));
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

/** The file of a multipart request, under whatever name it comes. @throws AppError 400, 413, 415, 422 */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw notMultipart();
  const part = await request.file().catch(uploadFault);
  if (!part) throw photoMissing();
  return bytesOf(part);
}
