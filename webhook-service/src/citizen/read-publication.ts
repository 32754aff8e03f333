/** Whether others see a report, what of it, and what its reporter chose. */
import { and, asc, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Tx } from '../../../db/client.ts';
import { photos } from '../../../db/schema/index.ts';
import type { Language } from '../deadlines/due-words.ts';
import { followersOf } from '../reports/publication/followers.ts';
import { obstacles, obstaclesOf } from '../reports/publication/may-publish.ts';
import { publicPhotosOf, publicPhotoUrl } from '../reports/publication/public-photos.ts';
import { publicPlaceWords, publicPoint } from '../reports/publication/public-side.ts';
import { publicationFacts } from '../reports/publication/read-facts.ts';
import type { Report } from '../reports/report.ts';
import { statusLink } from '../reports/report-links.ts';
import type { Proof, Publication } from './report-schemas.ts';

type Picture = Static<typeof Proof>;

/** `own`: the reader's own report, which may have been merged into `report`; null for one they only follow. */
export async function publicationOf(
  tx: Tx,
  { own, report }: { own: Report | null; report: Report },
  { language, publicUrl }: { language: Language; publicUrl: string },
): Promise<Static<typeof Publication>> {
  const shown = own ?? report;
  const whyNot = own ? await whyNotPublic(tx, own, language) : [];
  return {
    published: shown.publishedAt !== null,
    publish: own?.publish ?? null,
    hideMyName: own?.hideMyName ?? null,
    mayPublish: own !== null && whyNot.length === 0,
    whyNotPublic: whyNot,
    followers: (await followersOf(tx, [report.id])).get(report.id) ?? 0,
    shareLink: statusLink(publicUrl, shown.code),
    shown: shown.publishedAt === null ? null : shownOf(shown),
    before: own ? await ownPhotos(tx, own.id) : await photosForAll(tx, report),
  };
}

/** What would stand in the way if the reporter chose it, their consent given: that is asked for when they do. */
async function whyNotPublic(tx: Tx, own: Report, language: Language): Promise<string[]> {
  const facts = { ...(await publicationFacts(tx, own)), chosen: true, consented: true };
  return obstaclesOf(facts).map((code) => obstacles[code].why[language]);
}

function shownOf(report: Report): NonNullable<Static<typeof Publication>['shown']> {
  const point = publicPoint(report);
  return {
    text: report.publicText ?? '',
    place: publicPlaceWords(report),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    rounded: point?.rounded ?? false,
  };
}

/** The photos a reporter sent, by addresses of their own. */
export async function ownPhotos(tx: Tx, reportId: number): Promise<Picture[]> {
  const rows = await tx
    .select()
    .from(photos)
    .where(and(eq(photos.reportId, reportId), eq(photos.state, 'stored')))
    .orderBy(asc(photos.sentAt), asc(photos.id));
  return rows.map((photo) => picture(photo, `/api/citizen/photos/${photo.id}`));
}

async function photosForAll(tx: Tx, { id, code }: Report): Promise<Picture[]> {
  const found = (await publicPhotosOf(tx, [id])).get(id) ?? [];
  return found.map((photo) => picture(photo, publicPhotoUrl(code, photo.id)));
}

function picture({ id, width, height, bytes }: typeof photos.$inferSelect, url: string): Picture {
  return { id, url, thumbnailUrl: `${url}/thumbnail`, width: width ?? 0, height: height ?? 0, bytes: bytes ?? 0 };
}
