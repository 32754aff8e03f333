import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Sql, Tx } from '../../../../db/client.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { Problem } from '../../problem.ts';
import { boxOf } from './box-of.ts';
import { sendCacheable } from './cacheable.ts';
import { publishedByIds } from './list-published.ts';
import { gatherOnMap, MOST_SINGLE } from './map-clusters.ts';
import { createMapPicture } from './map-picture.ts';
import { PublishedLine, publishedLines } from './published-line.ts';
import { about, Lang, often, StateGroups } from './schemas.ts';

const Query = Type.Object({
  bbox: Type.String({ maxLength: 100, description: 'tây,nam,đông,bắc theo độ' }),
  zoom: Type.Integer({ minimum: 5, maximum: 20, description: 'mức phóng của bản đồ nền' }),
  category: Type.Optional(Type.String({ maxLength: 10, description: 'lĩnh vực (GT-01) hoặc nhóm (GT)' })),
  state: Type.Optional(StateGroups),
  lang: Lang,
});

const Count = Type.Integer();
const MapAnswer = Type.Object({
  total: Count,
  clusters: Type.Array(
    Type.Object({
      latitude: Type.Number(),
      longitude: Type.Number(),
      count: Count,
      states: Type.Object({ open: Count, answered: Count, overdue: Type.Integer({ description: 'trong số open' }) }),
    }),
    { description: 'nhiều nhất trước' },
  ),
  reports: Type.Array(PublishedLine, { description: `phản ánh đứng riêng, tối đa ${MOST_SINGLE}` }),
});

/** `/api/public/map`: published reports in a rectangle, gathered where they are many. */
export function registerMapApi(app: FastifyInstance, { db, sql, now }: { db: Db; sql: Sql; now: () => Date }): void {
  const picture = createMapPicture({ sql, now });
  // So that the first who asks waits for nothing; whether it works is seen when somebody does.
  app.addHook('onListen', async () => void picture().catch(() => undefined));
  app.get(
    '/api/public/map',
    {
      schema: {
        ...about,
        summary: 'Phản ánh được công khai trong khung bản đồ, gộp thành cụm khi nhiều',
        querystring: Query,
        response: { 200: MapAnswer, 304: Type.Null(), 400: Problem, 422: Problem, 429: Problem },
      },
      config: often,
    },
    async (request, reply) => {
      const { bbox, zoom, lang = 'vi', ...filters } = request.query as Static<typeof Query>;
      const { clusters, singleIds, total } = gatherOnMap(await picture(), {
        ...filters,
        zoom,
        box: boxOf(bbox),
        now: now(),
      });
      const reports = await db.transaction((tx) => linesOf(tx, singleIds, { language: lang, now: now() }), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      });
      const body = { total, clusters, reports };
      return sendCacheable(request, reply, body, { seconds: 30 });
    },
  );
}

/** What has left the public since the picture was made is left out. */
async function linesOf(tx: Tx, ids: readonly number[], reading: { language: Language; now: Date }) {
  return ids.length === 0 ? [] : publishedLines(tx, await publishedByIds(tx, ids), reading);
}
