/**
 * One-time codes by which an official proves that a console account, or a Zalo chat, is theirs: no name comes with either
 * (zalo-platform §1.9). The desk shows the code once; it is typed back as "Liên kết 482913".
 */
import { createHash } from 'node:crypto';
import { and, count, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import {
  consoleAccounts,
  consoleMessages,
  linkCodes,
  outboxMessages,
  staffChats,
  staffMembers,
} from '../../../../db/schema/index.ts';
import { putMessage } from '../../notifications/outbox.ts';
import type { Citizen } from '../citizens.ts';
import { readLinkPhrase } from './link-phrase.ts';
import { linkTextsIn } from './link-texts.ts';
import { tellOfficial } from './staff-notes.ts';

/** Long enough to pick up the phone, too short to try a million codes. */
const LINK_CODE_LIFE_MS = 15 * 60_000;
/** Wrong codes of one account or chat; the next ones are not even looked up until an hour has passed. */
const MOST_WRONG = 5;
const WRONG_WITHIN_MS = 3_600_000;
const DIGITS = 6;

/**
 * Makes the code of one official; an earlier one of theirs dies. Only its hash is kept.
 * @returns six digits, and until when they count
 */
export async function makeLinkCode(
  db: Db,
  { staffId, now, randomBytes }: { staffId: number; now: Date; randomBytes: (size: number) => Uint8Array },
): Promise<{ code: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + LINK_CODE_LIFE_MS);
  return db.transaction(async (tx) => {
    await tx.delete(linkCodes).where(or(eq(linkCodes.staffId, staffId), lte(linkCodes.expiresAt, now)));
    for (;;) {
      const code = drawDigits(randomBytes);
      const row = { codeHash: hashOf(code), staffId, expiresAt };
      const made = await tx.insert(linkCodes).values(row).onConflictDoNothing().returning();
      // Taken by a colleague at this moment: two people must never hold one code.
      if (made.length > 0) return { code, expiresAt };
    }
  });
}

/**
 * Links the chat in which an official writes as a person, so that they can be told there what only they should read. Tells
 * them in that chat what became of it. Null: the words are no link phrase.
 */
export async function linkChat(
  tx: Tx,
  { citizen, words, now }: { citizen: Citizen; words: string; now: Date },
): Promise<'linked' | 'unknown_code' | null> {
  const phrase = readLinkPhrase(words);
  if (!phrase) return null;
  const texts = linkTextsIn(citizen.language);
  const wrong = await wrongInChat(tx, citizen.id, now);
  const staffId = wrong >= MOST_WRONG ? null : await takeCode(tx, phrase.code, 'chat', now);
  const say = (kind: string, text: string, key: string) =>
    putMessage(tx, { citizenId: citizen.id, kind, text, idempotencyKey: `${kind}:${citizen.id}:${key}`, now });
  if (staffId === null) {
    // Every one is a row, for they are what is counted.
    await say(WRONG_LINK_CODE, texts.unknownCode(), `${now.getTime()}:${wrong}`);
    return 'unknown_code';
  }
  await tx.delete(staffChats).where(and(eq(staffChats.citizenId, citizen.id), ne(staffChats.staffId, staffId)));
  await tx
    .insert(staffChats)
    .values({ staffId, citizenId: citizen.id, linkedAt: now })
    .onConflictDoUpdate({ target: staffChats.staffId, set: { citizenId: citizen.id, linkedAt: now } });
  await say('link_done', texts.chatLinked(), String(now.getTime()));
  return 'linked';
}

/**
 * Links a console account. In the console the code can be read by the citizen in whose chat it is typed, so from then on it
 * opens no chat: whoever copies it gets nothing.
 */
export async function linkAccount(
  tx: Tx,
  { adminId, code, now }: { adminId: string; code: string | null; now: Date },
): Promise<'linked' | 'unknown_code'> {
  if ((await wrongInConsole(tx, adminId, now)) >= MOST_WRONG) return 'unknown_code';
  const staffId = await takeCode(tx, code, 'console', now);
  if (staffId === null) return 'unknown_code';
  await tx.update(consoleAccounts).set({ staffId, linkedAt: now }).where(eq(consoleAccounts.adminId, adminId));
  // Told on their phone: should somebody else have used the code, they know.
  const text = linkTextsIn('vi').accountLinked();
  await tellOfficial(tx, { staffId: String(staffId), text, key: `account:${adminId}:${now.getTime()}`, now });
  return 'linked';
}

/** `finding.code` of a console message, and `kind` of the message that says so in a chat: those rows are what is counted. */
export const WRONG_LINK_CODE = 'link_unknown_code';

/** Uses up one side of a code that counts; whose it is, or null. Compare-and-set: used twice at once, it works once. */
async function takeCode(tx: Tx, code: string | null, side: 'console' | 'chat', now: Date): Promise<number | null> {
  if (code === null) return null;
  const used = side === 'console' ? linkCodes.consoleUsedAt : linkCodes.chatUsedAt;
  const [taken] = await tx
    .update(linkCodes)
    .set(side === 'console' ? { consoleUsedAt: now, expiresAt: now } : { chatUsedAt: now })
    .where(and(eq(linkCodes.codeHash, hashOf(code)), gt(linkCodes.expiresAt, now), isNull(used)))
    .returning({ staffId: linkCodes.staffId });
  if (!taken) return null;
  const [member] = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(and(eq(staffMembers.id, taken.staffId), eq(staffMembers.active, true)));
  return member?.id ?? null;
}

async function wrongInChat(tx: Tx, citizenId: number, now: Date): Promise<number> {
  const since = new Date(now.getTime() - WRONG_WITHIN_MS);
  const [row] = await tx
    .select({ wrong: count() })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        eq(outboxMessages.kind, WRONG_LINK_CODE),
        gt(outboxMessages.createdAt, since),
      ),
    );
  return row?.wrong ?? 0;
}

async function wrongInConsole(tx: Tx, adminId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - WRONG_WITHIN_MS);
  const [row] = await tx
    .select({ wrong: count() })
    .from(consoleMessages)
    .where(
      and(
        eq(consoleMessages.adminId, adminId),
        gt(consoleMessages.settledAt, since),
        sql`${consoleMessages.finding} ->> 'code' = ${WRONG_LINK_CODE}`,
      ),
    );
  return row?.wrong ?? 0;
}

function hashOf(code: string): string {
  return createHash('sha256').update(`link-code:${code}`).digest('hex');
}

/** Digits without bias: bytes of the incomplete last ten are thrown away. */
function drawDigits(randomBytes: (size: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < DIGITS)
    for (const byte of randomBytes(DIGITS)) if (byte < 250 && digits.length < DIGITS) digits += byte % 10;
  return digits;
}
