import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../../../db/client.ts';
import { staffMembers } from '../../../db/schema/index.ts';
import { intakeDesk, type StaffMember } from '../reports/access/member.ts';
import { signInRequired } from './guard.ts';
import { tokenHash } from './token.ts';

/** How long a member may go on after having been deactivated on another replica. */
const KEEP_MS = 30_000;
/** Far more than a city has members; beyond it the memory is worth more than a query. */
const MOST_KEPT = 5_000;

export interface Authenticator {
  /** Who asks, by the bearer token. @throws AppError 401 `staff_sign_in_required` */
  authenticate(request: FastifyRequest): Promise<StaffMember>;
  /** Reads the member again next time: their roles, their token or whether they may come in at all have changed. */
  forget(id: string): void;
}

/** Knows members by the hash of their token, for at most 30 seconds without asking the database. */
export function createAuthenticator(deps: { db: Db; token: string | null; now: () => Date }): Authenticator {
  const kept = new Map<string, { member: StaffMember; readAt: number }>();
  return {
    authenticate: async (request) => {
      const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (!given) throw signInRequired();
      if (deps.token && isSame(given, deps.token)) return intakeDesk;
      const hash = tokenHash(given);
      const at = deps.now().getTime();
      const known = kept.get(hash);
      if (known && at - known.readAt < KEEP_MS) return known.member;
      kept.delete(hash);
      const member = await memberByHash(deps.db, hash);
      if (!member) throw signInRequired();
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(hash, { member, readAt: at });
      return member;
    },
    forget: (id) => {
      for (const [hash, { member }] of kept) if (member.id === id) kept.delete(hash);
    },
  };
}

async function memberByHash(db: Db, hash: string): Promise<StaffMember | null> {
  const [row] = await db
    .select()
    .from(staffMembers)
    .where(and(eq(staffMembers.tokenHash, hash), eq(staffMembers.active, true)));
  if (!row) return null;
  const { id, name, roles, agencyCodes, categoryCodes } = row;
  return { id: String(id), name, roles, agencyCodes, categoryCodes };
}

function isSame(one: string, other: string): boolean {
  // Hashes have one length, which timingSafeEqual needs.
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
