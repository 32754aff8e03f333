/** Who works with reports, and what each of them may see: pure, tested as a table of role × agency × category. */
import type { StaffRole } from '../lifecycle/roles.ts';
import { everything, isWithin, type ReportScope, type Scoped } from '../list/scope.ts';

export interface StaffMember {
  /** Of `staff_members`, as text; `intake-desk` for the token of the environment. */
  id: string;
  name: string;
  /** In the order they were given: the first that fits is the one a member acts in. */
  roles: readonly StaffRole[];
  /** Null = every agency. A handler or leader always has some. */
  agencyCodes: readonly string[] | null;
  /** Categories or groups; null = all. */
  categoryCodes: readonly string[] | null;
}

/** The token of the environment: it adds the first people, and keeps the intake desk going until they are added. */
export const intakeDesk: StaffMember = {
  id: 'intake-desk',
  name: 'Bàn tiếp nhận',
  roles: ['operations', 'dispatcher', 'intakeOfficer'],
  agencyCodes: null,
  categoryCodes: null,
};

/** What a member sees: all that any of the roles sees. Null when the roles see no report. */
export function scopeOfMember(member: StaffMember): ReportScope | null {
  const scopes = member.roles.map((role) => scopeInRole(member, role));
  return scopes.reduce<ReportScope | null>((all, scope) => (all ? union(all, scope) : scope), null);
}

/** May the member see this report in any role? */
export function mayRead(member: StaffMember, report: Scoped): boolean {
  return member.roles.some((role) => isWithin(scopeInRole(member, role), report));
}

/**
 * The role in which a member acts on this report: of the allowed ones the first given that reaches it. A leader who is also a
 * handler acts as leader, who may do all a handler may and more. Null when none fits.
 */
export function actingRole(member: StaffMember, allowed: readonly string[], report: Scoped): StaffRole | null {
  const fitting = member.roles.filter(
    (role) => allowed.includes(role) && role !== 'operations' && isWithin(scopeInRole(member, role), report),
  );
  const [first] = fitting;
  return first === 'handler' && fitting.includes('leader') ? 'leader' : (first ?? null);
}

/** What one role sees. */
function scopeInRole({ agencyCodes, categoryCodes }: StaffMember, role: StaffRole): ReportScope {
  switch (role) {
    case 'cityOffice':
    case 'operations':
      return everything;
    case 'intakeOfficer':
    case 'dispatcher':
      // Somebody has to give a report its first agency and category.
      return { agencies: agencyCodes, unassigned: true, categories: categoryCodes, uncategorised: true };
    case 'handler':
    case 'leader':
      return { agencies: agencyCodes ?? [], categories: categoryCodes };
  }
}

/** Agencies and categories are the member's, not the role's: what two roles see differs only in how much of it. */
function union(one: ReportScope, other: ReportScope): ReportScope {
  return {
    agencies: longer(one.agencies, other.agencies),
    unassigned: one.unassigned === true || other.unassigned === true,
    categories: longer(one.categories, other.categories),
    uncategorised: one.uncategorised === true || other.uncategorised === true,
  };
}

function longer(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return null;
  return one.length >= other.length ? one : other;
}
