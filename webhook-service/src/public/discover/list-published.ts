/** Pages of published reports: newest first, or those near a place. */
import { and, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { cursorInvalid, decodeCursor, encodeCursor } from '../../http/keyset-cursor.ts';
import { publicPlaceWords, publicPoint } from '../../reports/publication/public-side.ts';
import { metresBetween, type Point } from '../../routing/geo.ts';
import { isPublished, type PublishedFilters, publishedConditions, saysAll, searchWords } from './published-filters.ts';
import { type PublishedRow, publishedColumns } from './published-row.ts';

export interface PublishedPage {
  rows: readonly PublishedRow[];
  next: string | null;
}

export interface PageAsked {
  cursor?: string | undefined;
  limit: number;
}

const NEWEST = 'published';
const NEAR = 'published-near';
/** Reports looked at around a place, nearest first; a page further on begins behind those of the page before. */
const LOOKED_AT = 1_000;
/** Times a page is filled up when words that are not shown were found; then it ends early, with a cursor. */
const ROUNDS = 5;

export async function listNewest(tx: Tx, filters: PublishedFilters, asked: PageAsked): Promise<PublishedPage> {
  const wanted = searchWords(filters.q);
  const found: PublishedRow[] = [];
  let after: Key | null = asked.cursor === undefined ? null : keyOf(asked.cursor);
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await newestAfter(tx, filters, after, asked.limit + 1);
    for (const row of rows) {
      // One more than fits says that there is a next page.
      if (found.length === asked.limit && isShown(row, wanted)) return pageOf(found);
      after = [row.publishedAt?.getTime() ?? 0, row.id];
      if (isShown(row, wanted)) found.push(row);
    }
    if (rows.length <= asked.limit) return { rows: found, next: null };
  }
  return { rows: found, next: after && encodeCursor(NEWEST, after) };
}

type Key = [publishedAt: number, id: number];

function pageOf(found: readonly PublishedRow[]): PublishedPage {
  const last = found.at(-1);
  const key = last && [last.publishedAt?.getTime() ?? 0, last.id];
  return { rows: found, next: key ? encodeCursor(NEWEST, key) : null };
}

function newestAfter(tx: Tx, filters: PublishedFilters, after: Key | null, limit: number): Promise<PublishedRow[]> {
  const beyond: SQL | undefined = after
    ? sql`(${reports.publishedAt}, ${reports.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`
    : undefined;
  return tx
    .select(publishedColumns)
    .from(reports)
    .where(and(...publishedConditions(filters), beyond))
    .orderBy(sql`${reports.publishedAt} desc`, sql`${reports.id} desc`)
    .limit(limit);
}

/** What the public reads must hold the words, not what was masked in it. */
function isShown(row: PublishedRow, wanted: readonly string[]): boolean {
  return saysAll(`${row.publicText ?? ''} ${publicPlaceWords(row) ?? ''}`, wanted);
}

/**
 * Those near a place, nearest first, by where the public sees them: sorting by the true place of a private home would tell it.
 * Of the `LOOKED_AT` nearest; the pages end with them.
 */
export async function listNear(
  tx: Tx,
  filters: PublishedFilters,
  { near, ...asked }: PageAsked & { near: Point },
): Promise<PublishedPage> {
  const after = asked.cursor === undefined ? null : decodeCursor(asked.cursor, NEAR, 2);
  const wanted = searchWords(filters.q);
  const rows = await tx
    .select(publishedColumns)
    .from(reports)
    .where(and(sql`${reports.id} in (${nearestIds(near)})`, ...publishedConditions(filters)));
  const sorted = rows
    .filter((row) => isShown(row, wanted))
    .map((row) => ({ row, metres: metresTo(row, near) }))
    .sort((one, other) => one.metres - other.metres || one.row.id - other.row.id);
  const rest = after ? sorted.filter(({ row, metres }) => isBehind([metres, row.id], after)) : sorted;
  const page = rest.slice(0, asked.limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return {
    rows: page.map(({ row }) => row),
    next: last ? encodeCursor(NEAR, [last.metres, last.row.id]) : null,
  };
}

/** By the GiST index `reports_place`, in the order of distance, so that it stops at the limit. */
function nearestIds({ latitude, longitude }: Point): SQL {
  return sql`select near.id from (
    select id from reports where ${sql.raw('published_at is not null')} and latitude is not null
    order by point(longitude, latitude) <-> point(${longitude}, ${latitude}) limit ${LOOKED_AT}) near`;
}

function metresTo(row: PublishedRow, near: Point): number {
  const point = publicPoint(row);
  if (!point) return Number.MAX_SAFE_INTEGER;
  return Math.round(Math.hypot(...metresBetween(near, [point.longitude, point.latitude])));
}

function isBehind(key: readonly [number, number], after: readonly unknown[]): boolean {
  const [metres, id] = after;
  if (typeof metres !== 'number' || typeof id !== 'number') throw cursorInvalid();
  return key[0] > metres || (key[0] === metres && key[1] > id);
}

function keyOf(cursor: string): Key {
  const [at, id] = decodeCursor(cursor, NEWEST, 2);
  if (typeof at !== 'number' || typeof id !== 'number' || Number.isNaN(new Date(at).getTime())) throw cursorInvalid();
  return [at, id];
}

/** Published reports by number, newest first. */
export function publishedByIds(tx: Tx, ids: readonly number[]): Promise<PublishedRow[]> {
  return tx
    .select(publishedColumns)
    .from(reports)
    .where(and(sql`${reports.id} = any(${`{${ids.join(',')}}`}::bigint[])`, isPublished))
    .orderBy(sql`${reports.id} desc`);
}
