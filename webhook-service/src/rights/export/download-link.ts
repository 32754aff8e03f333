/** A link by which somebody gets the copy of their data they asked for in the chat. Only its hash is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { citizens, privacyRequests } from '../../../../db/schema/index.ts';
import { dueWords } from '../../deadlines/due-words.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { PRIVACY_PATH } from '../notice.ts';
import type { PrivacyRequest } from '../open-request.ts';
import { rightsTextsIn } from '../rights-texts.ts';

/** Long enough to open it at home, short enough for a chat somebody else may read. */
const LINK_MS = 24 * 3_600_000;

/** Where the page of a download link lies. */
export const DOWNLOAD_PATH = `${PRIVACY_PATH}/tai`;

/** Sends the link and notes the request as answered, in one transaction: sent once, whoever repeats it. */
export async function sendDownloadLink(
  request: PrivacyRequest,
  { db, now, publicUrl }: { db: Db; now: () => Date; publicUrl: string },
): Promise<void> {
  const at = now();
  const until = new Date(at.getTime() + LINK_MS);
  const token = randomBytes(32).toString('base64url');
  await db.transaction(async (tx) => {
    const sent = await tx
      .update(privacyRequests)
      .set({
        state: 'answered',
        answeredAt: at,
        outcome: { link: { hash: hashOf(token), until: until.toISOString() } },
      })
      .where(and(eq(privacyRequests.id, request.id), eq(privacyRequests.state, 'received')))
      .returning({ id: privacyRequests.id });
    const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, request.citizenId));
    if (sent.length === 0 || !citizen || citizen.erasedAt) return;
    const { language } = citizen;
    const url = `${publicUrl}${DOWNLOAD_PATH}/${token}`;
    const text = rightsTextsIn(language).exportLink({ url, until: dueWords(until, language) });
    const idempotencyKey = `export_link:${request.id}`;
    await putMessage(tx, { citizenId: citizen.id, kind: 'rights', text, idempotencyKey, now: at });
  });
}

/** The request a link belongs to; null when there is none, or it is too old. */
export async function requestOfLink(tx: Tx, token: string, now: Date): Promise<PrivacyRequest | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [request] = await tx
    .select()
    .from(privacyRequests)
    .where(
      and(
        eq(privacyRequests.kind, 'export'),
        inArray(privacyRequests.state, ['answered', 'done']),
        sql`${privacyRequests.outcome} -> 'link' ->> 'hash' = ${hashOf(token)}`,
        sql`(${privacyRequests.outcome} -> 'link' ->> 'until')::timestamptz > ${now.toISOString()}::timestamptz`,
      ),
    );
  return request ?? null;
}

/** The person has their copy: what was asked for is done. */
export async function noteDownloaded(tx: Tx, citizenId: number, now: Date): Promise<void> {
  await tx
    .update(privacyRequests)
    .set({
      state: 'done',
      answeredAt: sql`coalesce(${privacyRequests.answeredAt}, ${now.toISOString()}::timestamptz)`,
      doneAt: now,
      decidedBy: 'system',
    })
    .where(
      and(
        eq(privacyRequests.citizenId, citizenId),
        eq(privacyRequests.kind, 'export'),
        inArray(privacyRequests.state, ['received', 'answered']),
      ),
    );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
