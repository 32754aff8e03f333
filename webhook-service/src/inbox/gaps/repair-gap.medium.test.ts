import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { gapChats, inboxEvents, incidents, webhookGaps } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { parseOaEvent } from '../../zalo/events.ts';
import { findGap } from './find-gap.ts';
import { hasRecoveredTwin } from './recovered-twin.ts';
import { type GapDeps, repairGap } from './repair-gap.ts';

const MINUTE = 60_000;
const ids = { appId: '4102938475610293847', oaId: '2910384756102938475' };
const an = '8170263549182736450';
const binh = '8170263549182736451';

let own: TestDatabase;
let clients: DatabaseClients;
let now: Date;
let chats: Map<string, ConversationMessage[]>;
let refusal: Extract<Awaited<ReturnType<GapDeps['zalo']['getConversation']>>, { ok: false }> | null;
let pagesRead: number;

const page = (list: ConversationMessage[], { offset, count }: { offset: number; count: number }) => {
  pagesRead += 1;
  return refusal ?? { ok: true as const, messages: list.slice(offset, offset + count) };
};
const newestFirst = (list: ConversationMessage[]) => list.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime());
const zalo: GapDeps['zalo'] = {
  getConversation: async (userId, which) => page(newestFirst(chats.get(userId) ?? []), which),
  listRecentChats: async (which) =>
    page(newestFirst([...chats.values()].flatMap((chat) => newestFirst(chat).slice(0, 1))), which),
};
const deps = () => ({ db: clients.db, zalo, now: () => now, ...ids, gapAfterMs: MINUTE, gapCheckMs: 2 * MINUTE });

/** A message of the chat, so many minutes before now. */
function wrote(userId: string, minutesAgo: number, over: Partial<ConversationMessage> = {}): ConversationMessage {
  const message: ConversationMessage = {
    messageId: `m-${userId.slice(-2)}-${minutesAgo}`,
    from: 'user',
    userId,
    sentAt: new Date(now.getTime() - minutesAgo * MINUTE),
    type: 'text',
    text: 'Đèn đường hỏng',
    url: null,
    thumbnailUrl: null,
    description: '',
    location: null,
    ...over,
  };
  chats.set(userId, [...(chats.get(userId) ?? []), message]);
  return message;
}
const recovered = () =>
  clients.db.select().from(inboxEvents).where(eq(inboxEvents.source, 'recovered')).orderBy(inboxEvents.id);
const applied = () => clients.db.update(inboxEvents).set({ finishedAt: now });
const gap = async () => (await clients.db.select().from(webhookGaps))[0];
const repair = async () => repairGap((await gap())?.id ?? 0, deps());
/** The webhook brings it. */
const arrives = (message: ConversationMessage, receivedAt = message.sentAt) =>
  clients.db.insert(inboxEvents).values({
    dedupeKey: `${message.from === 'user' ? 'user' : 'oa'}_send_text|${message.messageId}`,
    eventName: 'user_send_text',
    zaloUserId: message.userId,
    eventAt: message.sentAt,
    receivedAt,
    finishedAt: receivedAt,
    body: '{}',
  });

beforeEach(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 4 });
  chats = new Map();
  refusal = null;
  pagesRead = 0;
  // The service has listened for an hour, and looked at everything until three minutes ago.
  const today = new Date();
  now = new Date(today.getTime() - 63 * MINUTE);
  expect(await findGap(deps())).toBe('none');
  now = new Date(today.getTime() - 2 * MINUTE);
  expect(await findGap(deps())).toBe('none');
  now = today;
  pagesRead = 0;
});
afterEach(async () => {
  await clients.close();
  await own.drop();
});

describe('a check', () => {
  it('costs one page while nothing is missing, and is made once an interval', async () => {
    const heard = wrote(an, 2);
    wrote(binh, 300);
    await arrives(heard);
    expect(await findGap(deps())).toBe('none');
    expect(pagesRead).toBe(1);
    expect(await findGap(deps())).toBe('not_due');
    expect(await gap()).toBeUndefined();
  });

  it('two replicas at once open one gap', async () => {
    wrote(an, 2);
    const eager = { ...deps(), gapCheckMs: 0 };
    const found = await Promise.all([findGap(eager), findGap(eager), findGap(eager)]);
    expect(found.filter((one) => one === 'found')).toHaveLength(1);
    expect(await clients.db.select().from(webhookGaps)).toHaveLength(1);
    expect(await clients.db.select().from(gapChats)).toHaveLength(1);
  });

  it('looks again later when Zalo does not answer', async () => {
    wrote(an, 2);
    refusal = { ok: false, outcome: 'unknown', why: 'timeout' };
    expect(await findGap(deps())).toBe('unavailable');
    refusal = null;
    now = new Date(now.getTime() + 2 * MINUTE);
    expect(await findGap(deps())).toBe('found');
  });

  it('after a time in which nothing of ours ran reads every chat of that time', async () => {
    now = new Date(now.getTime() + 60 * MINUTE);
    const lost = wrote(an, 40);
    await arrives(wrote(an, 2));
    expect(await findGap(deps())).toBe('found');
    // Only a suspicion so far: no alarm.
    expect(await clients.db.select().from(incidents)).toEqual([]);
    await expect(repair()).resolves.toBeUndefined();
    expect((await recovered()).map(({ dedupeKey }) => dedupeKey)).toEqual([`user_send_text|${lost.messageId}`]);
    expect((await clients.db.select().from(incidents))[0]).toMatchObject({ kind: 'webhook_gap', resolvedAt: null });
  });

  it('calls it silence when nothing at all has come since, and tells what to do', async () => {
    wrote(an, 2);
    wrote(binh, 2);
    await findGap(deps());
    expect(await gap()).toMatchObject({ cause: 'silence', state: 'repairing' });
    const [incident] = await clients.db.select().from(incidents);
    expect(incident?.data).toMatchObject({ cause: 'silence', people: 2, messages: 2 });
    expect(incident?.data).toHaveProperty('advice', expect.stringContaining('Webhook'));
  });

  it('ends the incident when events come by themselves again, not before', async () => {
    wrote(an, 2);
    await findGap(deps());
    await repair();
    await applied();
    const openIncidents = async () =>
      (await clients.db.select().from(incidents)).filter(({ resolvedAt }) => resolvedAt === null).length;
    now = new Date(now.getTime() + 3 * MINUTE);
    expect(await findGap(deps())).toBe('none');
    expect(await openIncidents()).toBe(1);
    await arrives(wrote(an, 0), now);
    now = new Date(now.getTime() + 3 * MINUTE);
    expect(await findGap(deps())).toBe('none');
    expect(await openIncidents()).toBe(0);
  });
});

