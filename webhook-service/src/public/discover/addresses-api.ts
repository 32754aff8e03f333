import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../../db/client.ts';
import { Problem } from '../../problem.ts';
import type { WardMaps } from '../../routing/boundaries/ward-maps.ts';
import { sendCacheable } from './cacheable.ts';
import { createStreetsSeen, findAddresses } from './find-addresses.ts';
import { pointOf } from './reports-list-api.ts';
import { about, often, oneOf } from './schemas.ts';

export interface AddressesApiDeps {
  db: Db;
  now: () => Date;
  wardMaps: WardMaps;
}

const Query = Type.Object({
  q: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\u0000]*$',
    description: 'có dấu hay không dấu, tên cũ hay mới',
  }),
  near: Type.Optional(Type.String({ maxLength: 50, description: 'vĩ độ,kinh độ: nơi gần lên trước' })),
});

const Address = Type.Object({
  label: Type.String({ description: 'Láng Hạ, phường Láng' }),
  why: Type.Union([Type.String(), Type.Null()], { description: 'vì sao tên gõ vào chỉ tới đây, khi là tên cũ' }),
  wardCode: Type.String(),
  ward: Type.String({ description: 'phường Láng' }),
  latitude: Type.Number(),
  longitude: Type.Number(),
  precision: oneOf(
    ['ward', 'street'],
    'ward: điểm giữa phường, xã; street: nơi các phản ánh công khai trên đường ấy, không phải số nhà',
  ),
});

/** `/api/public/addresses`: streets and wards by the names people use. No house numbers: we know none, and say so. */
export function registerAddressesApi(app: FastifyInstance, { db, now, wardMaps }: AddressesApiDeps): void {
  const streetsSeen = createStreetsSeen({ db, now });
  app.get(
    '/api/public/addresses',
    {
      schema: {
        ...about,
        summary: 'Tìm đường, phường, xã theo tên, kể cả tên cũ và không dấu; không có số nhà',
        querystring: Query,
        response: {
          200: Type.Object({ items: Type.Array(Address) }),
          304: Type.Null(),
          400: Problem,
          422: Problem,
          429: Problem,
        },
      },
      config: often,
    },
    async (request, reply) => {
      const { q, near } = request.query as Static<typeof Query>;
      await wardMaps.refresh(db).catch(() => undefined);
      const asked = {
        q,
        streetsSeen,
        near: near === undefined ? null : pointOf(near),
        era: wardMaps.eraAt(now()),
        now: now(),
      };
      return sendCacheable(request, reply, { items: await findAddresses(asked) }, { seconds: 60 });
    },
  );
}
