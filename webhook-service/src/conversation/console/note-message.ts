/**
 * What a person typed in the OA console (an echo with `admin_id`, zalo-platform §1.9) is kept the moment it is seen, and read
 * once the photos and files that may follow are in: Zalo sends each as an event of its own.
 */
import { and, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { consoleAccounts, consoleFiles, consoleMessages } from '../../../../db/schema/index.ts';
import { enqueue } from '../../queues/enqueue.ts';
import type { ParsedOaEvent } from '../../zalo/event-types.ts';
import { meetCitizen } from '../citizens.ts';
import type { ConversationDeps, EventOutcome } from '../deps.ts';
import { linkAccount, WRONG_LINK_CODE } from './link-codes.ts';
import { readLinkPhrase } from './link-phrase.ts';
import { readMarks } from './marks.ts';

export type ConsoleMessage = typeof consoleMessages.$inferSelect;
export type ConsoleNotingDeps = ConversationDeps & { consoleGatherMs?: number };

/** How long an answer waits for its photos, unless configured. */
const GATHER_MS = 120_000;
/** How long what was missing may be sent after an answer that was held back. */
export const MEND_WITHIN_MS = 30 * 60_000;

type Echo = Extract<ParsedOaEvent['event'], { type: 'oa_echo' }>;

/**
 * Keeps an official's message with its files, in the transaction that holds the lock of the citizen in whose chat it was
 * typed. Only an answer waits for what may follow; everything else is acted upon at once.
 * @returns a word for the monitor
 */
export async function noteConsoleMessage(
  tx: Tx,
  parsed: ParsedOaEvent,
  inboxId: number,
  deps: ConsoleNotingDeps,
): Promise<EventOutcome> {
  const { event: echo, userId, eventTime } = parsed;
  if (echo.type !== 'oa_echo' || echo.adminId === null || !userId) return 'unused:official';
  await meetAccount(tx, echo.adminId, eventTime);
  const phrase = readLinkPhrase(echo.text);
  if (echo.text.trim() === '' && filesOf(echo).length === 0) return 'unused:official';
  const now = deps.now();
  const citizen = await meetCitizen(tx, { oaUserId: userId, userIdByApp: parsed.userIdByApp, interactedAt: null });
  const [message] = await tx
    .insert(consoleMessages)
    .values({
      inboxEventId: inboxId,
      zaloMessageId: echo.messageId,
      quotedMessageId: echo.quotedMessageId,
      adminId: echo.adminId,
      citizenId: citizen.id,
      sentAt: eventTime,
      // A code that opens something is not kept, used up or not.
      text: phrase ? 'Liên kết' : echo.text.trim(),
      settleAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (!message) return 'console-known';
  if (phrase) return link(tx, message, phrase.code, now);
  await keepFiles(tx, message.id, echo);
  return gather(tx, message, { now, gatherMs: deps.consoleGatherMs ?? GATHER_MS });
}

/** Reads the message at `at`; asking again moves the time. */
export async function settleLater(tx: Tx, messageId: number, at: Date): Promise<void> {
  await tx
    .update(consoleMessages)
    .set({ state: 'gathering', settleAt: at, settledAt: null })
    .where(eq(consoleMessages.id, messageId));
  await enqueue(tx, 'console.settle', { messageId }, { key: `message-${messageId}`, runAt: at });
}

async function gather(tx: Tx, message: ConsoleMessage, times: { now: Date; gatherMs: number }): Promise<EventOutcome> {
  const { now, gatherMs } = times;
  const later = new Date(now.getTime() + gatherMs);
  if (message.text === '') {
    const words = await wordsFor(tx, message, times);
    if (words) await belongTo(tx, [message.id], words.id);
    // Without words it waits for them: a photo is often sent first.
    await settleLater(tx, words?.id ?? message.id, later);
    return 'console-file';
  }
  const { deed } = readMarks(message.text);
  if (deed !== 'answer') {
    await settleLater(tx, message.id, now);
    return `console-${deed}`;
  }
  await belongTo(tx, await photosBefore(tx, message, gatherMs), message.id);
  await settleLater(tx, message.id, later);
  return 'console-answer';
}

/** The answer of the same official in the same chat that these files prove: one that gathers, or that was held back lately. */
async function wordsFor(
  tx: Tx,
  { adminId, citizenId, sentAt, id }: ConsoleMessage,
  { gatherMs }: { gatherMs: number },
): Promise<ConsoleMessage | undefined> {
  const before = (ms: number) => new Date(sentAt.getTime() - ms);
  const candidates = await tx
    .select()
    .from(consoleMessages)
    .where(
      and(
        ...[eq(consoleMessages.adminId, adminId), eq(consoleMessages.citizenId, citizenId), ne(consoleMessages.id, id)],
        ...[isNull(consoleMessages.belongsTo), ne(consoleMessages.text, '')],
        or(
          and(eq(consoleMessages.state, 'gathering'), gte(consoleMessages.sentAt, before(MEND_WITHIN_MS))),
          and(
            ...[eq(consoleMessages.state, 'held_back'), eq(consoleMessages.deed, 'answer')],
            gte(consoleMessages.sentAt, before(MEND_WITHIN_MS)),
          ),
        ),
        lte(consoleMessages.sentAt, new Date(sentAt.getTime() + gatherMs)),
      ),
    )
    .orderBy(desc(consoleMessages.sentAt), desc(consoleMessages.id))
    .limit(5);
  return candidates.find(({ text }) => readMarks(text).deed === 'answer');
}

/** Photos and files without words that came shortly before (or, delivered out of order, after) and belong to nothing yet. */
async function photosBefore(tx: Tx, message: ConsoleMessage, gatherMs: number): Promise<number[]> {
  const at = message.sentAt.getTime();
  const rows = await tx
    .select({ id: consoleMessages.id })
    .from(consoleMessages)
    .where(
      and(
        ...[eq(consoleMessages.adminId, message.adminId), eq(consoleMessages.citizenId, message.citizenId)],
        ...[eq(consoleMessages.text, ''), isNull(consoleMessages.belongsTo), eq(consoleMessages.state, 'gathering')],
        gte(consoleMessages.sentAt, new Date(at - gatherMs)),
        lte(consoleMessages.sentAt, new Date(at + gatherMs)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** From now on these are files of those words: nobody looks at them by themselves any more. */
async function belongTo(tx: Tx, fileMessageIds: readonly number[], wordsId: number): Promise<void> {
  if (fileMessageIds.length === 0) return;
  await tx
    .update(consoleMessages)
    .set({ belongsTo: wordsId, state: 'done' })
    .where(inArray(consoleMessages.id, [...fileMessageIds]));
}

async function link(tx: Tx, message: ConsoleMessage, code: string | null, now: Date): Promise<EventOutcome> {
  const became = await linkAccount(tx, { adminId: message.adminId, code, now });
  await tx
    .update(consoleMessages)
    .set(
      became === 'linked'
        ? { state: 'done', deed: 'link', settledAt: now }
        : { state: 'set_aside', deed: 'link', settledAt: now, finding: { code: WRONG_LINK_CODE } },
    )
    .where(eq(consoleMessages.id, message.id));
  return `console-${became}`;
}

async function meetAccount(tx: Tx, adminId: string, at: Date): Promise<void> {
  await tx
    .insert(consoleAccounts)
    .values({ adminId, firstSeenAt: at, lastSeenAt: at })
    .onConflictDoUpdate({
      target: consoleAccounts.adminId,
      set: { lastSeenAt: sql`greatest(${consoleAccounts.lastSeenAt}, excluded.last_seen_at)` },
    });
}

async function keepFiles(tx: Tx, messageId: number, echo: Echo): Promise<void> {
  const files = filesOf(echo).map((file, position) => ({ messageId, position, ...file }));
  if (files.length > 0) await tx.insert(consoleFiles).values(files).onConflictDoNothing();
}

function filesOf({ pictures, files }: Echo) {
  return [
    ...pictures.map(({ url }) => ({ kind: 'photo' as const, name: null, sourceUrl: url })),
    ...files.map(({ url, name }) => ({ kind: 'file' as const, name, sourceUrl: url })),
  ];
}
