import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../../scripts/testing/database.ts';
import { matchEcho, recordReceipt, recordZnsReceipt } from '../outbox.ts';
import { accepted, type DeliveryDesk, lost, openDeliveryDesk } from './testing/delivery-desk.ts';

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = openDeliveryDesk(await createTestDatabase());
});
afterEach(() => desk?.close());

async function loseAnswer(channel: 'cs' | 'uid' | 'zns' | 'miniapp' | 'anonymous', over = {}) {
  const citizenId = await desk.citizen(over);
  const id = await desk.put(citizenId, 'Kết quả xử lý');
  desk.desk.channel = channel;
  for (const call of ['sendText', 'sendTemplate', 'zns', 'notify', 'sendAnonymous']) desk.tell(call, lost);
  await desk.deliver(citizenId);
  return { citizenId, id };
}

const inChat = (over: object) => ({
  ok: true,
  messages: [
    {
      messageId: 'z1',
      from: 'oa',
      userId: '1',
      sentAt: desk.now(),
      type: 'text',
      text: 'Kết quả xử lý',
      url: null,
      thumbnailUrl: null,
      ...over,
    },
  ],
});

describe('an answer lost in the chat', () => {
  test('waits for its echo without a second call', async () => {
    const { citizenId, id } = await loseAnswer('cs');
    expect(await desk.message(id)).toMatchObject({ state: 'unsure' });
    expect(await desk.costs(id)).toEqual(['reserved']);
    const echo = { citizenId, messageId: 'z1', text: 'Kết quả xử lý', now: desk.now() };
    expect(await desk.db.transaction((tx) => matchEcho(tx, echo))).toBe('matched');
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z1' });
    expect(await desk.costs(id)).toEqual(['spent']);
  });

  test('is settled by the conversation', async () => {
    const { citizenId, id } = await loseAnswer('cs');
    desk.pass(5_000);
    desk.tell('getConversation', inChat({}));
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z1' });
    expect(desk.called('sendText')).toHaveLength(1);
  });

  test('is sent again only when Zalo does not have it', async () => {
    const { citizenId, id } = await loseAnswer('cs');
    desk.pass(5_000);
    desk.tell('sendText', accepted('z2'));
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z2', attempts: 2 });
    expect(await desk.costs(id)).toEqual(['released', 'spent']);
  });

  test('is not sent again while the conversation cannot be read', async () => {
    const { citizenId, id } = await loseAnswer('cs');
    desk.pass(5_000);
    desk.tell('getConversation', lost);
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'unsure' });
    expect(desk.called('sendText')).toHaveLength(1);
  });

  test('whose sender died is treated the same', async () => {
    const citizenId = await desk.citizen();
    const id = await desk.put(citizenId, 'Kết quả xử lý');
    await desk.sql`update outbox_messages set state = 'sending', attempts = 1, channel = 'cs', claimed_at = ${desk.now().toISOString()}`;
    expect(await desk.deliver(citizenId)).toBe(1_000);
    desk.pass(90_000);
    desk.tell('getConversation', inChat({}));
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z1' });
    expect(desk.called('sendText')).toEqual([]);
  });
});

describe('an answer lost about a template to the account (§3.9: no tracking id)', () => {
  test('is settled by a message of that time which nobody else knows', async () => {
    const { citizenId, id } = await loseAnswer('uid');
    desk.pass(5_000);
    desk.tell('getConversation', inChat({ text: 'Mã HN-7K4M2Q: đã xử lý', type: 'template' }));
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z1' });
  });

  test('is not settled by an older one', async () => {
    const { citizenId, id } = await loseAnswer('uid');
    desk.pass(5_000);
    desk.tell('getConversation', inChat({ text: 'Mẫu tin', sentAt: new Date(desk.now().getTime() - 3_600_000) }));
    desk.tell('sendTemplate', accepted('z2'));
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'z2' });
  });
});

