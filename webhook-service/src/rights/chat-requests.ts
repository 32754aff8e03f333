import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { type citizens, outboxMessages, privacyRequests } from '../../../db/schema/index.ts';
import { putMessage } from '../notifications/outbox.ts';
import type { PerformDeps } from '../reports/perform/perform.ts';
import { openRequest, performSoon, type RequestKind } from './open-request.ts';
import { type ChatRequest, readChatRequest } from './read-chat-request.ts';
import { rightsTextsIn } from './rights-texts.ts';

/** How long "XÓA DỮ LIỆU" answers our question; later it asks for the question again. */
const CONFIRM_WITHIN_MS = 24 * 3_600_000;
const ASK_KIND = 'erase_confirm';

/**
 * Takes a data subject's request made by chat: "xóa dữ liệu của tôi", "tải dữ liệu của tôi", "rút lại đồng ý" and the like.
 * Erasing is asked for twice, because it cannot be undone. Nothing of it becomes part of a report.
 * @returns null when the message is no such request
 */
export async function takeChatRequest(
  tx: Tx,
  said: { citizen: typeof citizens.$inferSelect; words: string; inboxId: number; now: Date },
  deps: PerformDeps,
): Promise<'taken' | null> {
  const request = readChatRequest(said.words);
  if (request === null) return null;
  const { citizen, inboxId, now } = said;
  if (request === 'erase' || (request === 'erase_confirmed' && !(await wasAsked(tx, citizen.id, now)))) {
    const text = rightsTextsIn(citizen.language).askEraseConfirmed();
    await putMessage(tx, {
      citizenId: citizen.id,
      kind: ASK_KIND,
      text,
      idempotencyKey: `${ASK_KIND}:${inboxId}`,
      now,
    });
    return 'taken';
  }
  await openOnce(tx, kindOf(request), said, deps);
  return 'taken';
}

/** One open request of a kind at a time: whoever asks again reminds us of the first. */
async function openOnce(
  tx: Tx,
  kind: RequestKind,
  { citizen, inboxId, now }: { citizen: { id: number }; inboxId: number; now: Date },
  deps: PerformDeps,
): Promise<void> {
  const [open] = await tx
    .select()
    .from(privacyRequests)
    .where(
      and(
        eq(privacyRequests.citizenId, citizen.id),
        eq(privacyRequests.kind, kind),
        inArray(privacyRequests.state, kind === 'export' ? ['received'] : ['received', 'answered']),
      ),
    )
    .limit(1);
  if (open) return performSoon(tx, open, now);
  const office = (await deps.setting(tx)).calendars.of(null);
  const request = { key: `chat:${inboxId}`, citizenId: citizen.id, kind, source: 'chat' as const, receivedAt: now };
  await openRequest(tx, request, { office, now });
}

/** Did we ask lately whether they really want everything erased? */
async function wasAsked(tx: Tx, citizenId: number, now: Date): Promise<boolean> {
  const [asked] = await tx
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        eq(outboxMessages.kind, ASK_KIND),
        gte(outboxMessages.createdAt, new Date(now.getTime() - CONFIRM_WITHIN_MS)),
      ),
    )
    .orderBy(desc(outboxMessages.id))
    .limit(1);
  return asked !== undefined;
}

function kindOf(request: Exclude<ChatRequest, 'erase'>): RequestKind {
  return request === 'erase_confirmed' ? 'erase' : request;
}
