import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../clock.ts';
import type { SimSettings } from '../control-api.ts';
import { APP_ID, type Kit, OA_SECRET, startKit } from '../testing/kit.ts';
import { asArray, asObject } from '../values.ts';
import { ANSWER_LIMIT_MS } from '../webhook/deliveries.ts';

/** §11.7, the webhook sender: one test per row. Its finer behaviour is in `webhook/*.test.ts`. */
let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(() => kit.stop());

const write = (text = 'Đèn đường hỏng') => kit.control.act(kit.citizen.id, { act: 'text', text });
const arrived = async (name = 'user_send_text') => {
  await kit.simulator.idle();
  return kit.receiver.named(name);
};
const webhook = (patch: Partial<SimSettings['webhook']>) => kit.control.settings({ webhook: patch });

/** §1.3, computed here and not by the simulator's own function. */
const macOf = (raw: string) => {
  const timestamp = String(asObject(JSON.parse(raw)).timestamp);
  return `mac=${createHash('sha256').update(`${APP_ID}${raw}${timestamp}${OA_SECRET}`).digest('hex')}`;
};

describe('§11.7 signature over the raw bytes', () => {
  it.each(['compact', 'spaced', 'escaped', 'shuffled'] as const)(
    'sign with mac= + SHA-256, body written %s',
    async (rawStyle) => {
      await webhook({ rawStyle });
      await write();
      const [event] = await arrived();
      expect(event?.headers['x-zevent-signature']).toBe(macOf(event?.raw ?? ''));
      expect(asObject(event?.body.message).text).toBe('Đèn đường hỏng');
    },
  );

  it('wrong signature', async () => {
    await webhook({ badSignature: true });
    await write();
    const [event] = await arrived();
    expect(event?.headers['x-zevent-signature']).toMatch(/^mac=[0-9a-f]{64}$/);
    expect(event?.headers['x-zevent-signature']).not.toBe(macOf(event?.raw ?? ''));
  });

  it('missing signature', async () => {
    await kit.control.sendWebhook({ event_name: 'user_send_text' }, { 'X-ZEvent-Signature': null });
    expect((await arrived())[0]?.headers).not.toHaveProperty('x-zevent-signature');
  });
});

describe('§11.7 redelivery', () => {
  it('abort after 2000 ms and count as failure', async () => {
    expect(ANSWER_LIMIT_MS).toBe(2000);
    kit.receiver.answerWith('silence');
    await write();
    await kit.simulator.idle();
    expect((await kit.control.wire()).at(-1)).toMatchObject({ title: 'user_send_text', status: 'timeout' });
    expect(kit.simulator.state().pendingDeliveries).toBe(1);
  });

  it('+30 s, +5 min, +15 min, +30 min, +1 h with num_retry; then the app is unsubscribed', async () => {
    kit.receiver.answerWith(500);
    await write();
    await kit.simulator.idle();
    for (const wait of [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR]) {
      await kit.control.advance(wait);
      await kit.simulator.idle();
    }
    const attempts = await arrived();
    expect(attempts.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5']);
    expect(new Set(attempts.map(({ raw }) => raw)).size).toBe(1);
    expect(kit.simulator.state().settings.webhook.subscribed).toBe(false);
    await write('Sau khi bị ngắt');
    expect(await arrived()).toHaveLength(6);
  });

  it.each([
    ['connection', 1],
    ['any-failure', 2],
  ] as const)('mode: retry on %s', async (retryOn, attempts) => {
    await webhook({ retryOn });
    kit.receiver.answerWith(500);
    await write();
    await kit.simulator.idle();
    await kit.control.advance(30 * SECOND);
    expect(await arrived()).toHaveLength(attempts);
  });
});

describe('§11.7 what may come differently', () => {
  it('duplicates', async () => {
    await webhook({ copies: 3 });
    await write();
    expect(new Set((await arrived()).map(({ raw }) => raw)).size).toBe(1);
    expect(await arrived()).toHaveLength(3);
  });

  it('reordering', async () => {
    await webhook({ delayMinMs: 0, delayMaxMs: 60 });
    const texts = Array.from({ length: 30 }, (_, index) => `câu ${index}`);
    for (const text of texts) await write(text);
    const order = (await arrived()).map(({ body }) => String(asObject(body.message).text));
    expect(order).not.toEqual(texts);
    expect(order.toSorted()).toEqual(texts.toSorted());
  });

  it('echoes before the API response', async () => {
    await kit.control.settings({ echo: 'before' });
    await write();
    const { data } = await kit.cs({ text: 'Đã tiếp nhận' });
    // Not waited for: it had arrived before the answer did.
    expect(asObject(kit.receiver.named('oa_send_text')[0]?.body.message).msg_id).toBe(data.message_id);
  });

  it('unknown event_name', async () => {
    await kit.control.sendWebhook({ event_name: 'user_follow_oa', timestamp: '1791342001000' });
    const [event] = await arrived('user_follow_oa');
    expect(event?.headers['x-zevent-signature']).toBe(macOf(event?.raw ?? ''));
  });

  it('missing user_id_by_app', async () => {
    await webhook({ omitUserIdByApp: true });
    await write();
    expect((await arrived())[0]?.body).not.toHaveProperty('user_id_by_app');
  });

  it('numeric timestamp', async () => {
    await webhook({ numericTimestamp: true });
    await write();
    const [event] = await arrived();
    expect(event?.body.timestamp).toEqual(expect.any(Number));
    expect(event?.headers['x-zevent-signature']).toBe(macOf(event?.raw ?? ''));
  });

  it('console check payload', async () => {
    expect((await kit.control.consoleCheck()).status).toBe(200);
    expect((await arrived())[0]?.body.message).toEqual({
      msg_id: 'This is message id',
      text: 'This is testing message',
    });
  });

  it('ids above 2^53', async () => {
    await write();
    const body = (await arrived())[0]?.body;
    for (const id of [asObject(body?.sender).id, asObject(body?.recipient).id, body?.user_id_by_app]) {
      expect(BigInt(String(id))).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    }
  });
});

describe('events that are lost', () => {
  it('an outage swallows them without a retry and without unsubscribing; §5 the conversation keeps them', async () => {
    await kit.control.outage();
    await write('Trong lúc mất sự kiện');
    await kit.control.console(kit.citizen.id, { act: 'text', text: 'Cán bộ trả lời lúc đó' });
    expect(kit.simulator.state().settings.webhook.subscribed).toBe(true);
    await kit.control.outage(false);
    await kit.control.advance(2 * HOUR);
    expect([...(await arrived()), ...(await arrived('oa_send_text'))]).toEqual([]);
    const page = await kit.get('/v2.0/oa/conversation', { user_id: kit.citizen.id, offset: 0, count: 10 });
    expect(asArray(page.body.data).map((item) => asObject(item).message)).toEqual([
      'Cán bộ trả lời lúc đó',
      'Trong lúc mất sự kiện',
    ]);
    await write('Sau đó');
    expect(await arrived()).toHaveLength(1);
  });

  it('a rate loses some of them for good', async () => {
    await webhook({ dropRate: 1 });
    await write('mất');
    await webhook({ dropRate: 0 });
    await write('còn');
    expect((await arrived()).map(({ body }) => asObject(body.message).text)).toEqual(['còn']);
    await expect(webhook({ dropRate: 2 })).rejects.toThrow('dropRate');
  });
});