describe('an answer lost about a template by phone (§4.1)', () => {
  const receipt = (id: number) => ({
    messageId: 'zns-1',
    trackingId: `m${id}`,
    deliveredAt: desk.now(),
    now: desk.now(),
  });

  test('is settled by the receipt with our tracking id', async () => {
    const { id } = await loseAnswer('zns');
    expect(desk.called('zns')[0]?.[1]).toMatchObject({ trackingId: `m${id}`, phone: '84900000001' });
    expect(await desk.db.transaction((tx) => recordZnsReceipt(tx, receipt(id)))).toBe('receipt');
    expect(await desk.message(id)).toMatchObject({ state: 'received', zaloMessageId: 'zns-1' });
    expect(await desk.costs(id)).toEqual(['spent']);
  });

  test('is never repeated: after ten minutes it is held, with an incident; a late receipt still counts', async () => {
    const { citizenId, id } = await loseAnswer('zns');
    desk.pass(5_000);
    await desk.deliver(citizenId);
    desk.pass(600_000);
    await desk.deliver(citizenId);
    expect(desk.called('zns')).toHaveLength(1);
    expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: 'fate_unknown' });
    expect(await desk.incidents()).toEqual([`zalo_fate_unknown: message ${id}`]);
    await desk.db.transaction((tx) => recordZnsReceipt(tx, receipt(id)));
    expect(await desk.message(id)).toMatchObject({ state: 'received' });
  });

  test('a receipt before the id of our call is in is kept by its tracking id', async () => {
    const citizenId = await desk.citizen();
    const id = await desk.put(citizenId, 'Kết quả xử lý');
    desk.desk.channel = 'zns';
    desk.tell('zns', async () => {
      await desk.db.transaction((tx) => recordZnsReceipt(tx, receipt(id)));
      return accepted('zns-1');
    });
    await desk.deliver(citizenId);
    expect(await desk.message(id)).toMatchObject({ state: 'received', zaloMessageId: 'zns-1' });
  });

  test.each([['m999999'], ['PA-2026-000123-done'], [null]])('a receipt for %s is another app’s', async (trackingId) => {
    const foreign = { ...receipt(1), messageId: 'other', trackingId };
    expect(await desk.db.transaction((tx) => recordZnsReceipt(tx, foreign))).toBe('foreign');
  });
});

test('an answer lost about a Mini App notice is never asked for again: their next word brings the message', async () => {
  const { citizenId, id } = await loseAnswer('miniapp');
  desk.pass(5_000);
  await desk.deliver(citizenId);
  expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: 'fate_unknown' });
  expect([desk.called('notify').length, await desk.incidents()]).toEqual([1, []]);
});

test('an answer lost about an anonymous chat is settled by its echo alone; without one it waits for their next word', async () => {
  const { citizenId, id } = await loseAnswer('anonymous', { oaUserId: 'anonymous:a1', anonymousConversationId: 'c1' });
  expect(desk.called('sendAnonymous')[0]?.[1]).toEqual({ anonymousId: 'a1', conversationId: 'c1' });
  desk.pass(5_000);
  await desk.deliver(citizenId);
  expect(await desk.message(id)).toMatchObject({ state: 'unsure' });
  desk.pass(120_000);
  await desk.deliver(citizenId);
  expect(await desk.message(id)).toMatchObject({ state: 'held' });
  expect(desk.called('getConversation')).toEqual([]);
  const echo = { citizenId, messageId: 'z9', text: 'Kết quả xử lý', now: desk.now() };
  expect(await desk.db.transaction((tx) => matchEcho(tx, echo))).toBe('matched');
  expect(await desk.message(id)).toMatchObject({ state: 'accepted' });
});

test('states only move forward: a receipt first, then the answer, then an older receipt', async () => {
  const citizenId = await desk.citizen();
  const id = await desk.put(citizenId, 'Kết quả xử lý');
  desk.tell('sendText', async () => {
    await desk.db.transaction((tx) => recordReceipt(tx, 'z1', 'seen', desk.now()));
    return accepted('z1');
  });
  await desk.deliver(citizenId);
  expect(await desk.message(id)).toMatchObject({ state: 'seen' });
  await desk.db.transaction((tx) => recordReceipt(tx, 'z1', 'received', desk.now()));
  expect(await desk.message(id)).toMatchObject({ state: 'seen', receivedAt: desk.now() });
});
