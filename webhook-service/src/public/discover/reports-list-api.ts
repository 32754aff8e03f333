import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../../db/client.ts';
import { AppError } from '../../errors.ts';
import { Problem } from '../../problem.ts';
import type { Point } from '../../routing/geo.ts';
import { sendCacheable } from './cacheable.ts';
import { listNear, listNewest } from './list-published.ts';
import { PublishedLine, publishedLines } from './published-line.ts';
import { about, Lang, NullableText, often, StateGroups } from './schemas.ts';

const Query = Type.Object({
  ward: Type.Optional(Type.String({ maxLength: 20, description: 'mã phường, xã' })),
  category: Type.Optional(Type.String({ maxLength: 10, description: 'lĩnh vực (GT-01) hoặc nhóm (GT)' })),
  state: Type.Optional(StateGroups),
  q: Type.Optional(
    Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$', description: 'các từ cần tìm, có dấu hay không dấu' }),
  ),
  near: Type.Optional(
    Type.String({ maxLength: 50, description: 'vĩ độ,kinh độ: gần nhất trước; nếu không thì mới nhất trước' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` của trang trước' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  lang: Lang,
});

/** `/api/public/reports`: what citizens chose to publish, with what became of it. Nothing else is ever in it. */
export function registerReportsListApi(app: FastifyInstance, { db, now }: { db: Db; now: () => Date }): void {
  app.get(
    '/api/public/reports',
    {
      schema: {
        ...about,
        summary: 'Các phản ánh được công khai, kèm kết quả',
        querystring: Query,
        response: {
          200: Type.Object({ items: Type.Array(PublishedLine), next: NullableText }),
          ...{ 304: Type.Null(), 400: Problem, 422: Problem, 429: Problem },
        },
      },
      config: often,
    },
    async (request, reply) => {
      const { near, cursor, limit = 20, lang = 'vi', ...filters } = request.query as Static<typeof Query>;
      const body = await db.transaction(
        async (tx) => {
          const place = near === undefined ? null : pointOf(near);
          const page = place
            ? await listNear(tx, filters, { near: place, cursor, limit })
            : await listNewest(tx, filters, { cursor, limit });
          return { items: await publishedLines(tx, page.rows, { language: lang, now: now() }), next: page.next };
        },
        // One moment for all its queries: what is taken back in between is not half there.
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      );
      return sendCacheable(request, reply, body, { seconds: 15 });
    },
  );
}

/** "21.0245,105.8012". @throws AppError 422 `near_invalid` */
export function pointOf(written: string): Point {
  const parts = written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [latitude = Number.NaN, longitude = Number.NaN] = parts;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (parts.length === 2 && onEarth) return { latitude, longitude };
  throw new AppError({
    code: 'near_invalid',
    status: 422,
    detail: 'Vị trí viết là vĩ độ,kinh độ, ví dụ 21.0245,105.8012.',
  });
}
