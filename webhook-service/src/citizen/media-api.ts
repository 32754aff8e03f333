import { and, eq, isNotNull } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { attachments, drafts, evidence, photos, reports } from '../../../db/schema/index.ts';
import { stakeByCode } from '../conversation/moves/stakes.ts';
import { AppError } from '../errors.ts';
import { sendAttachment } from '../http/send-attachment.ts';
import type { MediaStore } from '../media/store.ts';
import type { Piece } from '../public/answers-view.ts';
import { sendProof } from '../public/proof.ts';
import { about, IdParam, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface MediaApiDeps {
  db: Db;
  media: MediaStore;
}

const file = { 200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }), ...refused };
const many = { rateLimit: { max: 240, timeWindow: '1 minute' } };

/** Proof of answers for those who sent or follow the report, and what the citizen sent. For others there is nothing here. */
export function registerMediaApi(app: FastifyInstance, deps: MediaApiDeps): void {
  for (const size of ['', '/thumbnail'] as const) {
    const small = size !== '';
    app.get(
      `/api/citizen/evidence/:id${size}`,
      {
        schema: {
          ...about,
          summary: small ? 'Ảnh thu nhỏ của minh chứng' : 'Minh chứng: ảnh, hoặc PDF để tải về',
          params: IdParam,
          response: file,
        },
        config: many,
      },
      async (request, reply) => {
        const { id } = request.params as Static<typeof IdParam>;
        const piece = await pieceFor(deps.db, citizenOf(request).id, id);
        if (!piece || !(await sendProof(reply, piece, { media: deps.media, small, kept: 'private' }))) throw notFound();
        return reply;
      },
    );

    app.get(
      `/api/citizen/photos/:id${size}`,
      {
        schema: { ...about, summary: small ? 'Ảnh thu nhỏ đã gửi' : 'Ảnh đã gửi', params: IdParam, response: file },
        config: many,
      },
      async (request, reply) => {
        const { id } = request.params as Static<typeof IdParam>;
        const key = await ownPhoto(deps.db, citizenOf(request).id, { id, small });
        const stream = key && (await deps.media.get(key));
        if (!stream) throw notFound();
        return reply
          .type('image/jpeg')
          .header('cache-control', 'private, max-age=3600')
          .header('x-content-type-options', 'nosniff')
          .send(stream);
      },
    );
  }

  app.get(
    '/api/citizen/attachments/:id',
    {
      schema: { ...about, summary: 'Tin thoại, video hoặc tệp đã gửi', params: IdParam, response: file },
      config: many,
    },
    async (request, reply) => {
      const { id } = request.params as Static<typeof IdParam>;
      const [own] = await deps.db
        .select({ piece: attachments })
        .from(attachments)
        .innerJoin(drafts, eq(drafts.id, attachments.draftId))
        .where(and(eq(attachments.id, id), eq(drafts.citizenId, citizenOf(request).id)));
      if (!own || !(await sendAttachment(reply, own.piece, deps.media))) throw notFound();
      return reply;
    },
  );
}

async function pieceFor(db: Db, citizenId: number, id: number): Promise<Piece | null> {
  const [found] = await db
    .select({ piece: evidence, code: reports.code })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .where(and(eq(evidence.id, id), isNotNull(evidence.answerId), eq(evidence.state, 'stored')));
  if (!found) return null;
  const stake = await stakeByCode(db, citizenId, found.code);
  return typeof stake === 'string' ? null : found.piece;
}

/** Also before it is part of a report: it shows the citizen what they are about to send. */
async function ownPhoto(
  db: Db,
  citizenId: number,
  { id, small }: { id: number; small: boolean },
): Promise<string | null> {
  const [found] = await db
    .select({ whole: photos.storageKey, thumbnail: photos.thumbnailKey })
    .from(photos)
    .innerJoin(drafts, eq(drafts.id, photos.draftId))
    .where(and(eq(photos.id, id), eq(drafts.citizenId, citizenId), eq(photos.state, 'stored')));
  return (small ? found?.thumbnail : found?.whole) ?? null;
}

function notFound(): AppError {
  return new AppError({ code: 'file_not_found', status: 404, detail: 'Không có ảnh hoặc văn bản này.' });
}
