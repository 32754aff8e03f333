import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Sql } from '../../../../db/client.ts';
import { wardIdentity, wardTitle } from '../../../../db/seed/admin-units.ts';
import { dayNumberAt, type LocalDate, localDateOf } from '../../deadlines/calendar-day.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { AppError } from '../../errors.ts';
import { Problem } from '../../problem.ts';
import { categoryName } from '../../reports/intake/receive-report.ts';
import { nothingCounted, placeFigures } from '../../stats/place-figures.ts';
import { CITY, type CountsByPlace, readPlaceCounts } from '../../stats/read-place-figures.ts';
import { wardNameEn } from '../agency-gloss.ts';
import { sendCacheable } from './cacheable.ts';
import { figureWords } from './figure-words.ts';
import { keptFresh } from './kept-fresh.ts';
import { about, Lang, Moment, Named, nullable } from './schemas.ts';

const PERIODS = [30, 90, 365] as const;
type Period = (typeof PERIODS)[number];

const Days = Type.Optional(
  Type.Unsafe<`${Period}`>({ ...Type.Enum(['30', '90', '365']), description: 'số ngày tính đến hôm nay; mặc định 30' }),
);
const Query = Type.Object({ days: Days, lang: Lang });
const Count = Type.Integer();
const Share = Type.Object({ numerator: Count, denominator: Count });
const Figures = Type.Object({
  ward: nullable(Named),
  days: Count,
  from: Type.String({ description: 'ngày đầu, ở Hà Nội' }),
  to: Type.String(),
  asOf: Moment,
  received: Count,
  answeredOnTime: Share,
  rated: Share,
  satisfied: Share,
  satisfiedOrAccepted: Share,
  medianDays: Type.Object({ days: nullable(Type.Number()), of: Count }),
  openNow: Count,
  overdueNow: Share,
  topCategories: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), count: Count })),
  definitions: Type.Record(Type.String(), Type.String()),
});

/** Made anew at most so often, when somebody asks; the answer says as of when. */
const FRESH_MS = 5 * 60_000;
const TOO_OLD_MS = 60 * 60_000;

interface Counted {
  from: LocalDate;
  to: LocalDate;
  asOf: Date;
  places: CountsByPlace;
}

/** `/api/public/figures` and `/api/public/wards/:code/figures`: what became of the reports of the city and of a ward (C10, G3). */
export function registerFiguresApi(app: FastifyInstance, { sql, now }: { sql: Sql; now: () => Date }): void {
  const counted = new Map(
    PERIODS.map((days) => [
      days,
      keptFresh(() => count(sql, days, now()), { now, freshMs: FRESH_MS, tooOldMs: TOO_OLD_MS }),
    ]),
  );
  // So that the first who asks waits for nothing; whether it works is seen when somebody does.
  app.addHook(
    'onListen',
    async () =>
      void counted
        .get(30)?.()
        .catch(() => undefined),
  );
  const answer = async (query: Static<typeof Query>, ward: string | null) => {
    const days = PERIODS.find((period) => `${period}` === query.days) ?? 30;
    const found = await counted.get(days)?.();
    if (!found) throw new Error('a period without its figures');
    return shown(found, { days, ward, language: query.lang ?? 'vi' });
  };
  const response = { 200: Figures, 304: Type.Null(), 400: Problem, 429: Problem };

  app.get(
    '/api/public/figures',
    { schema: { ...about, summary: 'Số liệu toàn thành phố, kèm định nghĩa', querystring: Query, response } },
    async (request, reply) =>
      sendCacheable(request, reply, await answer(request.query as Static<typeof Query>, null), { seconds: 60 }),
  );

  app.get(
    '/api/public/wards/:code/figures',
    {
      schema: {
        ...about,
        summary: 'Số liệu của một phường, xã, kèm định nghĩa',
        params: Type.Object({ code: Type.String({ maxLength: 20 }) }),
        querystring: Query,
        response: { ...response, 404: Problem },
      },
    },
    async (request, reply) => {
      const { code } = request.params as { code: string };
      if (!wardIdentity(code)) throw unknownWard();
      return sendCacheable(request, reply, await answer(request.query as Static<typeof Query>, code), { seconds: 60 });
    },
  );
}

async function count(sql: Sql, days: Period, now: Date): Promise<Counted> {
  const today = dayNumberAt(now.getTime());
  const from = localDateOf(today - days + 1);
  return { from, to: localDateOf(today), asOf: now, places: await readPlaceCounts(sql, { from, now }) };
}

function shown(
  { from, to, asOf, places }: Counted,
  { days, ward, language }: { days: Period; ward: string | null; language: Language },
): Static<typeof Figures> {
  const figures = placeFigures(places.get(ward ?? CITY) ?? nothingCounted);
  const identity = ward === null ? null : wardIdentity(ward);
  return {
    ...{ days, from, to, asOf: asOf.toISOString() },
    ward: identity
      ? { code: identity.code, name: language === 'en' ? wardNameEn(identity.code) : wardTitle(identity) }
      : null,
    ...figures,
    topCategories: figures.topCategories.map(({ code, count: received }) => ({
      code,
      name: categoryName(code, language),
      count: received,
    })),
    definitions: figureWords[language],
  };
}

function unknownWard(): AppError {
  return new AppError({ code: 'unknown_ward', status: 404, detail: 'Không có phường, xã này.' });
}
