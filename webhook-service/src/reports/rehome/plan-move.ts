/** Where an open report belongs under a new ward map: a pin decides, a name only suggests (domain-hanoi §4.2). */
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import { heirsOf, type WardEra } from '../../routing/boundaries/era.ts';
import { successorsBy, type WardMapUnit } from '../../routing/boundaries/ward-map-unit.ts';
import { wardAt } from '../../routing/ward-lookup.ts';

/** What a reorganisation changes: the eras on both sides and the units it lists. */
export interface Reorganisation {
  before: WardEra;
  era: WardEra;
  units: readonly WardMapUnit[];
}

export interface RehomingReport {
  code: string;
  wardCode: string | null;
  agencyCode: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface RehomingItem {
  code: string;
  fromWard: string | null;
  toWard: string | null;
  fromAgency: string | null;
  toAgency: string | null;
  /** `needs_person`: several wards are possible and no pin tells which; `toWard` and `toAgency` are null. */
  how: 'pin' | 'only-successor' | 'needs_person';
}

/** The move a report needs, or null when it stays where it is. */
export function planMove(report: RehomingReport, change: Reorganisation): RehomingItem | null {
  const { code, wardCode: fromWard, agencyCode: fromAgency } = report;
  const ward = nextWard(report, change);
  const agency = nextAgency(report, ward, change);
  if (ward.how === 'needs_person' || agency.how === 'needs_person') {
    return { code, fromWard, toWard: null, fromAgency, toAgency: null, how: 'needs_person' };
  }
  if (ward.code === fromWard && agency.code === fromAgency) return null;
  const how = ward.how === 'stays' ? 'only-successor' : ward.how;
  return { code, fromWard, toWard: ward.code, fromAgency, toAgency: agency.code, how };
}

/** The wards that hold a ward's land after the change; only itself when the change does not touch it. */
export function wardsAfter(code: string, { before, era, units }: Reorganisation): readonly string[] {
  const inForce = before.map.units.some((unit) => unit.code === code);
  return inForce ? successorsBy(units, code) : heirsOf(era, code);
}

/** Why it is moved, for the history: codes and names of public bodies only. */
export function becauseOf(item: RehomingItem, { before, era }: Reorganisation): string[] {
  const [year, month, day] = era.validFrom.split('-');
  const map = `Bản đồ phường, xã áp dụng từ ngày ${day}/${month}/${year}`;
  const from = nameIn(before, item.fromWard);
  const to = nameIn(era, item.toWard);
  if (item.fromWard === item.toWard)
    return [`${map}: đơn vị đang giữ phản ánh không còn, việc chuyển cho đơn vị kế thừa.`];
  if (item.how === 'pin') return [`${map}: vị trí đã ghim thuộc ${to}.`];
  return [`${map}: ${from} nay thuộc ${to}.`];
}

type NextWard = { how: 'stays' | 'pin' | 'only-successor'; code: string | null } | { how: 'needs_person' };

function nextWard({ wardCode, latitude, longitude }: RehomingReport, change: Reorganisation): NextWard {
  if (wardCode === null) return { how: 'stays', code: null };
  const possible = wardsAfter(wardCode, change);
  if (possible.length === 1 && possible[0] === wardCode) return { how: 'stays', code: wardCode };
  const byPin = latitude === null || longitude === null ? null : wardOfPin({ latitude, longitude }, possible, change);
  if (byPin !== null) return { how: 'pin', code: byPin };
  const [only, ...others] = possible;
  return only !== undefined && others.length === 0 ? { how: 'only-successor', code: only } : { how: 'needs_person' };
}

/**
 * The successor the pin lies in; or, when somebody chose the ward against the pin at a border, the only successor within
 * 50 m of it. Without outlines there is only a guess, which moves nothing.
 */
function wardOfPin(
  pin: { latitude: number; longitude: number },
  possible: readonly string[],
  { era }: Reorganisation,
): string | null {
  const found = wardAt(era.map, pin);
  if (found.kind === 'guess') return null;
  if (found.kind === 'inside' && possible.includes(found.wardCode)) return found.wardCode;
  const near = (found.nearBorder ?? []).filter((code) => possible.includes(code));
  return near.length === 1 ? (near[0] ?? null) : null;
}

type NextAgency = { how: 'known'; code: string | null } | { how: 'needs_person' };

/** Only agencies of wards move: the one of the report's ward with the ward, the one of another ward when that ward ends. */
function nextAgency({ agencyCode, wardCode }: RehomingReport, ward: NextWard, change: Reorganisation): NextAgency {
  const [, prefix, agencyWard] = /^(ubnd|ca)-(\d{5})$/.exec(agencyCode ?? '') ?? [];
  if (agencyWard === undefined) return { how: 'known', code: agencyCode };
  const target = ward.how === 'needs_person' ? null : ward.code;
  const possible = wardsAfter(agencyWard, change);
  if (target !== null && (agencyWard === wardCode || (possible.includes(target) && !possible.includes(agencyWard)))) {
    return { how: 'known', code: `${prefix}-${target}` };
  }
  if (possible.includes(agencyWard)) return { how: 'known', code: agencyCode };
  const [only, ...others] = possible;
  return only !== undefined && others.length === 0
    ? { how: 'known', code: `${prefix}-${only}` }
    : { how: 'needs_person' };
}

function nameIn({ map }: WardEra, code: string | null): string {
  const unit = map.units.find((ward) => ward.code === code);
  return unit ? wardTitle(unit) : 'phường, xã cũ';
}
