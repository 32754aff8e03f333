import { and, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
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
  streetsSeen: StreetsSeen;
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
export async function findAddresses({ q, streetsSeen, near, era, now }: AddressAsked): Promise<AddressHit[]> {
  const typed = words(plain(q));
  if (typed.length === 0) return [];
  const units = new Map(era.map.units.map((unit) => [unit.code, unit]));
  const streets: AddressHit[] = [];
  for (const street of streetsMeant(q, typed))
    for (const { wardCode, ...middle } of await streetsSeen(street))
      streets.push(...streetHit(street, units.get(wardCode), middle));
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

interface SeenInWard extends Point {
  wardCode: string;
}

/** Where published reports show a street to run: the middle of them in each ward, where most are first. */
export type StreetsSeen = (street: string) => Promise<readonly SeenInWard[]>;

/** A street moves slower than this; there are some hundreds in our list, so what is kept stays small. */
const SEEN_FOR_MS = 10 * 60_000;

export function createStreetsSeen({ db, now }: { db: Db; now: () => Date }): StreetsSeen {
  const kept = new Map<string, { seen: readonly SeenInWard[]; until: number }>();
  return async (street) => {
    const known = kept.get(street);
    if (known && known.until > now().getTime()) return known.seen;
    const seen = await alongStreet(db, street);
    // A street nobody has reported from yet may be reported from in a minute.
    if (seen.length > 0) kept.set(street, { seen, until: now().getTime() + SEEN_FOR_MS });
    return seen;
  };
}

async function alongStreet(tx: Tx, street: string): Promise<SeenInWard[]> {
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
    .map(([wardCode, points]) => ({ wardCode, ...middleOf(points) }));
}

function streetHit(street: string, unit: MapUnit | undefined, middle: Point): AddressHit[] {
  if (!unit) return [];
  const ward = wardTitle(unit);
  return [{ label: `${street}, ${ward}`, why: null, wardCode: unit.code, ward, ...middle, precision: 'street' }];
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
