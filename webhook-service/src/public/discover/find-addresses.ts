import { and, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import { plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { publicPlaceWords, publicPoint } from '../../reports/publication/public-side.ts';
import { streetsNamed } from '../../reports/publication/street-words.ts';
import type { WardEra } from '../../routing/boundaries/era.ts';
import { metresBetween, type Point } from '../../routing/geo.ts';
import { candidatesOf } from '../../routing/place-candidates.ts';
import { type PlaceName, placeNamesOf } from '../../routing/place-name-list.ts';
import { streetNames } from '../../routing/streets.ts';
import type { MapUnit } from '../../routing/ward-map.ts';
import { publishedConditions } from './published-filters.ts';
import { publishedColumns } from './published-row.ts';

export interface AddressHit {
  label: string;
  why: string | null;
  wardCode: string;
  ward: string;
  latitude: number;
  longitude: number;
  precision: 'ward' | 'street';
}

export interface AddressAsked {
  q: string;
  near: Point | null;
  era: WardEra;
  now: Date;
}

const MOST_HITS = 10;
const MOST_STREETS = 3;
/** Published reports looked at per street, newest first. */
const LOOKED_AT = 200;

/**
 * Streets first, where published reports show where they run, then wards: by today's name or an old one, also while it is still
 * being typed. Near ones before far ones.
 */
export async function findAddresses(tx: Tx, { q, near, era, now }: AddressAsked): Promise<AddressHit[]> {
  const typed = words(plain(q));
  if (typed.length === 0) return [];
  const units = new Map(era.map.units.map((unit) => [unit.code, unit]));
  const streets: AddressHit[] = [];
  for (const street of streetsMeant(q, typed)) streets.push(...(await alongStreet(tx, street, units)));
  const wards = [...wardsMeant(q, now), ...wardsBegun(typed, era)].flatMap((hit) => wardHit(hit, units) ?? []);
  const hits = [...streets, ...onceEach(wards)];
  if (!near) return hits.slice(0, MOST_HITS);
  const metres = (hit: AddressHit) => Math.hypot(...metresBetween(near, [hit.longitude, hit.latitude]));
  return hits.toSorted((one, other) => metres(one) - metres(other)).slice(0, MOST_HITS);
}

/** Streets named whole anywhere in what was typed, else those whose name begins like it. */
function streetsMeant(q: string, typed: readonly string[]): string[] {
  const whole = streetsNamed(q);
  const begun = typed.join(' ').replace(/^(?:pho|duong) /u, '');
  const starts = [...streetNames].filter(([name]) => name.startsWith(begun)).map(([, name]) => name);
  return [...new Set([...whole, ...(begun.length >= 2 ? starts : [])])].slice(0, MOST_STREETS);
}

/** Where published reports show a street to run: one hit per ward, in the middle of them. */
async function alongStreet(tx: Tx, street: string, units: ReadonlyMap<string, MapUnit>): Promise<AddressHit[]> {
  const rows = await tx
    .select(publishedColumns)
    .from(reports)
    .where(and(...publishedConditions({ q: street }), sql`${reports.latitude} is not null`))
    .orderBy(sql`${reports.publishedAt} desc`)
    .limit(LOOKED_AT);
  const byWard = new Map<string, Point[]>();
  for (const row of rows) {
    const point = publicPoint(row);
    // The words may stand anywhere in the text, or in what was masked: only a place that is shown counts.
    if (!row.wardCode || !point || !streetsNamed(publicPlaceWords(row) ?? '').includes(street)) continue;
    byWard.set(row.wardCode, [...(byWard.get(row.wardCode) ?? []), point]);
  }
  return [...byWard]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([wardCode, points]) => {
      const unit = units.get(wardCode);
      if (!unit) return [];
      const ward = wardTitle(unit);
      return [
        { label: `${street}, ${ward}`, why: null, wardCode, ward, ...middleOf(points), precision: 'street' as const },
      ];
    });
}

interface WardMeant {
  code: string;
  why: string | null;
}

/** As the intake would understand it: whole names, old ones, several that are meant by one. */
function wardsMeant(q: string, now: Date): WardMeant[] {
  return candidatesOf(q, now).candidates;
}

/** Names that begin like what was typed, with or without "phường"; those of today first. */
function wardsBegun(typed: readonly string[], era: WardEra): WardMeant[] {
  const begun = typed.join(' ').replace(/^(?:phuong|xa|thi tran|quan|huyen|thi xa|p|q|x) /u, '');
  if (begun.length < 2) return [];
  const order: readonly PlaceName['level'][] = ['ward', 'old-unit', 'old-district'];
  return placeNamesOf(era)
    .filter((name) => plain(name.words.join(' ')).startsWith(begun))
    .toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
    .flatMap(({ level, title, wardCodes }) =>
      wardCodes.map((code) => ({ code, why: level === 'ward' ? null : `${title} (cũ)` })),
    );
}

function wardHit({ code, why }: WardMeant, units: ReadonlyMap<string, MapUnit>): AddressHit | null {
  const unit = units.get(code);
  if (!unit) return null;
  const [longitude, latitude] = unit.centre;
  const ward = wardTitle(unit);
  return { label: ward, why, wardCode: code, ward, latitude, longitude, precision: 'ward' };
}

function onceEach(hits: readonly AddressHit[]): AddressHit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.wardCode, hit])).values()].reverse();
}

function middleOf(points: readonly Point[]): Point {
  const mean = (of: (point: Point) => number) =>
    Math.round((points.reduce((sum, point) => sum + of(point), 0) / points.length) * 1e5) / 1e5;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}
