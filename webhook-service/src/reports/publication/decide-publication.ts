/** A person decides what the public sees of a report: the photos, other words, or nothing of it. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import { DECIDED } from './decision.ts';
import { type ObstacleCode, obstacles, obstaclesOf } from './may-publish.ts';
import { publicationFacts } from './read-facts.ts';
import { notePublication, publicationColumns } from './settle.ts';

export interface PublicationOrder {
  /** Takes the report from the public; everything else is then left out. */
  hidden: boolean;
  /** The reporter's photos, as they are now; left out: as before. */
  photos?: boolean | undefined;
  /** The public words, instead of those the machine masked; null: those of the machine again; left out: as before. */
  text?: string | null | undefined;
  /** Why, in the official's words. */
  reason: string;
}

/**
 * Carries out the decision on a locked report, and writes it into the history: who, why, and what of it. The words stand on the
 * row only, where an erasure finds them.
 * @returns the report afterwards
 * @throws AppError 409 `not_publishable` with `obstacles`, for what no official can waive.
 */
export async function decidePublication(
  tx: Tx,
  report: Report,
  { hidden, photos, text, reason }: PublicationOrder,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Report> {
  const facts = await publicationFacts(tx, report);
  const { decision } = facts;
  const keptMended = text === undefined && decision?.mended === true && !decision.outdated;
  const mended = !hidden && (typeof text === 'string' || keptMended);
  const decided = { ...facts, decision: { hidden, mended, outdated: false } };
  const inTheWay = hidden ? [] : obstaclesOf(decided);
  if (inTheWay.length > 0) throw notPublishable(inTheWay);
  const worded = typeof text === 'string' ? { ...report, publicText: text } : report;
  const after: Report = {
    ...report,
    ...publicationColumns(worded, decided, now),
    photosPublishedAt: photosAfter(report, { hidden, photos }, now),
    version: report.version + 1,
  };
  const { publishedAt, publicText, photosPublishedAt, version } = after;
  await tx
    .update(reports)
    .set({ publishedAt, publicText, photosPublishedAt, version })
    .where(eq(reports.id, report.id));
  const data = { hidden, mended, photos: photosPublishedAt !== null };
  await record(tx, report.id, [{ event: DECIDED, actor, at: now, isPublic: false, reason, data }]);
  await notePublication(tx, report, after, now);
  return after;
}

function photosAfter(
  { photosPublishedAt }: Report,
  { hidden, photos }: Pick<PublicationOrder, 'hidden' | 'photos'>,
  now: Date,
): Date | null {
  if (hidden || photos === false) return null;
  // Anew: whoever says yes has seen those that are there now.
  return photos === true ? now : photosPublishedAt;
}

function notPublishable(codes: readonly ObstacleCode[]): AppError {
  const whys = codes.map((code) => obstacles[code].why.vi);
  return new AppError({
    code: 'not_publishable',
    status: 409,
    detail: whys.join(' '),
    extensions: { obstacles: codes.map((code) => ({ code, why: obstacles[code].why.vi })) },
  });
}
