import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { incidents, oaTokens } from '../../../db/schema/index.ts';
import type { TokenEvent } from '../zalo/token-refresher.ts';
import { raiseIncident, settleIncident } from './incidents.ts';

/** Somebody must consent again before anyone can be answered: the incident's kind; its key is the OA. */
const KIND = 'zalo_consent_needed';
/** One lost answer may be a hiccup, and the refresh token may have survived it; two in a row are unlikely to mend (§2.2). */
const LOST_ANSWERS_TO_ALARM = 2;

interface Alarm {
  oaId: string;
  publicUrl: string;
}

type Why = 'rejected' | 'no_seed' | 'unreadable' | 'answer_lost' | 'revoked';

/** Turns what the token store tells into the incident with the link to consent, and ends it when a pair works again. */
export function tokenAlarm(
  db: Db,
  { now, ...alarm }: Alarm & { now: () => Date },
): (event: TokenEvent) => Promise<void> {
  let lost = 0;
  return async (event) => {
    if (event.event === 'refreshed') {
      lost = 0;
      await settleIncident(db, { kind: KIND, key: alarm.oaId, now: now() });
    }
    if (event.event === 'needs_consent') {
      await raise(db, alarm, { why: event.why, afterLostAnswer: event.afterLostAnswer }, now());
    }
    if (event.event === 'answer_lost') {
      lost += 1;
      if (lost >= LOST_ANSWERS_TO_ALARM) await raise(db, alarm, { why: 'answer_lost', afterLostAnswer: true }, now());
    }
  };
}

/**
 * The OA took its grant back (§1.7): every token is dead, so none is tried any more, and a refresh under way stores nothing.
 * An event from before the present pair, delivered late, is about an earlier grant. @returns whether it was about this one.
 */
export async function noteRevocation(tx: Tx, { at, now, ...alarm }: Alarm & { at: Date; now: Date }): Promise<boolean> {
  const revoked = await tx
    .update(oaTokens)
    .set({
      state: 'needs_consent',
      accessTokenEnc: null,
      expiresAt: null,
      refreshStartedAt: null,
      version: sql`${oaTokens.version} + 1`,
    })
    .where(and(eq(oaTokens.oaId, alarm.oaId), or(isNull(oaTokens.refreshedAt), lte(oaTokens.refreshedAt, at))))
    .returning({ oaId: oaTokens.oaId });
  if (revoked.length === 0) return false;
  await raise(tx, alarm, { why: 'revoked', afterLostAnswer: false }, now);
  return true;
}

/**
 * Compares the incident with the stored pair, which is the truth: an alarm that could not be written then is written now, one
 * whose reason has gone is ended. For the sweep.
 */
export async function checkConsent(tx: Tx, { now, ...alarm }: Alarm & { now: Date }): Promise<void> {
  const [pair] = await tx.select().from(oaTokens).where(eq(oaTokens.oaId, alarm.oaId));
  if (!pair) return;
  const key = { kind: KIND, key: alarm.oaId };
  const [open] = await tx
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(eq(incidents.kind, KIND), eq(incidents.key, alarm.oaId), isNull(incidents.resolvedAt)));
  if (pair.state === 'needs_consent' && !open) {
    await raise(tx, alarm, { why: 'rejected', afterLostAnswer: false }, now);
  }
  const works =
    pair.state === 'ok' && pair.refreshStartedAt === null && pair.expiresAt !== null && pair.expiresAt > now;
  if (works && open) await settleIncident(tx, { ...key, now });
}

/** Ends the incident: somebody has consented. */
export async function settleConsent(tx: Tx, { oaId, now }: { oaId: string; now: Date }): Promise<boolean> {
  return settleIncident(tx, { kind: KIND, key: oaId, now });
}

async function raise(
  tx: Tx,
  { oaId, publicUrl }: Alarm,
  cause: { why: Why; afterLostAnswer: boolean },
  now: Date,
): Promise<void> {
  await raiseIncident(tx, { kind: KIND, key: oaId, data: { ...cause, link: `${publicUrl}/admin` }, now });
}
