import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import { pointAnswer } from '../routing/boundaries/point-answer.ts';
import type { WardMaps } from '../routing/boundaries/ward-maps.ts';
import { candidatesOf, type PlaceCandidates } from '../routing/place-candidates.ts';

export interface PlacesApiDeps {
  db: Db;
  now: () => Date;
  wardMaps: WardMaps;
}

const WardAnswer = Type.Object({ code: Type.String(), name: Type.String({ description: 'phường Láng' }) });

const PlacesAnswer = Type.Object({
  certainty: Type.Union(
    ['named', 'old-name', 'ambiguous', 'unknown'].map((certainty) => Type.Literal(certainty)),
    { description: 'unknown: the text names no place of Hà Nội; the others are all to be confirmed by a person' },
  ),
  candidates: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String({ description: 'phường Láng' }),
      why: Type.String({ description: 'one line, Vietnamese' }),
    }),
    { description: 'likeliest first' },
  ),
  sentence: Type.String({ description: 'the question to the citizen' }),
});

export const PointAnswer = Type.Object({
  kind: Type.Union(['inside', 'guess', 'outside'].map((kind) => Type.Literal(kind))),
  ward: Type.Union([WardAnswer, Type.Null()]),
  offered: Type.Array(WardAnswer, { description: 'wards to choose from: near a border, or where we only guess' }),
  outside: Type.Boolean({ description: 'true only when the point is outside Hà Nội beyond doubt' }),
  by: Type.Union([Type.Literal('outlines'), Type.Literal('nearest-centre')]),
  sentence: Type.String({ description: 'for the citizen, Vietnamese' }),
});

/** Which ward? `/api/public/places` by name, `/api/public/wards/at` by pin: both answer with what the citizen is to confirm. */
export function registerPlacesApi(app: FastifyInstance, deps: PlacesApiDeps): void {
  const config = { rateLimit: { max: 30, timeWindow: '1 minute' } };

  app.get(
    '/api/public/places',
    {
      config,
      schema: {
        tags: ['public'],
        summary: 'Phường, xã mà một tên gọi (kể cả tên cũ, không dấu) có thể chỉ tới',
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }),
        response: { 200: PlacesAnswer, 400: Problem },
      },
    },
    async (request) => {
      const { q } = request.query as { q: string };
      await readNewMaps(deps);
      const found = candidatesOf(q, deps.now());
      return { ...found, sentence: questionOf(found) };
    },
  );

  app.get(
    '/api/public/wards/at',
    {
      config,
      schema: {
        tags: ['public'],
        summary: 'Phường, xã tại một vị trí',
        querystring: Type.Object({
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
        }),
        response: { 200: PointAnswer, 400: Problem },
      },
    },
    async (request) => {
      await readNewMaps(deps);
      return pointAnswer(deps.wardMaps.wardMapAt(deps.now()), request.query as { latitude: number; longitude: number });
    },
  );
}

/** What was read before is good enough to answer with while the database is away; its absence is seen elsewhere. */
async function readNewMaps({ db, wardMaps }: PlacesApiDeps): Promise<void> {
  await wardMaps.refresh(db).catch(() => undefined);
}

function questionOf({ candidates }: PlaceCandidates): string {
  const [first, ...others] = candidates;
  if (!first) return 'Chưa nhận ra phường, xã nào của Hà Nội. Xin ghim vị trí hoặc ghi tên phường, xã.';
  if (others.length === 0) return `Có phải ${first.name} không?`;
  return 'Bạn muốn nói phường, xã nào dưới đây?';
}
