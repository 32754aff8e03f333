/**
 * The 126 wards and communes since 01/07/2025 (NQ 1656/NQ-UBTVQH15), and the names they replaced.
 * Codes: Công văn 1027/CTK-CSCL and QĐ 19/2025/QĐ-TTg; sources and their quality in domain-hanoi §4.3.
 */
import adminUnitRows from './data/admin-units.json' with { type: 'json' };
import oldDistrictRows from './data/old-districts.json' with { type: 'json' };
import oldUnitRows from './data/old-units.json' with { type: 'json' };

export type WardKind = 'phuong' | 'xa';

/** A ward or commune; the code says "ward" for both (glossary §6.1). */
export interface AdminUnit {
  code: string;
  /** Without the kind word: "Láng". */
  name: string;
  kind: WardKind;
  /** Place in the annex of Công văn 1027, for lists. */
  order: number;
  /** [longitude, latitude], WGS84. */
  centre: [longitude: number, latitude: number];
  /** [west, south, east, north]. */
  bbox: [west: number, south: number, east: number, north: number];
  areaKm2: number;
  /** Registered population of the 2025 merger dossier, not a census. */
  population: number;
  /** Codes of the districts its land came from, largest first. */
  oldDistricts: string[];
  /** Codes of wards it shares a border with. */
  neighbours: string[];
}

/** A commune-level unit that ended on 30/06/2025. An alias for searching, never an owner (§4.2). */
export interface OldUnit {
  code: string;
  name: string;
  kind: 'phuong' | 'xa' | 'thi_tran';
  district: string;
  newUnits: string[];
  /** The new unit most of it went to, and how we know. */
  likely: string;
  basis: 'only' | 'resolution' | 'centre-point';
}

/** A district that ended on 30/06/2025. */
export interface OldDistrict {
  code: string;
  name: string;
  kind: 'quan' | 'huyen' | 'thi_xa';
  /** The units NQ 1656 groups under it. */
  successors: string[];
  /** Every unit that received any of its land. */
  touching: string[];
}

export const adminUnits = adminUnitRows as unknown as readonly AdminUnit[];
export const oldUnits = oldUnitRows as unknown as readonly OldUnit[];
export const oldDistricts = oldDistrictRows as unknown as readonly OldDistrict[];

const byCode = new Map(adminUnits.map((unit) => [unit.code, unit]));

/** The ward with this code, or undefined for an unknown or ended code. */
export function adminUnit(code: string): AdminUnit | undefined {
  return byCode.get(code);
}

/** "phường Láng" (inside a sentence). Throws for a code that is not one of the 126. */
export function wardName(code: string): string {
  const unit = byCode.get(code);
  if (!unit) throw new RangeError(`unknown ward code ${code}`);
  return `${unit.kind === 'phuong' ? 'phường' : 'xã'} ${unit.name}`;
}
