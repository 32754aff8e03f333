import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { photos, reports } from '../../../../db/schema/index.ts';

type Photo = typeof photos.$inferSelect;

/**
 * What makes a reporter's photo public: the report is, a person has looked at the photos, and this one was there when they did.
 * To be joined with `reports`; there is no other way to a public photo.
 */
export const isPublicPhoto = and(
  isNotNull(reports.publishedAt),
  eq(photos.state, 'stored'),
  lte(photos.storedAt, reports.photosPublishedAt),
);

/** The public photos of each report, in the order they were sent; reports without any are left out. */
export async function publicPhotosOf(tx: Tx, reportIds: readonly number[]): Promise<ReadonlyMap<number, Photo[]>> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx
    .select({ photo: photos })
    .from(photos)
    .innerJoin(reports, eq(reports.id, photos.reportId))
    .where(and(inArray(photos.reportId, [...reportIds]), isPublicPhoto))
    .orderBy(asc(photos.sentAt), asc(photos.id));
  const byReport = new Map<number, Photo[]>();
  for (const { photo } of rows) {
    if (photo.reportId === null) continue;
    byReport.set(photo.reportId, [...(byReport.get(photo.reportId) ?? []), photo]);
  }
  return byReport;
}

/** One public photo of the report with this code; null for any other. */
export async function publicPhoto(tx: Tx, code: string, id: number): Promise<Photo | null> {
  const [found] = await tx
    .select({ photo: photos })
    .from(photos)
    .innerJoin(reports, eq(reports.id, photos.reportId))
    .where(and(eq(photos.id, id), eq(reports.code, code), isPublicPhoto));
  return found?.photo ?? null;
}

/** Where the public fetches a photo. */
export function publicPhotoUrl(code: string, id: number): string {
  return `/api/public/reports/${code}/photos/${id}`;
}
