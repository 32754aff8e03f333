/** What the citizen is told about a pin before it is used (domain-hanoi §4.3). */
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import type { Point } from '../geo.ts';
import { wardAt } from '../ward-lookup.ts';
import type { WardLookup, WardMap } from '../ward-map.ts';
import { isSurelyOutside } from './out-of-area.ts';

export interface NamedWard {
  code: string;
  /** "phường Láng". */
  name: string;
}

export interface PointAnswer {
  kind: WardLookup['kind'];
  /** The ward of the point, or the likeliest one. */
  ward: NamedWard | null;
  /** Wards to choose from, likeliest first; empty when there is nothing to ask. */
  offered: NamedWard[];
  /** True only when there is no doubt that the point lies outside Hà Nội. */
  outside: boolean;
  by: 'outlines' | 'nearest-centre';
  /** For the citizen, in Vietnamese. */
  sentence: string;
}

/** The ward of a point by a map, the wards to choose from, and what to say. */
export function pointAnswer(map: WardMap, point: Point): PointAnswer {
  const lookup = wardAt(map, point);
  const units = new Map(map.units.map((unit) => [unit.code, unit]));
  const named = (codes: readonly string[]): NamedWard[] =>
    codes.flatMap((code) => {
      const unit = units.get(code);
      return unit ? [{ code, name: wardTitle(unit) }] : [];
    });
  const [ward = null] = lookup.kind === 'outside' ? [] : named([lookup.wardCode]);
  const offered = named(offeredBy(lookup));
  return {
    kind: lookup.kind,
    ward,
    offered,
    outside: isSurelyOutside(lookup),
    by: map.boundaries ? 'outlines' : 'nearest-centre',
    sentence: sentenceOf(lookup, ward?.name ?? '', offered),
  };
}

/** A guess is always confirmed: with its runners-up, of which more than two would be a list nobody reads. */
function offeredBy(lookup: WardLookup): string[] {
  if (lookup.kind === 'outside') return lookup.nearBorder ?? [];
  if (lookup.kind === 'guess') return [lookup.wardCode, ...lookup.alternatives.slice(0, lookup.clear ? 0 : RUNNERS_UP)];
  return lookup.nearBorder.length > 0 ? [lookup.wardCode, ...lookup.nearBorder] : [];
}

const RUNNERS_UP = 2;

function sentenceOf(lookup: WardLookup, ward: string, offered: readonly NamedWard[]): string {
  const names = listed(offered.map(({ name }) => name));
  if (lookup.kind === 'inside') {
    if (offered.length === 0) return `Vị trí này thuộc ${ward}.`;
    return `Vị trí này nằm sát ranh giới giữa ${names}. Xin chọn đúng phường, xã nơi xảy ra sự việc.`;
  }
  if (lookup.kind === 'guess') {
    if (offered.length === 1) return `Vị trí này có lẽ thuộc ${ward}. Xin xác nhận hoặc chọn phường, xã khác.`;
    return `Vị trí này có thể thuộc ${names}. Xin chọn đúng phường, xã nơi xảy ra sự việc.`;
  }
  if (offered.length > 0) {
    return `Vị trí này nằm ngay ngoài ranh giới Hà Nội, sát ${names}. Nếu sự việc xảy ra trong thành phố, xin chọn phường, xã.`;
  }
  if (isSurelyOutside(lookup)) return 'Vị trí này nằm ngoài địa bàn thành phố Hà Nội.';
  return 'Vị trí này có vẻ nằm ngoài địa bàn thành phố Hà Nội. Xin kiểm tra lại vị trí đã ghim.';
}

/** "A", "A và B", "A, B và C". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} và ${last}` : last;
}
