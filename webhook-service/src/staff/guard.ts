/** What every staff face asks before it answers: who is this, in which role, and for which reports. */
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import { actingRole, mayRead, type StaffMember, scopeOfMember } from '../reports/access/member.ts';
import type { CommandType } from '../reports/lifecycle/commands.ts';
import { refusals } from '../reports/lifecycle/refusals.ts';
import { type Actor, roleNames, type StaffRole } from '../reports/lifecycle/roles.ts';
import { table } from '../reports/lifecycle/table.ts';
import type { ReportScope, Scoped } from '../reports/list/scope.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler of the staff face runs. */
    staff: StaffMember | null;
  }
}

/** The member who asks. @throws AppError 401 `staff_sign_in_required` */
export function memberOf(request: FastifyRequest): StaffMember {
  if (!request.staff) throw signInRequired();
  return request.staff;
}

/** The member's first role that is in the list. @throws AppError 401, or 403 `not_for_this_role` */
export function requireRole(request: FastifyRequest, roles: readonly StaffRole[]): { id: string; role: StaffRole } {
  const member = memberOf(request);
  const role = member.roles.find((held) => roles.includes(held));
  if (!role) throw notForThisRole(roles);
  return { id: member.id, role };
}

/** Agencies and categories whose reports the member sees in any role; null = all. For lists of what belongs to reports. */
export function scopeOf(request: FastifyRequest): {
  agencies: readonly string[] | null;
  categories: readonly string[] | null;
} {
  const { agencies, categories } = reportScopeOf(request);
  return { agencies, categories };
}

/** The same with what nobody holds or has classified yet, as lists of reports need it. */
export function reportScopeOf(request: FastifyRequest): ReportScope {
  const scope = scopeOfMember(memberOf(request));
  if (!scope) throw notForThisRole([]);
  return scope;
}

/** Refuses a report the member may not see as if there were none. @throws AppError 404 `report_not_found` */
export function requireVisible<Report extends Scoped>(request: FastifyRequest, report: Report | undefined): Report {
  if (!report || !mayRead(memberOf(request), report)) throw reportNotFound();
  return report;
}

/**
 * As whom the member gives this command to a report they can see: the lifecycle table says which roles may.
 * @throws AppError 403 `not_for_this_role`, or `not_for_this_report` when only the report is beyond the role's reach.
 */
export function actorFor(request: FastifyRequest, command: CommandType, report: Scoped): Actor {
  const member = memberOf(request);
  const { roles } = table[command];
  const role = actingRole(member, roles, report);
  if (role) return { kind: 'staff', role, id: member.id };
  if (!member.roles.some((held) => (roles as readonly string[]).includes(held))) throw notForThisRole(staffOnly(roles));
  throw new AppError({
    code: 'not_for_this_report',
    status: 403,
    detail: 'Phản ánh này không thuộc đơn vị hoặc lĩnh vực được giao cho bạn.',
  });
}

export function signInRequired(): AppError {
  return new AppError({ code: 'staff_sign_in_required', status: 401, detail: 'Cần đăng nhập bằng tài khoản cán bộ.' });
}

export function reportNotFound(): AppError {
  return new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy phản ánh có mã này.' });
}

function notForThisRole(roles: readonly StaffRole[]): AppError {
  const names = roles.map((role) => roleNames[role]).join(', ');
  const detail = names ? `Thao tác này dành cho: ${names}.` : refusals.not_for_this_role;
  return new AppError({ code: 'not_for_this_role', status: 403, detail });
}

function staffOnly(roles: readonly string[]): StaffRole[] {
  return (Object.keys(roleNames) as (keyof typeof roleNames)[]).filter(
    (role): role is StaffRole =>
      roles.includes(role) && role !== 'system' && role !== 'reporter' && role !== 'follower',
  );
}
