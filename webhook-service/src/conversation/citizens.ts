import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { joinWithApp } from './mini-app/meet-in-app.ts';

export type Citizen = typeof citizens.$inferSelect;

/**
 * The citizen behind an OA-scoped id, made on first sight, or the row they have from the Mini App. `interactedAt` is given when the event counts as an interaction
 * (§3.5); it only moves forward, because redelivered events carry their old time.
 */
export async function meetCitizen(
  tx: Tx,
  who: {
    oaUserId: string;
    userIdByApp: string | null;
    interactedAt: Date | null;
    followed?: boolean;
    language?: 'vi' | 'en' | undefined;
    /** Of someone without a Zalo identity; the latest one counts (§3.8). */
    anonymousConversationId?: string | null;
  },
): Promise<Citizen> {
  const { oaUserId, userIdByApp } = who;
  if (userIdByApp) await joinWithApp(tx, { oaUserId, userIdByApp, at: who.interactedAt });
  const at = who.interactedAt?.toISOString() ?? null;
  const newer = sql`${at}::timestamptz > coalesce(${citizens.lastInteractionAt}, '-infinity')`;
  const [citizen] = await tx
    .insert(citizens)
    .values({
      oaUserId: who.oaUserId,
      userIdByApp: who.userIdByApp,
      followed: who.followed ?? false,
      lastInteractionAt: who.interactedAt,
      language: who.language ?? 'vi',
      anonymousConversationId: who.anonymousConversationId ?? null,
    })
    .onConflictDoUpdate({
      target: citizens.oaUserId,
      set: {
        userIdByApp: sql`coalesce(excluded.user_id_by_app, ${citizens.userIdByApp})`,
        lastInteractionAt: sql`greatest(${citizens.lastInteractionAt}, ${at}::timestamptz)`,
        // Whoever writes again has not blocked us and is not away; an old event delivered late says neither.
        blockedAt: sql`case when ${newer} then null else ${citizens.blockedAt} end`,
        unreachableUntil: sql`case when ${newer} then null else ${citizens.unreachableUntil} end`,
        ...(who.followed !== undefined && { followed: who.followed }),
        ...(who.language && { language: who.language }),
        ...(who.anonymousConversationId && { anonymousConversationId: who.anonymousConversationId }),
      },
    })
    .returning();
  if (!citizen) throw new Error('upsert of a citizen returned no row');
  return citizen;
}

/** The citizen behind an OA-scoped id, if we have met. */
export async function knownCitizen(tx: Tx, oaUserId: string): Promise<Citizen | undefined> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.oaUserId, oaUserId));
  return citizen;
}
