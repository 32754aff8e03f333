/** Who acts on a report (DESIGN §2, glossary of domain-hanoi §6.1). */
import type { staffRoles } from '../../../../db/schema/staff.ts';

export type StaffRole = (typeof staffRoles)[number];
/** `reporter` sent this report; `follower` sent one that was merged into it, or follows it. */
export type Role = 'reporter' | 'follower' | 'system' | StaffRole;

/**
 * One who acts, as the history keeps them. Ids are ours, never Zalo's; `id` is null for the system. Whether a staff member
 * may act on this report at all (agency × category) is checked before, at the face.
 */
export type Actor =
  | { kind: 'citizen'; role: 'reporter' | 'follower'; id: string }
  | { kind: 'system'; role: 'system'; id: null }
  | { kind: 'staff'; role: StaffRole; id: string };

export const system: Actor = { kind: 'system', role: 'system', id: null };

export function reporter(citizenId: number): Actor {
  return { kind: 'citizen', role: 'reporter', id: String(citizenId) };
}

export function follower(citizenId: number): Actor {
  return { kind: 'citizen', role: 'follower', id: String(citizenId) };
}

/** What people of a role are called. */
export const roleNames: Readonly<Record<Role, string>> = {
  reporter: 'người phản ánh',
  follower: 'người theo dõi',
  system: 'hệ thống',
  intakeOfficer: 'cán bộ tiếp nhận',
  dispatcher: 'điều phối viên',
  handler: 'cán bộ xử lý',
  leader: 'lãnh đạo đơn vị',
  cityOffice: 'Văn phòng UBND thành phố',
  operations: 'cán bộ vận hành',
};
