import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { channelPauses } from '../../../../db/schema/index.ts';
import { settleIncident } from '../../incidents/incidents.ts';
import type { Channel } from '../planner/plan.ts';

/** Buttons that Zalo refuses (-233) are left out of everything for an hour; not a way, so nothing waits for it (§3.2). */
export const BUTTONS = 'buttons';
const BUTTONS_REST_MS = 3_600_000;

/** Pauses that concern a message of this way. */
export function scopesOf(channel: Channel, templateId: string | null): string[] {
  const own = templateId === null ? [channel] : [channel, `${channel}:${templateId}`];
  if (channel === 'zns' || channel === 'miniapp') return own;
  return channel === 'cs_paid' ? ['oa', 'cs', ...own] : ['oa', ...own];
}

type Passage =
  | { rests: Date }
  /** `probing`: pauses that are over; whoever passes first finds out for all. */
  | { rests: null; probing: string[]; withoutButtons: boolean };

/**
 * May a message go out now? When a pause is over, one message alone is let through to see whether the way works again; the
 * others wait for what becomes of it. Call it in the transaction of the claim: it locks what it read.
 */
export async function passPauses(tx: Tx, scopes: readonly string[], now: Date): Promise<Passage> {
  const rows = await tx
    .select()
    .from(channelPauses)
    .where(inArray(channelPauses.scope, [...scopes, BUTTONS]))
    .orderBy(channelPauses.scope)
    .for('update');
  const ways = rows.filter(({ scope }) => scope !== BUTTONS);
  const resting = ways.filter(({ until }) => until > now).map(({ until }) => until.getTime());
  if (resting.length > 0) return { rests: new Date(Math.max(...resting)) };
  return {
    rests: null,
    probing: ways.map(({ scope }) => scope),
    withoutButtons: rows.some(({ scope, until }) => scope === BUTTONS && until > now),
  };
}

/** Longer than a call usually takes; should it take longer, or its process die, a second one tries. */
const PROBE_MS = 15_000;

/** Keeps the others waiting while one message tries the way. */
export async function holdOthersBack(tx: Tx, probing: string[], now: Date): Promise<void> {
  if (probing.length === 0) return;
  const until = new Date(now.getTime() + PROBE_MS);
  await tx
    .update(channelPauses)
    .set({ until })
    .where(and(inArray(channelPauses.scope, probing), lte(channelPauses.until, now)));
}

/**
 * Lays a way down for everybody. Doubles when a message that tried it after the last pause failed as well; calls that were
 * on their way when the pause began change nothing. @returns when it is over.
 */
export async function pauseWay(
  tx: Tx,
  pause: { scope: string; errorCode: string; firstMs: number; mostMs: number; probed: boolean; now: Date },
): Promise<Date> {
  const { scope, errorCode, firstMs, mostMs, probed, now } = pause;
  const until = (ms: number) => new Date(now.getTime() + ms);
  const [known] = await tx.select().from(channelPauses).where(eq(channelPauses.scope, scope)).for('update');
  if (known && !probed && known.until > now) return known.until;
  const times = known ? known.times + 1 : 1;
  const end = until(Math.min(mostMs, firstMs * 2 ** Math.min(times - 1, 20)));
  const [row] = await tx
    .insert(channelPauses)
    .values({ scope, until: end, errorCode, times, since: now })
    .onConflictDoUpdate({ target: channelPauses.scope, set: { until: end, errorCode, times } })
    .returning({ until: channelPauses.until });
  return row?.until ?? end;
}

/** The way works again: everybody may use it, and what was reported about it is settled. */
export async function clearPauses(tx: Tx, scopes: string[], now: Date): Promise<void> {
  if (scopes.length === 0) return;
  const cleared = await tx.delete(channelPauses).where(inArray(channelPauses.scope, scopes)).returning();
  for (const { scope, errorCode } of cleared) {
    for (const kind of ['zalo_needs_human', 'zalo_our_bug']) {
      await settleIncident(tx, { kind, key: incidentKey(scope, errorCode), now });
    }
  }
}

export function incidentKey(scope: string, errorCode: string): string {
  return `${scope} ${errorCode}`;
}

export async function restButtons(tx: Tx, now: Date): Promise<void> {
  const until = new Date(now.getTime() + BUTTONS_REST_MS);
  await tx
    .insert(channelPauses)
    .values({ scope: BUTTONS, until, errorCode: '-233', times: 1, since: now })
    .onConflictDoUpdate({ target: channelPauses.scope, set: { until, times: sql`${channelPauses.times} + 1` } });
}
