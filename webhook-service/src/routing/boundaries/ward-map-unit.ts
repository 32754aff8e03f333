/** What a reorganisation says about wards: the rows of `ward_map_versions.units`. */
import type { WardKind } from '../../../../db/seed/admin-units.ts';

/** A ward that is new, renamed or given land from a day on. Wards that are not listed stay as they were. */
export interface WardMapUnit {
  code: string;
  /** Without the kind word: "Láng". */
  name: string;
  kind: WardKind;
  /** [longitude, latitude], WGS84. */
  centre: [longitude: number, latitude: number];
  /** Wards it takes over from, whole or in part; with its own code when it goes on under another name or with other borders. */
  from: string[];
  /** Those of `from` that are no more. Left out: all of them, except wards that are listed themselves. */
  ends?: string[];
}

/** Codes of the wards that end when these units begin. */
export function endedBy(units: readonly WardMapUnit[]): Set<string> {
  const listed = new Set(units.map((unit) => unit.code));
  return new Set(units.flatMap((unit) => unit.ends ?? unit.from.filter((code) => !listed.has(code))));
}

/** The wards a ward's land belongs to once these units begin: itself first when it goes on, then its heirs as listed. */
export function successorsBy(units: readonly WardMapUnit[], code: string): string[] {
  const heirs = units.filter((unit) => unit.from.includes(code)).map((unit) => unit.code);
  const stays = !endedBy(units).has(code);
  return [...new Set(stays ? [code, ...heirs] : heirs)];
}

/** Codes of wards that go on without being listed, but give land away: their outline changes as well. */
export function cedingBy(units: readonly WardMapUnit[]): Set<string> {
  const ended = endedBy(units);
  const listed = new Set(units.map((unit) => unit.code));
  return new Set(units.flatMap((unit) => unit.from).filter((code) => !ended.has(code) && !listed.has(code)));
}