describe('a repair', () => {
  it('reads page by page and puts in what is missing, oldest first, once', async () => {
    for (let n = 0; n < 25; n++) wrote(an, 2 + n / 100, { messageId: `m-${n}`, text: `tin ${n}` });
    await findGap(deps());
    // The one that comes second may find the chat at work on what the first put in, and come again.
    const both = await Promise.allSettled([repair(), repair()]);
    expect(both.map(({ status }) => status)).toContain('fulfilled');
    const rows = await recovered();
    expect(rows.map(({ dedupeKey }) => dedupeKey)).toEqual(
      Array.from({ length: 25 }, (_, n) => `user_send_text|m-${24 - n}`),
    );
    expect(await gap()).toMatchObject({ state: 'repaired', messages: 25, people: 1 });
    expect(rows[0]).toMatchObject({ source: 'recovered', zaloUserId: an, finishedAt: null });
  });

  it('gives a later report only when the chat has made something of the earlier one', async () => {
    now = new Date(now.getTime() + 60 * MINUTE);
    wrote(an, 50);
    wrote(an, 49);
    wrote(an, 10);
    await findGap(deps());
    await expect(repair()).rejects.toThrow('try again');
    expect(await recovered()).toHaveLength(2);
    // Not applied yet: waits, and does not even ask Zalo.
    pagesRead = 0;
    await expect(repair()).rejects.toThrow('try again');
    expect(pagesRead).toBe(0);
    await applied();
    await repair();
    expect(await recovered()).toHaveLength(3);
    expect(await gap()).toMatchObject({ messages: 3, people: 1 });
  });

  it('waits while Zalo asks for patience, and costs no attempt', async () => {
    wrote(an, 2);
    await findGap(deps());
    refusal = { ok: false, outcome: 'refused', code: -32, errorClass: 'rate_limited', message: '' };
    await expect(repair()).rejects.toThrow('try again in 60000 ms');
    refusal = null;
    await repair();
    expect(await recovered()).toHaveLength(1);
  });

  it('goes on without a chat that Zalo will not show', async () => {
    wrote(an, 2);
    await findGap(deps());
    refusal = { ok: false, outcome: 'refused', code: -213, errorClass: 'never_for_this_person', message: '' };
    await repair();
    expect(await gap()).toBeUndefined();
  });

  it('leaves no trace of a suspicion that came to nothing: an official wrote, the citizen did not', async () => {
    wrote(an, 2, { from: 'oa' });
    expect(await findGap(deps())).toBe('found');
    await repair();
    expect(await gap()).toBeUndefined();
    expect(await clients.db.select().from(incidents)).toEqual([]);
  });

  it('is asked for again when its job ended without ending it', async () => {
    wrote(an, 2);
    await findGap(deps());
    await clients.sql`update jobs set failed_at = now() where name = 'gap.repair'`;
    now = new Date(now.getTime() + 3 * MINUTE);
    expect(await findGap(deps())).toBe('repairing');
    const [job] = await clients.sql`select failed_at, queued_at from jobs where name = 'gap.repair'`;
    expect(job).toEqual({ failed_at: null, queued_at: null });
  });
});

it('an event that comes late under another name than it was recovered under is known as the same message', async () => {
  const card = wrote(an, 2, { type: 'recommended', text: 'danh thiếp' });
  await findGap(deps());
  await repair();
  const body = {
    sender: { id: an },
    recipient: { id: ids.oaId },
    event_name: 'user_send_business_card',
    message: { msg_id: card.messageId },
    timestamp: String(card.sentAt.getTime()),
  };
  const parsed = parseOaEvent(body, ids.oaId);
  if (parsed.kind !== 'event') throw new Error(parsed.why);
  const late = { id: 99, source: 'webhook' as const, eventAt: card.sentAt, receivedAt: now };
  expect(await hasRecoveredTwin(clients.db, late, parsed)).toBe(true);
  // What comes at once cannot have been recovered before, and is not looked up.
  expect(await hasRecoveredTwin(clients.db, { ...late, receivedAt: card.sentAt }, parsed)).toBe(false);
});
