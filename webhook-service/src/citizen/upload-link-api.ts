import { and, count, eq, ne } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { drafts, photos } from '../../../db/schema/index.ts';
import { MOST_PHOTOS, tooManyPhotos } from '../conversation/mini-app/draft-photos.ts';
import { Problem } from '../problem.ts';
import { MOST_BYTES } from './photo-intake.ts';
import { about, Moment, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';
import type { UploadTokens } from './upload-token.ts';
import { UPLOADS_PATH } from './uploads-api.ts';

export interface UploadLinkDeps {
  db: Db;
  now: () => Date;
  publicUrl: string;
  uploadTokens: UploadTokens;
}

const Link = Type.Object({
  url: Type.String({ description: 'địa chỉ tuyệt đối, cho `serverUploadUrl` của openMediaPicker' }),
  expiresAt: Moment,
  mostBytes: Type.Integer({ description: 'cho `maxItemSize`: một ảnh' }),
  mostPhotos: Type.Integer({ description: 'cho `maxSelectItem`: còn thêm được bấy nhiêu ảnh' }),
});

/** The address Zalo's native picker uploads to (§6.3). */
export function registerUploadLink(app: FastifyInstance, deps: UploadLinkDeps): void {
  app.post(
    '/api/citizen/draft/upload-link',
    {
      schema: {
        ...about,
        summary: 'Địa chỉ để bộ chọn ảnh của Zalo tải thẳng lên bản nháp, dùng trong mười phút',
        response: { 200: Link, ...refused, 409: Problem },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { id } = citizenOf(request);
      const mostPhotos = MOST_PHOTOS - (await photosHeld(deps.db, id));
      if (mostPhotos < 1) throw tooManyPhotos();
      const { token, expiresAt } = deps.uploadTokens.make(id, deps.now());
      const url = `${deps.publicUrl}${UPLOADS_PATH}?token=${token}`;
      reply.header('cache-control', 'no-store');
      return { url, expiresAt: expiresAt.toISOString(), mostBytes: MOST_BYTES, mostPhotos };
    },
  );
}

async function photosHeld(db: Db, citizenId: number): Promise<number> {
  const [held] = await db
    .select({ count: count() })
    .from(photos)
    .innerJoin(drafts, eq(drafts.id, photos.draftId))
    .where(and(eq(drafts.citizenId, citizenId), eq(drafts.state, 'open'), ne(photos.state, 'refused')));
  return held?.count ?? 0;
}
