import { and, asc, desc, eq, isNull, like, or } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { inboxEvents, incidents, oaTokens, webhookGaps } from '../../../db/schema/index.ts';
import { type Incident, incidentLabel } from '../incidents/incidents.ts';

/** How the connection with Zalo stands, for the operator's page. No token leaves this function, sealed or not. */
export interface Connection {
  pair: {
    /** `unsure`: a refresh was sent and no answer has come (§2.2). */
    state: 'none' | 'ok' | 'unsure' | 'needs_consent';
    expiresAt: Date | null;
    refreshedAt: Date | null;
  };
  webhook: { lastEventAt: Date | null; openGaps: { fromAt: Date; foundAt: Date }[] };
  alarms: { label: string; since: Date; times: number; why: string | null; advice: string | null }[];
}

/** A refresh that takes longer than its time-out has no answer any more. */
const ANSWER_LOST_AFTER_MS = 60_000;

export async function readConnection(db: Db, oaId: string, now: Date): Promise<Connection> {
  const [pair] = await db
    .select({
      state: oaTokens.state,
      expiresAt: oaTokens.expiresAt,
      refreshedAt: oaTokens.refreshedAt,
      refreshStartedAt: oaTokens.refreshStartedAt,
    })
    .from(oaTokens)
    .where(eq(oaTokens.oaId, oaId));
  const [last] = await db
    .select({ at: inboxEvents.receivedAt })
    .from(inboxEvents)
    .where(eq(inboxEvents.source, 'webhook'))
    .orderBy(desc(inboxEvents.id))
    .limit(1);
  const openGaps = await db
    .select({ fromAt: webhookGaps.fromAt, foundAt: webhookGaps.foundAt })
    .from(webhookGaps)
    .where(eq(webhookGaps.state, 'repairing'));
  const open = await db
    .select()
    .from(incidents)
    .where(and(isNull(incidents.resolvedAt), or(like(incidents.kind, 'zalo\\_%'), eq(incidents.kind, 'webhook_gap'))))
    .orderBy(asc(incidents.firstAt))
    .limit(50);
  const lost = pair?.refreshStartedAt && now.getTime() - pair.refreshStartedAt.getTime() > ANSWER_LOST_AFTER_MS;
  return {
    pair: {
      state: !pair ? 'none' : pair.state === 'ok' && lost ? 'unsure' : pair.state,
      expiresAt: pair?.expiresAt ?? null,
      refreshedAt: pair?.refreshedAt ?? null,
    },
    webhook: { lastEventAt: last?.at ?? null, openGaps },
    alarms: open.map(alarmOf),
  };
}

function alarmOf({ kind, firstAt, times, data }: Incident): Connection['alarms'][number] {
  const fields = data as Record<string, unknown> | null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    label: incidentLabel(kind),
    since: firstAt,
    times,
    why: text(fields?.why) ?? text(fields?.cause),
    advice: text(fields?.advice),
  };
}
