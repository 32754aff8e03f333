/**
 * Who can hold a report: city bodies (NQ 06/NQ-HĐND, 25/02/2025; domain-hanoi §4.4) and, for each of the 126 wards,
 * its People's Committee and its police (§4.5).
 */
import { adminUnits, wardName } from './admin-units.ts';
import agencyRows from './data/agencies.json' with { type: 'json' };
import agencyTypeRows from './data/agency-types.json' with { type: 'json' };

export type AgencyKind =
  | 'ward_pc'
  | 'ward_police'
  | 'dept'
  | 'city_office'
  | 'service_center'
  | 'board'
  | 'police'
  | 'company'
  | 'central_branch'
  | 'reception';

export interface SeedAgency {
  code: string;
  nameVi: string;
  kind: AgencyKind;
  /** Only for ward agencies. */
  wardCode?: string;
  /** The body it belongs to, e.g. PC08 → Công an thành phố. */
  parent?: string;
  /** Names before 03/2025 that people still use. */
  formerNames: string[];
  scope?: string;
  /** Took part in the Zalo pilot of KH 11/KH-UBND (2024), itself or by a predecessor. */
  pilot2024: boolean;
}

/** City bodies only, the parents before their parts. */
export const cityAgencies = agencyRows as unknown as readonly SeedAgency[];

/** Display names of agency types, for "thường do … xử lý". */
export const agencyTypes = agencyTypeRows as readonly { type: AgencyType; nameVi: string; nameEn: string }[];

/** Every agency to seed: the city bodies, then UBND and Công an of the 126 wards. */
export function allAgencies(): SeedAgency[] {
  const wardAgencies = adminUnits.flatMap(({ code }): SeedAgency[] => [
    wardAgency('ward_pc', `ubnd-${code}`, `UBND ${wardName(code)}`, code),
    { ...wardAgency('ward_police', `ca-${code}`, `Công an ${wardName(code)}`, code), parent: 'ca-tp' },
  ]);
  return [...cityAgencies, ...wardAgencies];
}

/**
 * The concrete agency of a type. Null when there is no single one (water and telecom operators are area-based and
 * unlisted) or when the type is not a holder at all; then intake decides. Ward types need `wardCode`.
 */
export function agencyOfType(type: AgencyType, wardCode?: string): string | null {
  if (type === 'ward_pc') return wardCode ? `ubnd-${wardCode}` : null;
  if (type === 'ward_police') return wardCode ? `ca-${wardCode}` : null;
  return cityAgencyOfType[type];
}

/** True when the agency of this type depends on where the point lies. */
export function isWardType(type: AgencyType): type is 'ward_pc' | 'ward_police' {
  return type === 'ward_pc' || type === 'ward_police';
}

const cityAgencyOfType = {
  city_police_traffic: 'pc08',
  city_police_fire: 'pc07',
  dept_construction: 'so-xay-dung',
  dept_agri_env: 'so-nn-mt',
  dept_health: 'so-y-te',
  dept_education: 'so-gddt',
  dept_industry_trade: 'so-cong-thuong',
  market_control: 'qltt',
  dept_culture: 'so-vhtt',
  dept_tourism: 'so-du-lich',
  dept_planning: 'so-qhkt',
  dept_home_affairs: 'so-noi-vu',
  dept_science_tech: 'so-khcn',
  drainage_co: 'thoat-nuoc',
  tree_park_co: 'cay-xanh',
  lighting_co: 'chieu-sang',
  power_co: 'evnhanoi',
  water_co: null,
  telecom_co: null,
  // Three operators share it; Sở Xây dựng supervises all of them since it took over transport (NQ 06/NQ-HĐND).
  public_transport: 'so-xay-dung',
  land_office: 'vpdkdd',
  social_insurance: 'bhxh',
  public_admin_center: 'ttpvhcc',
  city_office: 'vp-ubnd',
  citizen_reception: 'tiep-cong-dan',
  inspectorate: 'thanh-tra',
  // Tổ hòa giải and courts do not take reports from us; the citizen is told where to turn (§2.3).
  justice_conciliation: null,
  // The 115 centre is a unit of Sở Y tế; the call itself is the citizen's.
  emergency_115: 'so-y-te',
  other_province: null,
  assistant: null,
  existing_report: null,
  none: null,
} as const satisfies Record<string, string | null>;

export type AgencyType = 'ward_pc' | 'ward_police' | keyof typeof cityAgencyOfType;

function wardAgency(kind: 'ward_pc' | 'ward_police', code: string, nameVi: string, wardCode: string): SeedAgency {
  return { code, nameVi, kind, wardCode, formerNames: [], pilot2024: pilotWards.has(wardCode) };
}

// Successors of Mỹ Đức, Đông Anh, Ba Đình, Hoàn Kiếm and Sơn Tây, the five localities of KH 11/KH-UBND (§4.5).
const pilotWards = new Set(
  '00070 00082 00004 00008 00025 10441 10465 10459 10489 09574 09604 09616 00475 00454 00466 00493 00508'.split(' '),
);
