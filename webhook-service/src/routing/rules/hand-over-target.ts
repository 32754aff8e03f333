/** "Not mine": to whom a report goes then. Keeps agencies from playing ping-pong with it (DESIGN §6). */
import { AppError } from '../../errors.ts';
import { COORDINATOR } from './superior.ts';
import { agencyExists, agencyNameOf } from './targets.ts';

export interface HandOverRequest {
  /** How often the report was handed over before. */
  handOvers: number;
  /** Whom the agency names as the right one. */
  proposedAgency: string;
  currentAgency: string;
  /** Role of whoever hands over. */
  role: string;
  /** Who decides when agencies cannot agree; left out: Văn phòng UBND thành phố. */
  coordinator?: string | undefined;
  /** Agencies that held the report so far, oldest first, without the current one. */
  trail?: readonly string[] | undefined;
  /** Agencies that exist besides the seed's. */
  agencies?: ReadonlySet<string> | undefined;
}

export interface HandOverTarget {
  agencyCode: string;
  /** It goes to the coordinator instead of the agency that was named. */
  toCoordinator: boolean;
  /** Why, in Vietnamese; with the agencies it went through when the coordinator is to decide. */
  because: string;
}

/** Two are mistakes, the third is a quarrel (DESIGN §6: "third time goes to a coordinator"). */
export const FREE_HAND_OVERS = 2;

/** Roles whose word settles who is responsible. */
const deciding: readonly string[] = ['dispatcher', 'cityOffice'];

/**
 * The agency a hand-over leads to.
 * @throws AppError 422 `hand_over_to_self` or `agency_unknown` when no other, existing agency is named.
 */
export function handOverTarget(request: HandOverRequest): HandOverTarget {
  const { handOvers, proposedAgency, currentAgency, role, coordinator = COORDINATOR, trail = [], agencies } = request;
  if (proposedAgency === currentAgency)
    throw refusal('hand_over_to_self', 'Phản ánh đang ở chính đơn vị này, xin nêu đơn vị khác chịu trách nhiệm.');
  if (!agencyExists(proposedAgency, agencies))
    throw refusal('agency_unknown', 'Không có đơn vị được nêu, xin chọn đơn vị chịu trách nhiệm trong danh sách.');
  const proposed = agencyNameOf(proposedAgency);
  // A coordinator that holds the report decides too, whoever there presses the button.
  const decides = deciding.includes(role) || currentAgency === coordinator;
  if (handOvers < FREE_HAND_OVERS || decides) {
    return {
      agencyCode: proposedAgency,
      toCoordinator: false,
      because: decides ? `Người điều phối giao ${proposed}.` : `Đơn vị đang giữ nêu ${proposed} chịu trách nhiệm.`,
    };
  }
  const path = [...trail, currentAgency].map(agencyNameOf).join(' → ');
  return {
    agencyCode: coordinator,
    toCoordinator: true,
    because:
      `Đã chuyển ${handOvers} lần (${path}), đơn vị đang giữ nêu ${proposed}; ` +
      `từ lần thứ ${FREE_HAND_OVERS + 1} do ${agencyNameOf(coordinator)} quyết định.`,
  };
}

function refusal(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
