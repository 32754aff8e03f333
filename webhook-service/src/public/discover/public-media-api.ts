import { and, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { MediaStore } from '../../media/store.ts';
import { Problem } from '../../problem.ts';
import { publicPhoto } from '../../reports/publication/public-photos.ts';
import { proofOf } from '../answers-view.ts';
import { sendProof } from '../proof.ts';
import { isPublished } from './published-filters.ts';
import { about, pictures } from './schemas.ts';

export interface PublicMediaDeps {
  db: Db;
  media: MediaStore;
}

const Params = Type.Object({
  code: Type.String({ maxLength: 40 }),
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});
const file = {
  200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }),
  400: Problem,
  404: Problem,
  429: Problem,
};

/** A picture never changes; who takes it back finds it gone from every phone within a day. */
const KEPT = 'public, max-age=86400';

/** Pictures of published reports by plain addresses, for `<img>`: the reporter's that a person let out, and the proof of answers. */
export function registerPublicMediaApi(app: FastifyInstance, { db, media }: PublicMediaDeps): void {
  for (const size of ['', '/thumbnail'] as const) {
    const small = size !== '';
    app.get(
      `/api/public/reports/:code/photos/:id${size}`,
      {
        schema: {
          ...about,
          summary: small ? 'Ảnh thu nhỏ được công khai' : 'Ảnh được công khai',
          params: Params,
          response: file,
        },
        config: pictures,
      },
      async (request, reply) => {
        const { code, id } = request.params as { code: string; id: number };
        const photo = await publicPhoto(db, code, id);
        const key = small ? photo?.thumbnailKey : photo?.storageKey;
        const stream = key ? await media.get(key) : null;
        if (!stream) throw notFound();
        return forEveryone(reply)
          .type('image/jpeg')
          .header('cache-control', KEPT)
          .header('x-content-type-options', 'nosniff')
          .send(stream);
      },
    );

    app.get(
      `/api/public/reports/:code/evidence/:id${size}`,
      {
        schema: {
          ...about,
          summary: small ? 'Ảnh thu nhỏ của minh chứng' : 'Minh chứng của câu trả lời: ảnh, hoặc PDF để tải về',
          params: Params,
          response: file,
        },
        config: pictures,
      },
      async (request, reply) => {
        const { code, id } = request.params as { code: string; id: number };
        const [report] = await db
          .select({ id: reports.id })
          .from(reports)
          .where(and(eq(reports.code, code), isPublished));
        const piece = report && (await proofOf(db, report.id, id));
        if (!piece || !(await sendProof(forEveryone(reply), piece, { media, small, kept: 'public' }))) throw notFound();
        return reply;
      },
    );
  }
}

/** Pages of another origin may show it: the Mini App has one of its own. */
function forEveryone(reply: FastifyReply): FastifyReply {
  return reply.header('cross-origin-resource-policy', 'cross-origin');
}

function notFound(): AppError {
  return new AppError({ code: 'file_not_found', status: 404, detail: 'Không có ảnh hoặc văn bản này.' });
}
