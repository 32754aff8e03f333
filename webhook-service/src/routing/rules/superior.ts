/** Who stands above an agency: where a report goes that is beyond its authority, or that it let run out (P3). */
import { allAgencies } from '../../../../db/seed/agencies.ts';

/** The office that coordinates all agencies and has nobody above it in this system (P6: Văn phòng UBND thành phố). */
export const COORDINATOR = 'vp-ubnd';

/**
 * The agency one level up; null for the coordinator itself and for a code that is no agency. Police and Chi cục QLTT by the
 * parent of the seed; firms and offices by the department that supervises or orders their work; all else by the city office.
 */
export function superiorOf(agencyCode: string): string | null {
  if (agencyCode === COORDINATOR) return null;
  // By form, not by list: wards of a newer map have agencies that this build does not know.
  if (/^ubnd-\d{5}$/.test(agencyCode)) return COORDINATOR;
  if (/^ca-\d{5}$/.test(agencyCode)) return 'ca-tp';
  if (!parents.has(agencyCode)) return null;
  return parents.get(agencyCode) ?? supervisors[agencyCode] ?? COORDINATOR;
}

const parents = new Map(allAgencies().map(({ code, parent }) => [code, parent]));

/** Fields of the departments: domain-hanoi §4.4 (NQ 06/NQ-HĐND, 25/02/2025). Who supervises a firm is our reading of them (A). */
const supervisors: Readonly<Record<string, string>> = {
  // Drainage, trees, lighting and water supply are technical infrastructure; transport came in 03/2025 (§4.4).
  'thoat-nuoc': 'so-xay-dung',
  'cay-xanh': 'so-xay-dung',
  'chieu-sang': 'so-xay-dung',
  'nuoc-sach': 'so-xay-dung',
  transerco: 'so-xay-dung',
  'hanoi-metro': 'so-xay-dung',
  // Power is industry and trade.
  evnhanoi: 'so-cong-thuong',
  // Waste is environment; land registration came with TN&MT.
  urenco: 'so-nn-mt',
  vpdkdd: 'so-nn-mt',
  // A branch of the state's insurance has no superior in the city: the city office takes it up with them.
  bhxh: COORDINATOR,
};
