import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../../db/client.ts';
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { Problem } from '../../problem.ts';
import type { WardMaps } from '../../routing/boundaries/ward-maps.ts';
import { placeNamesOf } from '../../routing/place-name-list.ts';
import { wardNameEn } from '../agency-gloss.ts';
import { sendCacheable } from './cacheable.ts';
import { about, Lang } from './schemas.ts';

export interface WardsApiDeps {
  db: Db;
  now: () => Date;
  wardMaps: WardMaps;
}

const Ward = Type.Object({
  code: Type.String(),
  name: Type.String({ description: 'Láng' }),
  title: Type.String({ description: 'phường Láng' }),
  kind: Type.Union([Type.Literal('phuong'), Type.Literal('xa')]),
  oldNames: Type.Array(Type.String(), { description: 'phường, xã, quận, huyện cũ có đất nay thuộc nơi này' }),
  latitude: Type.Number({ description: 'giữa địa bàn' }),
  longitude: Type.Number(),
});

/** `/api/public/wards`: the wards in force, with the names people still call them by (domain-hanoi §4.2). */
export function registerWardsApi(app: FastifyInstance, { db, now, wardMaps }: WardsApiDeps): void {
  app.get(
    '/api/public/wards',
    {
      schema: {
        ...about,
        summary: 'Các phường, xã hiện nay và tên cũ',
        querystring: Type.Object({ lang: Lang }),
        response: { 200: Type.Object({ items: Type.Array(Ward) }), 304: Type.Null(), 400: Problem, 429: Problem },
      },
    },
    async (request, reply) => {
      const { lang = 'vi' } = request.query as { lang?: Language };
      // What was read before is good enough while the database is away.
      await wardMaps.refresh(db).catch(() => undefined);
      return sendCacheable(request, reply, { items: wardsIn(wardMaps, now(), lang) }, { seconds: 3_600 });
    },
  );
}

function wardsIn(wardMaps: WardMaps, at: Date, language: Language): Static<typeof Ward>[] {
  const era = wardMaps.eraAt(at);
  const former = placeNamesOf(era).filter(({ level }) => level !== 'ward');
  return era.map.units.map(({ code, name, kind, centre: [longitude, latitude] }) => ({
    ...{ code, name, kind, latitude, longitude },
    title: language === 'en' ? wardNameEn(code) : wardTitle({ kind, name }),
    oldNames: [...new Set(former.filter(({ wardCodes }) => wardCodes.includes(code)).map(({ title }) => title))],
  }));
}
