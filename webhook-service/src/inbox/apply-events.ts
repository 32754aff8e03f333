import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { inboxEvents } from '../../../db/schema/index.ts';
import { applyEvent } from '../conversation/apply-event.ts';
import type { ConversationDeps } from '../conversation/deps.ts';
import { withSenderLock } from '../conversation/sender-lock.ts';
import { errorCodeOf } from '../error-codes.ts';
import { noteRevocation } from '../incidents/consent-needed.ts';
import { noteTemplateChanged } from '../notifications/delivery/template-changed.ts';
import { parseOaEvent } from '../zalo/events.ts';
import { hasRecoveredTwin } from './gaps/recovered-twin.ts';

export interface ApplyDeps extends ConversationDeps {
  db: Db;
  oaId: string;
  observe: (outcome: string) => void;
}

type StoredEvent = typeof inboxEvents.$inferSelect;

/** Events of one sender applied in one transaction; more wait for the next. */
const BATCH = 50;
/** An event that fails this often is set aside; the sender's other events go on without it. */
const MAX_ATTEMPTS = 8;

/**
 * Applies a stored event together with everything else its sender has sent, in the order of Zalo's clock. A burst of 200
 * events so costs a few transactions, and two workers never work on one citizen at once.
 */
export async function applyStoredEvent(eventId: number, deps: ApplyDeps): Promise<void> {
  const [event] = await deps.db.select().from(inboxEvents).where(eq(inboxEvents.id, eventId));
  if (!event || event.finishedAt || event.failedAt) return;
  const sender = event.zaloUserId;
  if (!sender) {
    await deps.db.transaction((tx) => applyOne(tx, event, deps));
    return;
  }
  const outcomes = await withSenderLock(deps.db, sender, async (tx) => {
    const waiting = await tx
      .select()
      .from(inboxEvents)
      .where(and(eq(inboxEvents.zaloUserId, sender), isNull(inboxEvents.finishedAt), isNull(inboxEvents.failedAt)))
      .orderBy(asc(inboxEvents.eventAt), asc(inboxEvents.id))
      .limit(BATCH);
    const results = [];
    for (const one of waiting) results.push({ id: one.id, failed: await applyOne(tx, one, deps) });
    return results;
  });
  const mine = outcomes.find((outcome) => outcome.id === eventId);
  // Beyond the batch, or failed: the queue calls again.
  if (!mine) return applyStoredEvent(eventId, deps);
  if (mine.failed) throw mine.failed;
}

/** Applies one event in a savepoint, so that a failing one leaves the others alone. @returns its error, if any. */
async function applyOne(tx: Tx, stored: StoredEvent, deps: ApplyDeps): Promise<Error | null> {
  try {
    const outcome = await tx.transaction((savepoint) => apply(savepoint, stored, deps));
    await tx
      .update(inboxEvents)
      .set({ finishedAt: deps.now(), outcome, errorCode: null })
      .where(and(eq(inboxEvents.id, stored.id), isNull(inboxEvents.finishedAt)));
    deps.observe(outcome);
    return null;
  } catch (error) {
    const code = errorCodeOf(error);
    await tx
      .update(inboxEvents)
      .set({
        attempts: sql`${inboxEvents.attempts} + 1`,
        errorCode: code,
        failedAt: sql`case when ${inboxEvents.attempts} + 1 >= ${MAX_ATTEMPTS} then now() end`,
      })
      .where(eq(inboxEvents.id, stored.id));
    deps.observe('error');
    return new Error(code);
  }
}

async function apply(tx: Tx, stored: StoredEvent, deps: ApplyDeps): Promise<string> {
  const parsed = parseOaEvent(JSON.parse(stored.body), deps.oaId);
  if (parsed.kind !== 'event') return `ignored:${parsed.why}`;
  if (parsed.event.type === 'permission_revoked') {
    const revocation = { oaId: deps.oaId, at: parsed.eventTime, now: deps.now(), publicUrl: deps.publicUrl };
    return (await noteRevocation(tx, revocation)) ? 'grant-revoked' : 'grant-revoked-before';
  }
  if (parsed.event.type === 'template_changed') return noteTemplateChanged(tx, parsed.event, deps.now());
  if (await hasRecoveredTwin(tx, stored, parsed)) return 'recovered-before';
  return applyEvent(tx, parsed, stored.id, deps);
}
