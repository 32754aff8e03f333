/** From what a rule names to an agency that exists. */
import { agencyOfType, agencyTypes, allAgencies, isWardType } from '../../../../db/seed/agencies.ts';
import type { RuleTarget } from './rule.ts';

export type Resolved =
  | { kind: 'agency'; code: string }
  /** The agency of the ward, and the ward is not known yet. */
  | { kind: 'needs_ward' }
  /** A kind of body without one agency that takes reports: water and telecom firms (domain-hanoi §3). */
  | { kind: 'no_agency' }
  /** No such agency, no such type: the rule is wrong. */
  | { kind: 'unknown' };

/** The agency of a target. `further` are agencies that exist besides the seed's. */
export function resolveTarget(target: RuleTarget, wardCode: string | null, further?: ReadonlySet<string>): Resolved {
  if ('code' in target)
    return agencyExists(target.code, further) ? { kind: 'agency', code: target.code } : { kind: 'unknown' };
  if (!types.has(target.type)) return { kind: 'unknown' };
  if (isWardType(target.type) && wardCode === null) return { kind: 'needs_ward' };
  const code = agencyOfType(target.type, wardCode ?? undefined);
  return code === null ? { kind: 'no_agency' } : { kind: 'agency', code };
}

/** True for an agency of the seed, or one of `further`. */
export function agencyExists(code: string, further?: ReadonlySet<string>): boolean {
  return agencyNames.has(code) || (further?.has(code) ?? false);
}

export function isAgencyType(type: string): boolean {
  return types.has(type);
}

/** The agency's name; its code for one this build does not know. */
export function agencyNameOf(code: string): string {
  return agencyNames.get(code) ?? code;
}

const agencyNames = new Map(allAgencies().map(({ code, nameVi }) => [code, nameVi]));
const types = new Set<string>(agencyTypes.map(({ type }) => type));
