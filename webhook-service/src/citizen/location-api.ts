import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { PointAnswer } from '../public/places-api.ts';
import { pointAnswer } from '../routing/boundaries/point-answer.ts';
import type { WardMaps } from '../routing/boundaries/ward-maps.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { about, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';
import { whoHolds, zaloTokenInvalid, zaloUnreachable } from './who-holds.ts';

export interface LocationApiDeps {
  db: Db;
  now: () => Date;
  graph: GraphClient;
  wardMaps: WardMaps;
}

const Body = Type.Object({
  accessToken: Type.String({ minLength: 1, maxLength: 2_000, description: 'từ getAccessToken()' }),
  code: Type.String({ minLength: 1, maxLength: 2_000, description: '`token` của getLocation(); dùng được một lần' }),
});
const Place = Type.Object({
  latitude: Type.Number(),
  longitude: Type.Number(),
  accuracy: Type.Null({ description: 'Zalo không cho biết' }),
  ward: PointAnswer,
});

/**
 * Where the phone is: coordinates never reach the client, it gets a token that only a server may exchange (§7.2). They go into
 * the answer and nowhere else: what the citizen then pins is part of their draft.
 */
export function registerLocationApi(app: FastifyInstance, deps: LocationApiDeps): void {
  app.post(
    '/api/citizen/location',
    {
      schema: {
        ...about,
        summary: 'Đổi mã vị trí của Zalo lấy tọa độ và phường, xã; không lưu lại gì',
        description: 'Ngoài Hà Nội vẫn trả lời, với `ward.outside`. Mã nào cũng chỉ đổi một lần: lỗi thì xin mã mới.',
        body: Body,
        response: { 200: Place, ...refused, 503: Problem },
      },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const place = await placeOf(citizenOf(request), request.body as Static<typeof Body>, deps);
      // Not known on the map of before is better than no answer at all.
      await deps.wardMaps.refresh(deps.db).catch(() => undefined);
      const ward = pointAnswer(deps.wardMaps.wardMapAt(deps.now()), place);
      return reply.header('cache-control', 'no-store').send({ ...place, accuracy: null, ward });
    },
  );
}

/** @throws AppError 401 `zalo_token_invalid`, 422 `location_code_refused`, 503 `zalo_unreachable` */
async function placeOf(
  citizen: Citizen,
  { accessToken, code }: Static<typeof Body>,
  { graph }: LocationApiDeps,
): Promise<{ latitude: number; longitude: number }> {
  const { userIdByApp } = await whoHolds(accessToken, graph);
  if (userIdByApp !== citizen.userIdByApp) throw zaloTokenInvalid();
  // Once, whatever comes: after a time-out Zalo may have used the code up (§7.2).
  const exchanged = await graph.placeOf(accessToken, code);
  if (exchanged.outcome === 'refused') throw askAgain();
  if (exchanged.outcome !== 'ok') throw zaloUnreachable();
  const { latitude, longitude } = exchanged;
  return { latitude, longitude };
}

function askAgain(): AppError {
  const detail = 'Chưa lấy được vị trí từ Zalo. Xin bấm lấy vị trí lần nữa, hoặc ghim trên bản đồ.';
  return new AppError({ code: 'location_code_refused', status: 422, detail });
}
