import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { chatTags, citizens, outboxMessages } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { removeTags, syncTags } from '../conversation/tags/sync-tags.ts';
import type { DeliveryDeps } from '../notifications/delivery/deps.ts';
import { sendReaction } from '../notifications/delivery/reaction.ts';
import { settleCall } from '../notifications/delivery/settle.ts';
import { putMessage } from '../notifications/outbox.ts';
import { seedReport } from '../public/testing/seed-report.ts';
import { hasChat } from './oa-user-id.ts';

const NOW = new Date('2026-10-05T03:00:00Z');
const NAMES = ['miniapp:5036271849506172839', 'merged:17', 'erased:00ff', 'anonymous:abc'];

let own: TestDatabase;
let database: DatabaseClients;
beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 2 });
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

test('only an id of Zalo’s is a chat', () => {
  expect(NAMES.filter((oaUserId) => hasChat({ oaUserId }))).toEqual([]);
  expect(hasChat({ oaUserId: '8170263549182736450' })).toBe(true);
});

test.each(NAMES)('nothing is asked of Zalo about %s: no tag, no icon, no window', async (oaUserId) => {
  const { db } = database;
  await seedReport(db, { oaUserId, agencyCode: 'ubnd-00199' });
  const [citizen] = await db.select().from(citizens).where(eq(citizens.oaUserId, oaUserId));
  if (!citizen) throw new Error('the citizen is there');
  const call = vi.fn(async () => ({ ok: true as const }));
  const now = () => NOW;
  const tags = { db, now, zalo: { tagUser: call, untagUser: call } };
  await db.insert(chatTags).values({ citizenId: citizen.id, tag: 'Đang xử lý', setAt: NOW });
  await syncTags(citizen.id, tags);
  await removeTags(citizen, tags);

  const zalo = { react: call, lastInteraction: call } as unknown as DeliveryDeps['zalo'];
  const planner = { settle: async () => {} } as unknown as DeliveryDeps['planner'];
  const deps = { db, now, zalo, planner, observe: () => {} } as unknown as DeliveryDeps;
  const message = async (key: string, state: 'queued' | 'sending') => {
    await putMessage(db, {
      citizenId: citizen.id,
      kind: 'received',
      text: 'x',
      idempotencyKey: `${oaUserId}${key}`,
      now: NOW,
    });
    const [row] = await db
      .update(outboxMessages)
      .set({ state })
      .where(eq(outboxMessages.idempotencyKey, `${oaUserId}${key}`))
      .returning();
    if (!row) throw new Error('the message is there');
    return row;
  };
  await sendReaction(await message('icon', 'queued'), citizen, { messageId: 'm', icon: '/-heart' }, deps);
  const refused = { ok: false, outcome: 'refused', code: -230, errorClass: 'outside_window', message: '' } as const;
  const claimed = {
    message: await message('cs', 'sending'),
    citizen,
    channel: 'cs',
    probing: [],
    withoutButtons: false,
  } as const;
  await settleCall(claimed as never, refused, null, deps);

  expect(call).not.toHaveBeenCalled();
  const rows = await db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, citizen.id));
  expect(
    rows
      .filter(({ idempotencyKey }) => idempotencyKey.startsWith(oaUserId))
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['held', 'refused']);
});
