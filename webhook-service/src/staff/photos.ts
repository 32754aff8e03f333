import { and, asc, eq, inArray } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { photos, reports } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import type { MediaStore } from '../media/store.ts';
import { Problem } from '../problem.ts';
import { mayRead } from '../reports/access/member.ts';
import { memberOf } from './guard.ts';

export const PhotoLink = Type.Object({
  url: Type.String(),
  thumbnailUrl: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
});

/** Addresses of the stored photos of each report, in the order they were sent; one query for a whole page. */
export async function photoLinks(db: Db, reportIds: number[]): Promise<Map<number, PhotoLinkValue[]>> {
  const links = new Map<number, PhotoLinkValue[]>();
  if (reportIds.length === 0) return links;
  const rows = await db
    .select()
    .from(photos)
    .where(and(inArray(photos.reportId, reportIds), eq(photos.state, 'stored')))
    .orderBy(asc(photos.sentAt), asc(photos.id));
  for (const { id, reportId, width, height } of rows) {
    if (reportId === null) continue;
    const url = `/api/staff/photos/${id}`;
    const link = { url, thumbnailUrl: `${url}/thumbnail`, width: width ?? 0, height: height ?? 0 };
    links.set(reportId, [...(links.get(reportId) ?? []), link]);
  }
  return links;
}

type PhotoLinkValue = Type.Static<typeof PhotoLink>;

/** The photos themselves, for staff who may see the report: re-encoded JPEG, never anything a browser would run. */
export function registerStaffPhotos(staff: FastifyInstance, deps: { db: Db; media: MediaStore }): void {
  for (const size of ['', '/thumbnail'] as const) {
    staff.get(
      `/api/staff/photos/:id${size}`,
      {
        schema: {
          tags: ['staff'],
          summary: size ? 'Ảnh thu nhỏ của phản ánh' : 'Ảnh của phản ánh',
          security: [{ staff: [] }],
          params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
          response: {
            200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }),
            ...{ 400: Problem, 401: Problem, 404: Problem, 429: Problem },
          },
        },
      },
      async (request, reply) => {
        const { id } = request.params as { id: number };
        const [photo] = await deps.db
          .select({
            thumbnailKey: photos.thumbnailKey,
            storageKey: photos.storageKey,
            agencyCode: reports.agencyCode,
            categoryCode: reports.categoryCode,
          })
          .from(photos)
          .innerJoin(reports, eq(reports.id, photos.reportId))
          .where(eq(photos.id, id));
        const visible = photo && mayRead(memberOf(request), photo);
        const key = visible ? (size ? photo.thumbnailKey : photo.storageKey) : null;
        const stream = key ? await deps.media.get(key) : null;
        if (!stream) throw new AppError({ code: 'photo_not_found', status: 404, detail: 'Không có ảnh này.' });
        return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(stream);
      },
    );
  }
}
