/** Sessions of the Mini App: a random token, kept only as its hash, for two hours (DESIGN §11). */
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizenSessions, citizens } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';

export const SESSION_MS = 2 * 3_600_000;
/** A phone, a tablet, a desktop, and what was left open on them. */
export const MOST_SESSIONS = 5;

/** Begins a session; of more than a few the oldest ends. The token is in nobody's hands but the caller's. */
export async function beginSession(db: Tx, citizenId: number, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await db.insert(citizenSessions).values({ tokenHash: hashOf(token), citizenId, createdAt: now, expiresAt });
  const tooMany = db
    .select({ tokenHash: citizenSessions.tokenHash })
    .from(citizenSessions)
    .where(eq(citizenSessions.citizenId, citizenId))
    .orderBy(desc(citizenSessions.expiresAt), desc(citizenSessions.tokenHash))
    .offset(MOST_SESSIONS);
  await db.delete(citizenSessions).where(inArray(citizenSessions.tokenHash, tooMany));
  return { token, expiresAt };
}

/** Whose session it is; null when there is none, or it is over. */
export async function citizenOfSession(db: Db, token: string, now: Date): Promise<Citizen | null> {
  const [found] = await db
    .select({ citizen: citizens })
    .from(citizenSessions)
    .innerJoin(citizens, eq(citizens.id, citizenSessions.citizenId))
    .where(and(eq(citizenSessions.tokenHash, hashOf(token)), gt(citizenSessions.expiresAt, now)));
  return found?.citizen ?? null;
}

/** Signs out; a session that is no more is no fault. */
export async function endSession(db: Tx, token: string): Promise<void> {
  await db.delete(citizenSessions).where(eq(citizenSessions.tokenHash, hashOf(token)));
}

/** Signs a person out everywhere. */
export async function endSessionsOf(db: Tx, citizenId: number): Promise<void> {
  await db.delete(citizenSessions).where(eq(citizenSessions.citizenId, citizenId));
}

/** Sweep: removes sessions that are over. @returns how many. */
export async function forgetSessions(db: Db, now: Date): Promise<number> {
  const gone = await db
    .delete(citizenSessions)
    .where(lte(citizenSessions.expiresAt, now))
    .returning({ tokenHash: citizenSessions.tokenHash });
  return gone.length;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
