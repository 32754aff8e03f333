import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { staffMembers } from '../../../db/schema/index.ts';
import { intakeDesk } from '../reports/access/member.ts';
import { tokenHash } from '../staff/token.ts';

export interface Operator {
  /** Of `staff_members`, as text; `intake-desk` for the token of the environment. */
  id: string;
  name: string;
}

/** Who a personal token belongs to. `not_allowed`: a member without the role operations; null: nobody's. */
export async function operatorByToken(
  { db, staffToken }: { db: Db; staffToken: string | null },
  token: string,
): Promise<Operator | 'not_allowed' | null> {
  if (staffToken !== null && isSame(token, staffToken)) return intakeDesk;
  const [member] = await db
    .select()
    .from(staffMembers)
    .where(and(eq(staffMembers.tokenHash, tokenHash(token)), eq(staffMembers.active, true)));
  if (!member) return null;
  return member.roles.includes('operations') ? { id: String(member.id), name: member.name } : 'not_allowed';
}

/** The operator of a session, asked for at every request: a member who has been deactivated is out at once. */
export async function operatorById(
  { db, staffToken }: { db: Db; staffToken: string | null },
  id: string,
): Promise<Operator | null> {
  if (id === intakeDesk.id) return staffToken === null ? null : intakeDesk;
  const [member] = await db
    .select()
    .from(staffMembers)
    .where(and(eq(staffMembers.id, Number(id)), eq(staffMembers.active, true)));
  return member?.roles.includes('operations') ? { id, name: member.name } : null;
}

function isSame(one: string, other: string): boolean {
  // Hashes have one length, which timingSafeEqual needs.
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
