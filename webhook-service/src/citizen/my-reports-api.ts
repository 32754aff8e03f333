import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { follows, questions, reports } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { cursorInvalid, decodeCursor, encodeCursor } from '../http/keyset-cursor.ts';
import { agencyName } from '../reports/agency-names.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import type { Report } from '../reports/report.ts';
import { about, Moment, NullableText, nullable, oneOf, refused, State } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

const ORDERS = { sent: 'citizen-sent', followed: 'citizen-followed' } as const;

const Query = Type.Object({
  which: Type.Optional(
    Type.Unsafe<keyof typeof ORDERS>({
      ...oneOf(['sent', 'followed']),
      description: 'đã gửi (mặc định), hoặc đang theo dõi',
    }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` của trang trước' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});

const Line = Type.Object({
  code: Type.String(),
  state: State,
  stateLabel: Type.String(),
  mainCode: Type.Union([Type.String(), Type.Null()], { description: 'phản ánh chính, khi đã gộp' }),
  mainState: nullable(State),
  category: NullableText,
  place: NullableText,
  agency: NullableText,
  receivedAt: Moment,
  dueAt: Type.Union([Moment, Type.Null()], {
    description: 'hạn đang tính: chuyển, trả lời, chờ bạn trả lời hoặc chờ bạn xác nhận',
  }),
  dueWords: NullableText,
  overdue: Type.Boolean(),
  needsYou: Type.Union([Type.Literal('reply'), Type.Literal('confirm'), Type.Null()], {
    description: 'việc đang chờ bạn: trả lời câu hỏi, hoặc cho biết đã xong hay chưa',
  }),
});

/** The citizen's own reports, newest first, merged ones included; or those they follow. */
export function registerMyReportsApi(app: FastifyInstance, deps: { db: Db }): void {
  app.get(
    '/api/citizen/reports',
    {
      schema: {
        ...about,
        summary: 'Phản ánh của tôi, mới nhất trước',
        querystring: Query,
        response: { 200: Type.Object({ items: Type.Array(Line), next: NullableText }), ...refused },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      const { which = 'sent', cursor, limit = 20 } = request.query as Static<typeof Query>;
      const before = cursor === undefined ? null : idOf(cursor, ORDERS[which]);
      const rows = await pageOf(deps.db, citizen.id, { which, before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await linesOf(
          deps.db,
          shown.map(({ report }) => report),
          citizen,
        ),
        next: last ? encodeCursor(ORDERS[which], [last.key]) : null,
      };
    },
  );
}

interface PageOf {
  which: keyof typeof ORDERS;
  before: number | null;
  limit: number;
}

async function pageOf(
  db: Db,
  citizenId: number,
  { which, before, limit }: PageOf,
): Promise<{ report: Report; key: number }[]> {
  if (which === 'sent')
    return db
      .select({ report: reports, key: reports.id })
      .from(reports)
      .where(and(eq(reports.citizenId, citizenId), before === null ? undefined : lt(reports.id, before)))
      .orderBy(desc(reports.id))
      .limit(limit);
  return db
    .select({ report: reports, key: follows.id })
    .from(follows)
    .innerJoin(reports, eq(reports.id, follows.reportId))
    .where(and(eq(follows.citizenId, citizenId), before === null ? undefined : lt(follows.id, before)))
    .orderBy(desc(follows.id))
    .limit(limit);
}

async function linesOf(db: Db, rows: readonly Report[], citizen: Citizen): Promise<Static<typeof Line>[]> {
  const mainIds = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const mains = mainIds.length > 0 ? await db.select().from(reports).where(inArray(reports.id, mainIds)) : [];
  const asked = await openQuestions(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((own) => {
    const main = mains.find(({ id }) => id === own.mergedIntoId) ?? null;
    return lineOf(own, main, { citizen, isAsked: asked.has(own.id) });
  });
}

function lineOf(
  own: Report,
  main: Report | null,
  { citizen, isAsked }: { citizen: Citizen; isAsked: boolean },
): Static<typeof Line> {
  const { language } = citizen;
  const report = main ?? own;
  const isOwn = own.citizenId === citizen.id;
  const held = report.agencyCode !== null && report.state !== 'received';
  return {
    code: own.code,
    state: own.state,
    stateLabel: stateLabels[own.state][language],
    mainCode: main?.code ?? null,
    mainState: main?.state ?? null,
    category: own.categoryCode && categoryName(own.categoryCode, language),
    place: isOwn ? own.placeText : null,
    agency: held && report.agencyCode ? agencyName(report.agencyCode) : null,
    receivedAt: own.receivedAt.toISOString(),
    dueAt: report.dueAt?.toISOString() ?? null,
    dueWords: report.dueAt && dueWords(report.dueAt, language),
    overdue: report.overdueAt !== null,
    needsYou: isAsked && isOwn ? 'reply' : own.state === 'answered' && isOwn ? 'confirm' : null,
  };
}

async function openQuestions(db: Db, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: questions.reportId })
    .from(questions)
    .where(and(inArray(questions.reportId, ids), eq(questions.state, 'open')));
  return new Set(rows.map(({ id }) => id));
}

function idOf(cursor: string, order: string): number {
  const [id] = decodeCursor(cursor, order, 1);
  if (typeof id !== 'number') throw cursorInvalid();
  return id;
}
