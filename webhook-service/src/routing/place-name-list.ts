/** Every name a citizen may write for a place with a ward, and the wards of an era it stands for (domain-hanoi §4.1, §4.2). */
import { oldDistricts, oldUnits, type WardKind, wardTitle } from '../../../db/seed/admin-units.ts';
import { canonical } from '../language/normalise.ts';
import { words } from '../language/tokens.ts';
import { heirsOf, type WardEra } from './boundaries/era.ts';

export type UnitKind = WardKind | 'thi_tran' | 'quan' | 'huyen' | 'thi_xa';

export interface PlaceName {
  level: 'ward' | 'old-unit' | 'old-district';
  kind: UnitKind;
  /** With its kind, as written inside a sentence: "phường Láng Hạ". */
  title: string;
  /** Where an old unit lay: "quận Đống Đa". */
  within: string | null;
  /** Canonical words of the name. */
  words: string[];
  /** Wards it stands for, likeliest first. */
  wardCodes: string[];
  /** Old districts it lies in. */
  districts: string[];
}

/** Names of the wards in force, then of those that later maps ended, then of what ended on 30/06/2025. */
export function placeNamesOf(era: WardEra): PlaceName[] {
  const today = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => heirsOf(era, code)))];
  const names: PlaceName[] = [
    ...era.map.units.flatMap((unit) =>
      spellings(unit.name).map((name) => ({
        level: 'ward' as const,
        kind: unit.kind,
        title: wardTitle(unit),
        within: null,
        words: words(canonical(name)),
        wardCodes: [unit.code],
        districts: unit.oldDistricts,
      })),
    ),
    ...era.former.flatMap((unit) =>
      spellings(unit.name).map((name) => ({
        level: 'old-unit' as const,
        kind: unit.kind,
        title: wardTitle(unit),
        within: null,
        words: words(canonical(name)),
        wardCodes: today([unit.code]),
        districts: unit.oldDistricts,
      })),
    ),
    ...oldUnits.flatMap((unit) =>
      spellings(unit.name).map((name) => ({
        level: 'old-unit' as const,
        kind: unit.kind,
        title: `${KIND_WORDS[unit.kind]} ${unit.name}`,
        within: districtTitles.get(unit.district) ?? null,
        words: words(canonical(name)),
        wardCodes: today([unit.likely, ...unit.newUnits]),
        districts: [unit.district],
      })),
    ),
    ...oldDistricts.map((district) => ({
      level: 'old-district' as const,
      kind: district.kind,
      title: `${KIND_WORDS[district.kind]} ${district.name}`,
      within: null,
      words: words(canonical(district.name)),
      wardCodes: today(district.successors),
      districts: [district.code],
    })),
  ];
  return names.filter((name) => name.wardCodes.length > 0);
}

const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  phuong: 'phường',
  xa: 'xã',
  thi_tran: 'thị trấn',
  quan: 'quận',
  huyen: 'huyện',
  thi_xa: 'thị xã',
};

const districtTitles = new Map(
  oldDistricts.map(({ code, kind, name }) => [code, `${KIND_WORDS[kind]} ${name}`] as const),
);

/** "Văn Miếu - Quốc Tử Giám" is called by either half as well. */
function spellings(name: string): string[] {
  const halves = name.split(/\s+[-–]\s+/u);
  return halves.length > 1 ? [name, ...halves] : [name];
}
