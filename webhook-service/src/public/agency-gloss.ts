import { adminUnit } from '../../../db/seed/admin-units.ts';
import { agencyOfType, agencyTypes, allAgencies, isWardType } from '../../../db/seed/agencies.ts';

const agencies = new Map(allAgencies().map((agency) => [agency.code, agency]));
const glosses = new Map<string, string>();
for (const { type, nameEn } of agencyTypes) {
  const code = isWardType(type) ? null : agencyOfType(type);
  // The first type names the body itself; later ones are tasks it took over. What stands in brackets is for our staff.
  if (code && !glosses.has(code)) glosses.set(code, nameEn.replace(/\s*\(.*\)$/, ''));
}

/** What an agency is, in English; its name stays Vietnamese (domain-hanoi §6.3). Null when we have no good words. */
export function agencyGloss(code: string): string | null {
  const agency = agencies.get(code);
  if (!agency?.wardCode) return glosses.get(code) ?? null;
  const ward = wardNameEn(agency.wardCode);
  return agency.kind === 'ward_pc' ? `People's Committee of ${ward}` : `Police of ${ward}`;
}

/** "Láng ward", "Sóc Sơn commune". */
export function wardNameEn(code: string): string {
  const unit = adminUnit(code);
  return unit ? `${unit.name} ${unit.kind === 'phuong' ? 'ward' : 'commune'}` : code;
}
