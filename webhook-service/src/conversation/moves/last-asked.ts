import { and, desc, eq, gte, inArray, like, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { outboxMessages, reports } from '../../../../db/schema/index.ts';

/** A question of the chat that waits for this person's next words. */
export type LastAsked =
  /** What was not good enough about the result of this report? */
  | { question: 'reason'; code: string; at: Date }
  /** How good is the result of this report? */
  | { question: 'rating'; code: string; at: Date }
  /** Which report is meant? `say`: the move that waits for a code, as `moveKey` wrote it. */
  | { question: 'which'; say: string; at: Date };

/** Kinds of messages with which the chat asks. */
export const ASK_REASON = 'ask_reason';
export const ASK_WHICH = 'ask_which:';
/** News that ends with a question about the rating: the report was confirmed, or a follower said that it is done. */
const ASK_RATING = ['confirmed', 'follower_done'];
/** Answers of ours after which an earlier question no longer stands. */
const SETTLED = ['rated', 'reopened', 'withdrawn', 'objected', 'merged', 'replied', 'cannot', 'followed', 'status'];

/** An unanswered question is forgotten after a day: what comes then is about something else. */
const STANDS_FOR_MS = 24 * 3_600_000;

/**
 * The question this person was asked last and has not answered, read from what was really put to them: nothing else has to be
 * kept, and it is the same on every replica.
 */
export async function lastAsked(tx: Tx, citizenId: number, now: Date): Promise<LastAsked | null> {
  const [last] = await tx
    .select({ kind: outboxMessages.kind, at: outboxMessages.createdAt, code: reports.code })
    .from(outboxMessages)
    .leftJoin(reports, eq(reports.id, outboxMessages.reportId))
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        gte(outboxMessages.createdAt, new Date(now.getTime() - STANDS_FOR_MS)),
        or(
          inArray(outboxMessages.kind, [ASK_REASON, ...ASK_RATING, ...SETTLED]),
          like(outboxMessages.kind, `${ASK_WHICH}%`),
        ),
      ),
    )
    .orderBy(desc(outboxMessages.id))
    .limit(1);
  if (!last) return null;
  const { kind, at, code } = last;
  if (kind.startsWith(ASK_WHICH)) return { question: 'which', say: kind.slice(ASK_WHICH.length), at };
  if (code && kind === ASK_REASON) return { question: 'reason', code, at };
  if (code && ASK_RATING.includes(kind)) return { question: 'rating', code, at };
  return null;
}
