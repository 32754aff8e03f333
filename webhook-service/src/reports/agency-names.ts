import { wardIdentity, wardTitle } from '../../../db/seed/admin-units.ts';
import { allAgencies } from '../../../db/seed/agencies.ts';

const names = new Map(allAgencies().map((agency) => [agency.code, agency.nameVi]));

/**
 * Vietnamese name of an agency; names of bodies are not translated. Agencies of a ward are called after it, also when a
 * later ward map brought or renamed the ward. An unknown code is its own name.
 */
export function agencyName(code: string): string {
  const [, prefix, wardCode] = /^(ubnd|ca)-(\d{5})$/.exec(code) ?? [];
  const ward = wardCode === undefined ? undefined : wardIdentity(wardCode);
  if (ward) return `${prefix === 'ubnd' ? 'UBND' : 'Công an'} ${wardTitle(ward)}`;
  return names.get(code) ?? code;
}
