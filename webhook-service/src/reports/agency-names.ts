import { allAgencies } from '../../../db/seed/agencies.ts';

const names = new Map(allAgencies().map((agency) => [agency.code, agency.nameVi]));

/** Vietnamese name of an agency; names of bodies are not translated. */
export function agencyName(code: string): string {
  return names.get(code) ?? code;
}
