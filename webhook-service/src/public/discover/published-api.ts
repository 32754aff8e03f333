import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { AppError } from '../../errors.ts';
import { Problem } from '../../problem.ts';
import { publicPhotosOf, publicPhotoUrl } from '../../reports/publication/public-photos.ts';
import { parseReportCode } from '../../reports/report-code.ts';
import { readAnswers } from '../answers-view.ts';
import { textOf } from '../html.ts';
import { reportView } from '../report-view.ts';
import { eventWords } from '../timeline.ts';
import { sendCacheable } from './cacheable.ts';
import { isPublished } from './published-filters.ts';
import { PublishedLine, publicEvidenceUrl, publishedLines } from './published-line.ts';
import { publishedColumns } from './published-row.ts';
import { about, Lang, Moment, NullableText, often } from './schemas.ts';

const Picture = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  thumbnailUrl: NullableText,
  width: Type.Integer(),
  height: Type.Integer(),
  bytes: Type.Integer(),
});

const PublishedReport = Type.Object({
  ...PublishedLine.properties,
  text: Type.String({ description: 'lời phản ánh, đã che thông tin cá nhân' }),
  publishedAt: Moment,
  agency: NullableText,
  photos: Type.Array(Picture, { description: 'ảnh của người gửi, sau khi cán bộ đã xem và cho công khai' }),
  answers: Type.Array(
    Type.Object({
      round: Type.Integer(),
      stands: Type.Boolean({ description: 'sai khi phản ánh đã được mở lại sau câu trả lời này' }),
      agency: Type.String(),
      text: Type.String(),
      givenAt: Moment,
      noEvidence: NullableText,
      photos: Type.Array(Picture),
      documents: Type.Array(Picture),
    }),
    { description: 'mới nhất trước' },
  ),
  timeline: Type.Array(Type.Object({ at: Moment, event: Type.String(), text: Type.String() }), {
    description: 'cũ nhất trước',
  }),
  page: Type.String({ description: 'trang công khai, để chia sẻ' }),
});

/** `/api/public/published/:code`: one published report with its answers. For any other code there is nothing here. */
export function registerPublishedApi(app: FastifyInstance, { db, now }: { db: Db; now: () => Date }): void {
  app.get(
    '/api/public/published/:code',
    {
      schema: {
        ...about,
        summary: 'Một phản ánh được công khai: lời, ảnh, nơi xảy ra, diễn biến, kết quả',
        params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
        querystring: Type.Object({ lang: Lang }),
        response: { 200: PublishedReport, 304: Type.Null(), 400: Problem, 404: Problem, 429: Problem },
      },
      config: often,
    },
    async (request, reply) => {
      const { code } = request.params as { code: string };
      const { lang = 'vi' } = request.query as { lang?: Language };
      const body = await db.transaction((tx) => readPublished(tx, code, { language: lang, now: now() }), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      });
      if (!body) throw notPublished();
      return sendCacheable(request, reply, body, { seconds: 15 });
    },
  );
}

async function readPublished(
  tx: Tx,
  typed: string,
  { language, now }: { language: Language; now: Date },
): Promise<Static<typeof PublishedReport> | null> {
  const reading = parseReportCode(typed);
  if (!reading.ok) return null;
  const { code } = reading;
  const [row] = await tx
    .select(publishedColumns)
    .from(reports)
    .where(and(eq(reports.code, code), isPublished));
  const [line] = row ? await publishedLines(tx, [row], { language, now }) : [];
  const view = row && (await reportView(tx, code, language));
  if (!row || !line || !view) return null;
  const photos = (await publicPhotosOf(tx, [row.id])).get(row.id) ?? [];
  const answers = await readAnswers(tx, row, publicEvidenceUrl(code));
  const picture = ({ address, thumbnail, ...rest }: (typeof answers)[number]['photos'][number]) => ({
    ...rest,
    url: address,
    thumbnailUrl: thumbnail,
  });
  return {
    ...line,
    text: row.publicText ?? '',
    publishedAt: (row.publishedAt ?? now).toISOString(),
    agency: view.agency,
    photos: photos.map(({ id, width, height, bytes }) => {
      const url = publicPhotoUrl(code, id);
      return { id, url, thumbnailUrl: `${url}/thumbnail`, width: width ?? 0, height: height ?? 0, bytes: bytes ?? 0 };
    }),
    answers: answers.map((answer) => ({
      ...answer,
      photos: answer.photos.map(picture),
      documents: answer.documents.map(picture),
    })),
    timeline: view.history.map((entry) => ({
      at: entry.at,
      event: entry.event,
      text: textOf(eventWords(entry, language)),
    })),
    page: `/tra-cuu/${code}`,
  };
}

export function notPublished(): AppError {
  return new AppError({
    code: 'report_not_published',
    status: 404,
    detail: 'Không có phản ánh công khai nào có mã này.',
  });
}
