/**
 * 113 categories in 22 groups (domain-hanoi §3): a design proposal modelled on iHanoi, Hue-S and TP.HCM 1022,
 * not an official code list. `OS-*` are out of scope or not a report at all.
 */
import type { AgencyType } from './agencies.ts';
import categoryRows from './data/categories.json' with { type: 'json' };
import groupRows from './data/category-groups.json' with { type: 'json' };
import type { PriorityClass } from './priority-policy.ts';

export type RoutingRule =
  /** Always the default agency. */
  | 'none'
  /** Default agency when the asset is on the city list (QĐ 5904, 26/11/2025), else UBND of the point. */
  | 'city_list_else_ward'
  /** UBND of the point checks first and escalates to the default agency. */
  | 'ward_first'
  /** UBND owns it and orders the sanitation contractor. */
  | 'contractor_urenco'
  /** 22:00–06:00 the ward police are told as well. */
  | 'ward_police_night'
  /** A telecom cable instead of a power line belongs to a telecom operator. */
  | 'telecom_if_cable'
  /** Copy to Thanh tra when money is asked for. */
  | 'inspect'
  /** An agency type: that agency gets a copy. */
  | AgencyType;

export type EmergencyNumber = '111' | '112' | '113' | '114' | '115';

export interface CategoryGroup {
  code: string;
  nameVi: string;
  nameEn: string;
}

export interface Category {
  code: string;
  group: string;
  nameVi: string;
  nameEn: string;
  /** With diacritics; `plain()` them to match undiacritic text. */
  keywords: string[];
  agencyType: AgencyType;
  routingRule: RoutingRule;
  /** Default class; a person may raise it. */
  priority: PriorityClass;
  publicByDefault: boolean;
  emergencyNumbers: EmergencyNumber[];
  /** How near in space and time two reports may be the same one; null = not about a place. */
  dedupe: { radiusM: number; hours: number } | null;
  /** False for `OS-*`: redirected, never dispatched. */
  accepts: boolean;
}

export const categoryGroups = groupRows as readonly CategoryGroup[];
export const categories = categoryRows as unknown as readonly Category[];

const byCode = new Map(categories.map((category) => [category.code, category]));

/** The category with this code, or undefined. */
export function category(code: string): Category | undefined {
  return byCode.get(code);
}
