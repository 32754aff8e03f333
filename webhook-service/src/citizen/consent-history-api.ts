import { desc, inArray } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { consents } from '../../../db/schema/index.ts';
import { selvesOf } from '../people/selves.ts';
import { consentTexts, purposes } from '../rights/consent-texts.ts';
import { about, Moment, oneOf, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

/** More turns than anybody takes; what is older is in the export. */
const MOST = 200;

const Turn = Type.Object({
  purpose: oneOf(purposes),
  title: Type.String(),
  given: Type.Boolean({ description: 'true: đồng ý; false: rút lại hoặc từ chối' }),
  version: Type.String(),
  wording: Type.String({ description: 'nguyên văn lúc ấy, bằng ngôn ngữ lúc ấy' }),
  source: Type.Unsafe<'chat' | 'miniapp' | 'zalo'>({
    ...oneOf(['chat', 'miniapp', 'zalo']),
    description: 'trong khung chat, trong Mini App, hay do Zalo báo',
  }),
  at: Moment,
});

/** Every time somebody agreed or took it back, with the words of that day (domain-hanoi §2.5: provable). */
export function registerConsentHistory(app: FastifyInstance, { db }: { db: Db }): void {
  app.get(
    '/api/citizen/consents/history',
    {
      schema: {
        ...about,
        summary: 'Những lần tôi đồng ý hoặc rút lại đồng ý, mới nhất trước',
        response: { 200: Type.Object({ items: Type.Array(Turn) }), ...refused },
      },
    },
    async (request) => {
      const { id, language } = citizenOf(request);
      const rows = await db
        .select()
        .from(consents)
        .where(inArray(consents.citizenId, selvesOf(db, id)))
        .orderBy(desc(consents.at), desc(consents.id))
        .limit(MOST);
      const items = rows.map(({ purpose, given, version, wording, source, at }) => ({
        ...{ purpose, given, version, wording, source },
        title: consentTexts[purpose].title[language],
        at: at.toISOString(),
      }));
      return { items };
    },
  );
}
