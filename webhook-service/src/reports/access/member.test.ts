import { describe, expect, test } from 'vitest';
import { staffRoles } from '../../../../db/schema/index.ts';
import { everything } from '../list/scope.ts';
import { actingRole, mayRead, type StaffMember, scopeOfMember } from './member.ts';

const member = (over: Partial<StaffMember>): StaffMember => ({
  id: '1',
  name: 'Trần Thị Bình',
  roles: ['handler'],
  agencyCodes: null,
  categoryCodes: null,
  ...over,
});

const OURS = 'ubnd-00199';
const OTHERS = 'so-xay-dung';

describe('what a role sees, by agency and category', () => {
  test.each<[role: string, agencies: string[] | null, categories: string[] | null, seen: string]>([
    // Seen: of our own agency, of another, of none yet · of our category, of our group, of another, of none yet.
    ['handler', [OURS], null, 'ours'],
    ['leader', [OURS], null, 'ours'],
    ['handler', null, null, ''],
    ['leader', [], null, ''],
    ['intakeOfficer', null, null, 'ours others none'],
    ['dispatcher', null, null, 'ours others none'],
    ['intakeOfficer', [OURS], null, 'ours none'],
    ['dispatcher', [OURS], null, 'ours none'],
    ['cityOffice', [OURS], ['MT'], 'ours others none'],
    ['operations', [OURS], ['MT'], 'ours others none'],
    ['handler', [OURS], ['GT'], 'ours'],
    ['handler', [OURS], ['GT-01'], 'ours'],
    ['handler', [OURS], ['GT-02'], ''],
    ['handler', [OURS], ['MT', 'GT'], 'ours'],
    ['dispatcher', null, ['MT'], ''],
    ['intakeOfficer', [OURS], ['GT-01', 'MT'], 'ours none'],
  ])('%s of %j for %j sees %s', (role, agencyCodes, categoryCodes, seen) => {
    const who = member({ roles: [role as StaffMember['roles'][number]], agencyCodes, categoryCodes });
    const agencies = { ours: OURS, others: OTHERS, none: null };
    const visible = Object.entries(agencies)
      .filter(([, agencyCode]) => mayRead(who, { agencyCode, categoryCode: 'GT-01' }))
      .map(([name]) => name);
    expect(visible.join(' ')).toBe(seen);
  });

  test.each<[StaffMember['roles'][number], boolean]>([
    ['intakeOfficer', true],
    ['dispatcher', true],
    ['handler', false],
    ['leader', false],
    ['cityOffice', true],
    ['operations', true],
  ])('%s limited to a category sees what has none yet: %s', (role, seen) => {
    const who = member({ roles: [role], agencyCodes: [OURS], categoryCodes: ['GT'] });
    expect(mayRead(who, { agencyCode: OURS, categoryCode: null })).toBe(seen);
  });

  test('a category this build does not know belongs to no group, only to itself', () => {
    const report = { agencyCode: OURS, categoryCode: 'ZZ-99' };
    expect(mayRead(member({ agencyCodes: [OURS], categoryCodes: ['ZZ-99'] }), report)).toBe(true);
    expect(mayRead(member({ agencyCodes: [OURS], categoryCodes: ['ZZ'] }), report)).toBe(false);
  });

  test('several roles see what any of them sees', () => {
    const limits = { agencyCodes: [OURS], categoryCodes: ['GT'] };
    const scope = { agencies: [OURS], unassigned: true, categories: ['GT'], uncategorised: true };
    expect(scopeOfMember(member({ ...limits, roles: ['handler', 'dispatcher'] }))).toEqual(scope);
    expect(scopeOfMember(member({ ...limits, roles: ['dispatcher', 'handler'] }))).toEqual(scope);
    expect(scopeOfMember(member({ ...limits, roles: ['handler', 'cityOffice'] }))).toMatchObject(everything);
    expect(scopeOfMember(member({ roles: ['handler', 'dispatcher'] }))).toMatchObject({ agencies: null });
    expect(scopeOfMember(member({ ...limits, roles: ['handler'] }))).toEqual({ agencies: [OURS], categories: ['GT'] });
    expect(scopeOfMember(member({ roles: [] }))).toBeNull();
  });
});

describe('the role somebody acts in', () => {
  const report = { agencyCode: OURS, categoryCode: 'GT-01' };
  const roleOf = (roles: StaffMember['roles'], allowed: readonly string[], agencyCodes: string[] | null = [OURS]) =>
    actingRole(member({ roles, agencyCodes }), allowed, report);

  test('is the first given that is allowed', () => {
    expect(roleOf(['dispatcher', 'handler'], ['handler', 'dispatcher'])).toBe('dispatcher');
    expect(roleOf(['dispatcher', 'handler'], ['handler'])).toBe('handler');
    expect(roleOf(['dispatcher'], ['handler'])).toBeNull();
  });

  test('is leader for a leader who is also a handler, where a leader is allowed', () => {
    expect(roleOf(['handler', 'leader'], ['handler', 'leader'])).toBe('leader');
    expect(roleOf(['handler', 'leader'], ['handler'])).toBe('handler');
    expect(roleOf(['dispatcher', 'handler', 'leader'], ['dispatcher', 'handler', 'leader'])).toBe('dispatcher');
  });

  test('reaches the report: another role of the same member may, this one not', () => {
    expect(roleOf(['handler', 'cityOffice'], ['handler', 'cityOffice'], [OTHERS])).toBe('cityOffice');
    expect(roleOf(['handler'], ['handler'], [OTHERS])).toBeNull();
  });

  test('is never operations, which sees everything and decides nothing', () => {
    expect(roleOf(['operations'], staffRoles)).toBeNull();
  });
});
