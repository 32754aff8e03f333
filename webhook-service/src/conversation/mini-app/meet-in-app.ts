/**
 * One person, one row, whichever way they come first: the Mini App knows the app-scoped id, the chat the OA-scoped one, and some
 * events of the chat carry both (§9 rules 2 and 5). What the client says of its own OA id is not asked for (§9 rule 3).
 */
import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens } from '../../../../db/schema/index.ts';
import { miniAppOnly } from '../../people/oa-user-id.ts';
import { tagsMayHaveChanged } from '../../reports/chat-tags.ts';
import { becomeOne } from './become-one.ts';

type Citizen = typeof citizens.$inferSelect;

/** The citizen whom Zalo vouches for as the holder of this app-scoped id, made on first sight; their row is locked. */
export async function meetInApp(tx: Tx, userIdByApp: string): Promise<Citizen> {
  const known = await knownInApp(tx, userIdByApp);
  if (known) return known;
  // Their first words in the chat may be on their way: whoever is second finds what the first has made.
  await lockAppId(tx, userIdByApp);
  const meanwhile = await knownInApp(tx, userIdByApp);
  if (meanwhile) return meanwhile;
  const [made] = await tx
    .insert(citizens)
    .values({ oaUserId: miniAppOnly(userIdByApp), userIdByApp })
    .returning();
  if (!made) throw new Error('insert of a citizen returned no row');
  return made;
}

/**
 * An event of the chat names both ids: who has used the Mini App before gets their OA-scoped id, in the row they have. Where the
 * chat has a row of its own, because earlier events did not carry the app's id, the two become one. The caller holds the
 * lock of the chat.
 */
export async function joinWithApp(
  tx: Tx,
  { oaUserId, userIdByApp, at }: { oaUserId: string; userIdByApp: string; at: Date | null },
): Promise<void> {
  const [before] = await tx
    .select({ userIdByApp: citizens.userIdByApp })
    .from(citizens)
    .where(eq(citizens.oaUserId, oaUserId));
  // Known together already: the Mini App finds this row, and makes no other.
  if (before?.userIdByApp === userIdByApp) return;
  await lockAppId(tx, userIdByApp);
  const waiting = miniAppOnly(userIdByApp);
  const [isThere] = await tx.select({ id: citizens.id }).from(citizens).where(eq(citizens.oaUserId, waiting));
  if (!isThere) return;
  // Whoever changes their draft in the Mini App at this moment ends first; it takes milliseconds.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chat:${waiting}`}, 0))`);
  const [app] = await tx.select().from(citizens).where(eq(citizens.oaUserId, waiting)).for('no key update');
  // Erased in the meantime: they are nobody we know.
  if (!app) return;
  const [chat] = await tx.select().from(citizens).where(eq(citizens.oaUserId, oaUserId)).for('no key update');
  // Any moment that has passed makes what waits due.
  const now = at ?? app.createdAt;
  if (chat) await becomeOne(tx, { app, chat }, now);
  else await tx.update(citizens).set({ oaUserId }).where(eq(citizens.id, app.id));
  // From now on there is a chat to be tagged.
  await tagsMayHaveChanged(tx, app.id, now);
}

/** Of several, which §9 rule 5 allows, the one who wrote last. */
async function knownInApp(tx: Tx, userIdByApp: string): Promise<Citizen | undefined> {
  const [citizen] = await tx
    .select()
    .from(citizens)
    .where(eq(citizens.userIdByApp, userIdByApp))
    .orderBy(sql`${citizens.lastInteractionAt} desc nulls last`, desc(citizens.id))
    .limit(1)
    .for('update');
  return citizen;
}

/** Until the end of the transaction nobody else decides which row has this app-scoped id. */
async function lockAppId(tx: Tx, userIdByApp: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`app:${userIdByApp}`}, 0))`);
}
