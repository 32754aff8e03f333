/** Names of wards and communes, and of the units and districts that ended on 30/06/2025 (domain-hanoi §4.1, §4.2). */
import { adminUnits, oldDistricts, oldUnits } from '../../../db/seed/admin-units.ts';
import { canonical, plain } from '../language/normalise.ts';
import { words } from '../language/tokens.ts';
import type { PlaceToken } from './place-tokens.ts';

export type UnitKind = 'phuong' | 'xa' | 'thi_tran' | 'quan' | 'huyen' | 'thi_xa';

export interface PlaceName {
  level: 'ward' | 'old-unit' | 'old-district';
  kind: UnitKind;
  /** Canonical words of the name. */
  words: string[];
  /** Wards it stands for, likeliest first. */
  wardCodes: string[];
  /** Old districts it lies in. */
  districts: string[];
}

/** The longest names that start at `index`; several when the spelling leaves it open. */
export function namesAt(tokens: readonly PlaceToken[], index: number): { names: PlaceName[]; length: number } | null {
  for (let length = Math.min(LONGEST, tokens.length - index); length > 0; length -= 1) {
    const slice = tokens.slice(index, index + length);
    if (slice.slice(1).some((token) => !token.joined)) continue;
    const spelled = byPlainName.get(slice.map((token) => token.plain).join(' '));
    const names = spelled?.filter((name) => slice.every((token, i) => token.bare || token.canonical === name.words[i]));
    if (!names?.length) continue;
    const exact = names.filter((name) => slice.every((token, i) => token.canonical === name.words[i]));
    return { names: exact.length > 0 ? exact : names, length };
  }
  return null;
}

const placeNames: PlaceName[] = [
  ...adminUnits.flatMap((unit) =>
    spellings(unit.name).map((name) => ({
      level: 'ward' as const,
      kind: unit.kind,
      words: words(canonical(name)),
      wardCodes: [unit.code],
      districts: unit.oldDistricts,
    })),
  ),
  ...oldUnits.flatMap((unit) =>
    spellings(unit.name).map((name) => ({
      level: 'old-unit' as const,
      kind: unit.kind,
      words: words(canonical(name)),
      wardCodes: [unit.likely, ...unit.newUnits.filter((code) => code !== unit.likely)],
      districts: [unit.district],
    })),
  ),
  ...oldDistricts.map((district) => ({
    level: 'old-district' as const,
    kind: district.kind,
    words: words(canonical(district.name)),
    wardCodes: district.successors,
    districts: [district.code],
  })),
];

const LONGEST = Math.max(...placeNames.map((name) => name.words.length));
const byPlainName = new Map<string, PlaceName[]>();
for (const name of placeNames) {
  const key = name.words.map(plain).join(' ');
  byPlainName.set(key, [...(byPlainName.get(key) ?? []), name]);
}

/** "Văn Miếu - Quốc Tử Giám" is called by either half as well. */
function spellings(name: string): string[] {
  const halves = name.split(/\s+[-–]\s+/u);
  return halves.length > 1 ? [name, ...halves] : [name];
}
