import { and, asc, eq, inArray } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { photos, reports } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { cursorInvalid, decodeCursor, encodeCursor } from '../http/keyset-cursor.ts';
import { namesOf } from '../public/discover/published-line.ts';
import { textOf } from '../public/html.ts';
import { textsIn } from '../public/texts.ts';
import { agencyName } from '../reports/agency-names.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { publicPhotosOf, publicPhotoUrl } from '../reports/publication/public-photos.ts';
import type { Report } from '../reports/report.ts';
import { followedReports, type OwnRow, ownReports, type WaitsFor, waitsFor } from './my-reports-query.ts';
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
  ward: NullableText,
  place: NullableText,
  agency: NullableText,
  holder: Type.String({ description: 'ai đang giữ, một câu' }),
  receivedAt: Moment,
  updatedAt: Type.String({ format: 'date-time', description: 'lần cuối có diễn biến' }),
  dueAt: Type.Union([Moment, Type.Null()], {
    description: 'hạn đang tính: chuyển, trả lời, chờ bạn trả lời hoặc chờ bạn xác nhận',
  }),
  dueWords: NullableText,
  overdue: Type.Boolean(),
  needsMe: Type.Union([oneOf(waitsFor), Type.Null()], {
    description: 'việc đang chờ bạn: trả lời câu hỏi, cho biết đã xong hay chưa, đánh giá kết quả',
  }),
  needsYou: Type.Union([Type.Literal('reply'), Type.Literal('confirm'), Type.Null()], {
    description: 'như needsMe, không có việc đánh giá',
  }),
  thumbnailUrl: Type.Union([Type.String(), Type.Null()], {
    description: 'ảnh đầu tiên đã gửi; của phản ánh đang theo dõi: ảnh được công khai',
  }),
  published: Type.Boolean(),
});

/** The citizen's own reports, what waits for them first, then newest first, merged ones included; or those they follow. */
export function registerMyReportsApi(app: FastifyInstance, { db, now }: { db: Db; now: () => Date }): void {
  app.get(
    '/api/citizen/reports',
    {
      schema: {
        ...about,
        summary: 'Phản ánh của tôi: việc đang chờ tôi lên trước, rồi mới nhất trước',
        querystring: Query,
        response: { 200: Type.Object({ items: Type.Array(Line), next: NullableText }), ...refused },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      const { which = 'sent', cursor, limit = 20 } = request.query as Static<typeof Query>;
      const rows =
        which === 'sent'
          ? await ownReports(db, citizen.id, { after: ownKey(cursor), limit: limit + 1, now: now() })
          : await followedReports(db, citizen.id, { after: followKey(cursor), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { items: await linesOf(db, shown, citizen), next: last ? encodeCursor(ORDERS[which], last.key) : null };
    },
  );
}

async function linesOf(db: Db, rows: readonly OwnRow[], citizen: Citizen): Promise<Static<typeof Line>[]> {
  const mainIds = rows.flatMap(({ report }) => report.mergedIntoId ?? []);
  const mains = mainIds.length > 0 ? await db.select().from(reports).where(inArray(reports.id, mainIds)) : [];
  const thumbnails = await thumbnailsOf(
    db,
    rows.map(({ report }) => report),
    citizen,
  );
  return rows.map((row) => {
    const main = mains.find(({ id }) => id === row.report.mergedIntoId) ?? null;
    return lineOf(row, { main, citizen, thumbnailUrl: thumbnails.get(row.report.id) ?? null });
  });
}

const AS_NEEDS_YOU: Readonly<Record<WaitsFor, 'reply' | 'confirm' | null>> = {
  question: 'reply',
  confirm: 'confirm',
  rating: null,
};

function lineOf(
  { report: own, needsMe, updatedAt }: OwnRow,
  { main, citizen, thumbnailUrl }: { main: Report | null; citizen: Citizen; thumbnailUrl: string | null },
): Static<typeof Line> {
  const { language } = citizen;
  const report = main ?? own;
  const held = report.agencyCode !== null && report.state !== 'received';
  const agency = held && report.agencyCode ? agencyName(report.agencyCode) : null;
  const texts = textsIn(language);
  const nobody = report.state === 'awaiting_citizen' ? texts.intake : texts.someAgency;
  return {
    ...{ code: own.code, state: own.state, agency, needsMe, thumbnailUrl },
    stateLabel: stateLabels[own.state][language],
    mainCode: main?.code ?? null,
    mainState: main?.state ?? null,
    category: own.categoryCode && categoryName(own.categoryCode, language),
    ward: namesOf(own, language).ward?.name ?? null,
    place: own.citizenId === citizen.id ? own.placeText : null,
    holder: textOf(texts.holder[report.state](agency ?? nobody)),
    receivedAt: own.receivedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    dueAt: report.dueAt?.toISOString() ?? null,
    dueWords: report.dueAt && dueWords(report.dueAt, language),
    overdue: report.overdueAt !== null,
    needsYou: needsMe && AS_NEEDS_YOU[needsMe],
    published: own.publishedAt !== null,
  };
}

/** Of one's own reports the first photo; of others' the first that the public may see. */
async function thumbnailsOf(db: Db, rows: readonly Report[], citizen: Citizen): Promise<ReadonlyMap<number, string>> {
  const own = rows.filter(({ citizenId }) => citizenId === citizen.id);
  const others = rows.filter(({ citizenId }) => citizenId !== citizen.id);
  const thumbnails = new Map<number, string>();
  if (own.length > 0) {
    const mine = await db
      .selectDistinctOn([photos.reportId], { reportId: photos.reportId, id: photos.id })
      .from(photos)
      .where(and(inArray(photos.reportId, ids(own)), eq(photos.state, 'stored')))
      .orderBy(photos.reportId, asc(photos.sentAt), asc(photos.id));
    for (const { reportId, id } of mine)
      if (reportId !== null) thumbnails.set(reportId, `/api/citizen/photos/${id}/thumbnail`);
  }
  const open = await publicPhotosOf(db, ids(others));
  for (const { id, code } of others) {
    const [first] = open.get(id) ?? [];
    if (first) thumbnails.set(id, `${publicPhotoUrl(code, first.id)}/thumbnail`);
  }
  return thumbnails;
}

function ids(rows: readonly Report[]): number[] {
  return rows.map(({ id }) => id);
}

function ownKey(cursor: string | undefined): readonly [number, number] | null {
  if (cursor === undefined) return null;
  const [rank, id] = decodeCursor(cursor, ORDERS.sent, 2);
  if (typeof rank !== 'number' || typeof id !== 'number') throw cursorInvalid();
  return [rank, id];
}

function followKey(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, ORDERS.followed, 1);
  if (typeof id !== 'number') throw cursorInvalid();
  return id;
}
