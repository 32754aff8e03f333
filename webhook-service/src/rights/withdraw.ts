import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizenSessions, citizens, privacyRequests } from '../../../db/schema/index.ts';
import { readCalendars } from '../deadlines/calendar-store.ts';
import { miniAppOnly } from '../people/oa-user-id.ts';
import { openRequest } from './open-request.ts';

export interface Withdrawal {
  /** OA-scoped id (`user_withdraw`, §1.7), null when the event carries none. */
  oaUserId: string | null;
  /** App-scoped id (`user.revoke.consent`, §7.5). */
  userIdByApp: string | null;
  source: 'user_withdraw' | 'miniapp_revoke';
  /** Zalo's time of the event. */
  at: Date;
  /** The same for every delivery of one event. It is kept as a hash, because it names the person. */
  key: string;
}

/**
 * Zalo says that somebody withdraws: whatever we hold of them is to be erased (§1.7, §7.5). Opens the request with its job,
 * once for every event; a delivery that comes after the erasure does not touch the person who has since begun anew.
 * @returns how many people it concerns; 0 for somebody we do not know.
 */
export async function takeWithdraw(tx: Tx, withdrawal: Withdrawal, now: Date): Promise<number> {
  const prefix = `${withdrawal.source}:${createHash('sha256').update(withdrawal.key).digest('hex')}:`;
  const [taken] = await tx
    .select({ id: privacyRequests.id })
    .from(privacyRequests)
    .where(sql`starts_with(${privacyRequests.key}, ${prefix})`)
    .limit(1);
  if (taken) return 0;
  const people = await peopleOf(tx, withdrawal);
  if (people.length === 0) return 0;
  const office = (await readCalendars(tx)).of(null);
  for (const { id } of people) {
    // The erasure is a job; whoever holds their phone now is out already.
    await tx.delete(citizenSessions).where(eq(citizenSessions.citizenId, id));
    await openRequest(
      tx,
      {
        key: `${prefix}${id}`,
        citizenId: id,
        kind: 'erase',
        source: withdrawal.source,
        // The law's days begin when we hear of it, and a clock of Zalo's that runs ahead must not lengthen them.
        receivedAt: withdrawal.at < now ? withdrawal.at : now,
      },
      { office, now },
    );
  }
  return people.length;
}

/** By the id of the OA; only who is not found by it is looked for by the app's, which may be missing and is not unique (§9). */
async function peopleOf(tx: Tx, { oaUserId, userIdByApp }: Withdrawal): Promise<{ id: number }[]> {
  const by = (who: SQL) =>
    tx
      .select({ id: citizens.id })
      .from(citizens)
      .where(and(who, isNull(citizens.erasedAt)))
      .orderBy(citizens.id);
  // Beside the chat, a row of the Mini App that no event has joined to it yet: it can be nobody else's.
  const names = [...(oaUserId ? [oaUserId] : []), ...(userIdByApp ? [miniAppOnly(userIdByApp)] : [])];
  const found = oaUserId ? await by(inArray(citizens.oaUserId, names)) : [];
  return found.length === 0 && userIdByApp ? by(eq(citizens.userIdByApp, userIdByApp)) : found;
}
