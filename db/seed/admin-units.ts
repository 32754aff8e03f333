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

/** What a ward is called; all that is kept of wards which a later ward map brought or ended. */
export type WardIdentity = Pick<AdminUnit, 'code' | 'name' | 'kind'>;

let learned: ReadonlyMap<string, WardIdentity> = new Map();

/**
 * Takes note of the wards of later ward maps, replacing what was noted before: new ones, and those of the 126 that are
 * called something else now. A code outlives its name (00199 was Láng Hạ until 30/06/2025 and is Láng since), so what is
 * noted here wins over the list of the build.
 */
export function learnWards(wards: readonly WardIdentity[]): void {
  learned = new Map(wards.map((ward) => [ward.code, ward]));
}

/** The ward of NQ 1656 with this code, or undefined. Wards of later maps have no area or population here: `wardIdentity`. */
export function adminUnit(code: string): AdminUnit | undefined {
  return byCode.get(code);
}

/** Name and kind of a ward, whether of the 126, of a later ward map, or ended; undefined for an unknown code. */
export function wardIdentity(code: string): WardIdentity | undefined {
  return learned.get(code) ?? byCode.get(code);
}

/** "phường Láng" (inside a sentence). Throws for a code that no ward has or had since 01/07/2025. */
export function wardName(code: string): string {
  const ward = wardIdentity(code);
  if (!ward) throw new RangeError(`unknown ward code ${code}`);
  return wardTitle(ward);
}

/** "phường Láng", "xã Bát Tràng" (inside a sentence). */
export function wardTitle({ kind, name }: Pick<WardIdentity, 'kind' | 'name'>): string {
  return `${kind === 'phuong' ? 'phường' : 'xã'} ${name}`;
}
