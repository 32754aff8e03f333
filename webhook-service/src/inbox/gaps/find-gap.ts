import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { gapChats, jobs, webhookGaps } from '../../../../db/schema/index.ts';
import { enqueue } from '../../queues/enqueue.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { raiseGap, settleWhenFlowing } from './gap-incident.ts';
import { knownMessages } from './known-messages.ts';
import type { GapDeps } from './repair-gap.ts';
import { type CheckedTime, type Suspicion, suspectChats } from './suspect-chats.ts';
import { advance, type Check, claimCheck, lastWebhookAt } from './watermark.ts';

interface FindGapDeps extends GapDeps {
  /** How often to look, ms; shared by all replicas. */
  gapCheckMs: number;
}

type GapCheck = 'not_due' | 'repairing' | 'unavailable' | 'none' | 'found';

/**
 * Compares the latest messages of all chats with the inbox (§5, the only way to learn of events that never came). May be called
 * often by every replica: one of them looks, once per interval. What is found becomes one gap with its chats and a job; the
 * watermark moves in the same transaction, so that a crash anywhere means looking again, never looking away.
 */
export async function findGap(deps: FindGapDeps): Promise<GapCheck> {
  const { db, oaId, gapCheckMs } = deps;
  const now = deps.now();
  const check = await claimCheck(db, { oaId, now, everyMs: gapCheckMs });
  if (!check) return 'not_due';
  if (await pushOpenGap(db, now)) return 'repairing';
  const time = timeOf(check, now, deps.gapAfterMs);
  if (time.until <= time.from) return 'none';
  const latest = await latestMessages(deps, time.from);
  if (!latest) return 'unavailable';
  const known = await knownMessages(db, latest);
  // Nobody looked for a while, so that a later message may lie over one that never came.
  const thorough = now.getTime() - check.checkedUntil.getTime() > deps.gapAfterMs + 3 * gapCheckMs;
  const suspicion = suspectChats(latest, known, time, thorough);
  return db.transaction(async (tx) => {
    if (suspicion.chats.length > 0 && !(await openGap(tx, suspicion, time, now))) return 'repairing';
    await advance(tx, oaId, time.until);
    if (suspicion.chats.length > 0) return 'found';
    await settleWhenFlowing(tx, now);
    return 'none';
  });
}

/** Zalo's clock and ours differ; a message that was too young the last time is looked at this time. */
const OVERLAP_MS = 60_000;

function timeOf({ beganAt, checkedUntil }: Check, now: Date, gapAfterMs: number): CheckedTime {
  const from = new Date(Math.max(beganAt.getTime(), checkedUntil.getTime() - OVERLAP_MS));
  return { from, until: new Date(now.getTime() - gapAfterMs) };
}

const PAGE = 10;
/** 5 000 chats since the last check. Beyond that the oldest are not looked at: it takes longer than the interval to read. */
const MOST_PAGES = 500;

/** The latest message of each chat that has one since then; null when Zalo does not say. */
async function latestMessages({ zalo }: Pick<GapDeps, 'zalo'>, since: Date): Promise<ConversationMessage[] | null> {
  const latest: ConversationMessage[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const result = await zalo.listRecentChats({ offset: page * PAGE, count: PAGE });
    if (!result.ok) return null;
    const recent = result.messages.filter(({ sentAt }) => sentAt >= since);
    latest.push(...recent);
    // Newest first: the first old one ends it. A page that is not full may only hold something unreadable.
    if (result.messages.length === 0 || recent.length < result.messages.length) break;
  }
  return latest;
}

/** One gap is repaired at a time. One whose job has ended without ending it is given a new one. */
async function pushOpenGap(tx: Tx, now: Date): Promise<boolean> {
  const [open] = await tx.select({ id: webhookGaps.id }).from(webhookGaps).where(eq(webhookGaps.state, 'repairing'));
  if (!open) return false;
  const [ended] = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.key, `gap.repair:gap-${open.id}`), or(isNotNull(jobs.finishedAt), isNotNull(jobs.failedAt))));
  if (ended) await queueRepair(tx, open.id, now);
  return true;
}

async function openGap(tx: Tx, { chats, missing }: Suspicion, time: CheckedTime, now: Date): Promise<boolean> {
  const oldest = Math.min(...missing.map(({ sentAt }) => sentAt.getTime()));
  const lastEvent = await lastWebhookAt(tx);
  // Nothing at all since the oldest message we lack: an outage or an app that Zalo has unsubscribed (§1.4).
  const cause = missing.length > 0 && (lastEvent === null || lastEvent.getTime() < oldest) ? 'silence' : 'missing';
  const [gap] = await tx
    .insert(webhookGaps)
    .values({ state: 'repairing', cause, fromAt: time.from, toAt: time.until, foundAt: now })
    .onConflictDoNothing()
    .returning({ id: webhookGaps.id });
  if (!gap) return false;
  await tx.insert(gapChats).values(chats.map((oaUserId) => ({ gapId: gap.id, oaUserId })));
  if (missing.length > 0) {
    const people = new Set(missing.map(({ userId }) => userId)).size;
    await raiseGap(tx, { cause, fromAt: time.from }, { people, messages: missing.length, now });
  }
  await queueRepair(tx, gap.id, now);
  return true;
}

async function queueRepair(tx: Tx, gapId: number, now: Date): Promise<void> {
  await enqueue(tx, 'gap.repair', { gapId }, { key: `gap-${gapId}`, runAt: now });
}
