import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../../db/client.ts';
import { Problem } from '../../problem.ts';
import type { WardMaps } from '../../routing/boundaries/ward-maps.ts';
import type { WardMap } from '../../routing/ward-map.ts';
import { boxOf } from './box-of.ts';
import { sendTagged } from './cacheable.ts';
import { createOutlineTiles } from './outline-tiles.ts';
import { about, often } from './schemas.ts';

export interface GeometryApiDeps {
  db: Db;
  now: () => Date;
  wardMaps: WardMaps;
}

const Query = Type.Object({
  bbox: Type.String({ maxLength: 100, description: 'tây,nam,đông,bắc theo độ' }),
  zoom: Type.Integer({ minimum: 5, maximum: 18, description: 'mức phóng của bản đồ nền' }),
});

const GeoJson = Type.Object({
  type: Type.Literal('FeatureCollection'),
  attribution: Type.String(),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({ code: Type.String(), name: Type.String() }),
      geometry: Type.Object({
        type: Type.Literal('MultiPolygon'),
        coordinates: Type.Array(Type.Array(Type.Array(Type.Array(Type.Number())))),
      }),
    }),
  ),
  centres: Type.Optional(
    Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), latitude: Type.Number(), longitude: Type.Number() }),
      { description: 'khi không có đường ranh' },
    ),
  ),
  why: Type.Optional(Type.String({ description: 'vì sao không có đường ranh' })),
});

/** `/api/public/geometry/wards`: outlines of the wards near a rectangle, simplified to what the zoom can show. */
export function registerGeometryApi(app: FastifyInstance, { db, now, wardMaps }: GeometryApiDeps): void {
  let made: { map: WardMap; tiles: ReturnType<typeof createOutlineTiles> } | null = null;
  const tilesOf = (map: WardMap) => {
    if (made?.map !== map) made = { map, tiles: createOutlineTiles(map) };
    return made.tiles;
  };
  app.get(
    '/api/public/geometry/wards',
    {
      schema: {
        ...about,
        summary: 'Đường ranh giới phường, xã trong khung bản đồ (GeoJSON)',
        querystring: Query,
        produces: ['application/geo+json'],
        response: { 200: GeoJson, 304: Type.Null(), 400: Problem, 422: Problem, 429: Problem },
      },
      config: often,
    },
    async (request, reply) => {
      const { bbox, zoom } = request.query as Static<typeof Query>;
      await wardMaps.refresh(db).catch(() => undefined);
      const { json, gzipped, etag } = tilesOf(wardMaps.wardMapAt(now()))(boxOf(bbox), zoom);
      const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      reply.header('vary', 'accept-encoding').type('application/geo+json; charset=utf-8');
      if (packs) reply.header('content-encoding', 'gzip');
      return sendTagged(request, reply, { body: packs ? gzipped : json, etag }, { seconds: 3_600 });
    },
  );
}
