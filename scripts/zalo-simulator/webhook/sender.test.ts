import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../../testing/wait-for.ts';
import { HOUR, MINUTE, SECOND } from '../clock.ts';
import type { SimulatorOptions } from '../simulator.ts';
import { APP_ID, type Kit, OA_SECRET, startKit } from '../testing/kit.ts';
import { startReceiver } from '../testing/receiver.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';
import { timestampOf } from './raw-body.ts';
import { signEvent } from './signature.ts';

let kit: Kit;
afterEach(() => kit.stop());

async function begin(settings: SimulatorOptions['settings'] = {}) {
  kit = await startKit({ settings });
}

const say = (text: string) => kit.control.act(kit.citizen.id, { act: 'text', text });

function rightSignature(raw: string): string {
  return signEvent({ appId: APP_ID, raw, timestamp: timestampOf(raw), oaSecret: OA_SECRET });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('§1.2 §1.3 the request', () => {
  it('is JSON with a right signature over the raw bytes, and without num_retry the first time', async () => {
    await begin();
    await say('Cột điện nghiêng');
    await kit.receiver.count(1);
    const [event] = kit.receiver.events;
    expect(event?.headers['content-type']).toBe('application/json');
    expect(event?.headers['x-zevent-signature']).toBe(rightSignature(event?.raw ?? ''));
    expect(event?.headers.num_retry).toBeUndefined();
  });

  it.each(['spaced', 'escaped', 'shuffled'] as const)(
    '§11.7 %s bytes carry the same event and sign as they are',
    async (rawStyle) => {
      await begin({ webhook: { rawStyle } });
      await say('Đường ngập');
      await kit.receiver.count(1);
      const [event] = kit.receiver.events;
      expect(event?.raw).not.toBe(JSON.stringify(documentedSample('user_send_text')));
      expect(event?.body).toMatchObject({ event_name: 'user_send_text', message: { text: 'Đường ngập' } });
      expect(event?.headers['x-zevent-signature']).toBe(rightSignature(event?.raw ?? ''));
      if (rawStyle === 'escaped') expect(event?.raw).toMatch(/^[\x20-\x7e]*$/);
    },
  );

  it('§11.7 numeric timestamp, missing user_id_by_app, wrong signature', async () => {
    await begin({ webhook: { numericTimestamp: true, omitUserIdByApp: true } });
    await say('Một');
    await kit.receiver.count(1);
    expect(typeof kit.receiver.events[0]?.body.timestamp).toBe('number');
    expect(kit.receiver.events[0]?.body).not.toHaveProperty('user_id_by_app');
    expect(kit.receiver.events[0]?.headers['x-zevent-signature']).toBe(
      rightSignature(kit.receiver.events[0]?.raw ?? ''),
    );

    await kit.control.settings({ webhook: { badSignature: true } });
    await say('Hai');
    await kit.receiver.count(2);
    expect(kit.receiver.events[1]?.headers['x-zevent-signature']).not.toBe(
      rightSignature(kit.receiver.events[1]?.raw ?? ''),
    );
  });

  it('§1.5 the console check posts the constant sample with foreign ids', async () => {
    await begin();
    expect(await kit.control.consoleCheck()).toEqual({ status: 200 });
    const { body } = kit.receiver.events[0] ?? {};
    expect(shapeOf(body)).toEqual(shapeOf(documentedSample('user_send_text.console-test')));
    expect(body).toMatchObject({ message: { msg_id: 'This is message id', text: 'This is testing message' } });
  });

  it('any body can be sent, signed as Zalo would, with headers added or taken away', async () => {
    await begin();
    const raw = '{ "event_name" : "no_such_event", "timestamp": 7 }';
    await kit.control.sendWebhook(raw, { 'X-ZEvent-Server': 'ZNS' });
    await kit.control.sendWebhook(raw, { 'x-zevent-signature': null });
    const [signed, bare] = kit.receiver.events;
    expect(signed?.raw).toBe(raw);
    expect(signed?.headers).toMatchObject({ 'x-zevent-server': 'ZNS', 'x-zevent-signature': rightSignature(raw) });
    expect(bare?.headers['x-zevent-signature']).toBeUndefined();
  });
});

describe('§1.4 redelivery', () => {
  it('the ladder is 30 s, 5 min, 15 min, 30 min, 1 h of the simulated clock; then the app is unsubscribed', async () => {
    await begin();
    kit.receiver.answerWith(500);
    await say('Nắp cống vỡ');
    await kit.receiver.count(1);
    for (const [index, wait] of [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR].entries()) {
      await waitFor(() => kit.simulator.state().pendingDeliveries === 1, { what: 'the next redelivery' });
      await kit.control.advance(wait - SECOND);
      expect(kit.receiver.events).toHaveLength(index + 1);
      await kit.control.advance(SECOND);
      await kit.receiver.count(index + 2);
      const event = kit.receiver.events[index + 1];
      expect(event?.headers.num_retry).toBe(String(index + 1));
      expect(event?.raw).toBe(kit.receiver.events[0]?.raw);
    }
    await waitFor(() => !kit.simulator.state().settings.webhook.subscribed, { what: 'unsubscribing' });

    kit.receiver.answerWith(200);
    await say('Không tới nơi');
    await kit.simulator.idle();
    expect(kit.receiver.events).toHaveLength(6);
    expect((await kit.control.wire()).at(-1)).toMatchObject({ status: 'refused', title: 'user_send_text' });

    await kit.control.resubscribe();
    await say('Lại tới nơi');
    await kit.receiver.count(7);
  });

  it('runs by itself on real time × retryScale, and stops at the first 200', async () => {
    await begin({ webhook: { retryScale: 0.001 } });
    kit.receiver.answerWith(503);
    await say('Cây đổ');
    await kit.receiver.count(2);
    kit.receiver.answerWith(200);
    await kit.receiver.count(3);
    await waitFor(() => kit.simulator.state().pendingDeliveries === 0, { what: 'an empty queue' });
    expect(kit.receiver.events.map((event) => event.headers.num_retry)).toEqual([undefined, '1', '2']);
  });

  it('an answer later than two seconds counts as a failure', async () => {
    await begin();
    kit.receiver.answerWith('silence');
    await say('Mất nước');
    await waitFor(() => kit.simulator.state().pendingDeliveries === 1, { what: 'a redelivery' });
    const entry = (await kit.control.wire()).at(-1);
    expect(entry).toMatchObject({ status: 'timeout', title: 'user_send_text' });
    expect(entry?.durationMs).toBeGreaterThanOrEqual(1990);
    expect(entry?.explanation).toContain('§1.2');
  });

  it('mode "connection": a bad answer or a cut connection is not repeated, a connection that could not be opened is', async () => {
    await begin({ webhook: { retryOn: 'connection' } });
    kit.receiver.answerWith(500);
    await say('Một');
    kit.receiver.answerWith('cut');
    await say('Hai');
    await kit.simulator.idle();
    expect(kit.simulator.state().pendingDeliveries).toBe(0);

    const port = await freePort();
    await kit.control.settings({ webhook: { url: `http://127.0.0.1:${port}/x` } });
    await say('Ba');
    await waitFor(() => kit.simulator.state().pendingDeliveries === 1, { what: 'a redelivery' });
    expect((await kit.control.wire()).at(-1)?.status).toBe('refused');

    const late = await startReceiver(port);
    await kit.control.advance(30 * SECOND);
    await late.count(1);
    expect(late.events[0]?.headers.num_retry).toBe('1');
    await late.close();
  });

  it('one entry of the wire can be delivered once more by hand', async () => {
    await begin();
    await say('Đèn hỏng');
    await kit.simulator.idle();
    const entry = (await kit.control.wire()).find((candidate) => candidate.title === 'user_send_text');
    expect(await kit.control.redeliver(entry?.seq ?? 0)).toEqual({ status: 200 });
    expect(kit.receiver.events[1]?.raw).toBe(kit.receiver.events[0]?.raw);
    expect(kit.receiver.events[1]?.headers.num_retry).toBe('1');
  });
});

describe('a burst', () => {
  it('of 300 events arrives whole, without time-outs of the simulator’s own making', async () => {
    await begin();
    await Promise.all(Array.from({ length: 300 }, (_, index) => say(`Tin ${index}`)));
    await kit.receiver.count(300);
    await kit.simulator.idle();
    expect((await kit.control.wire()).every((entry) => entry.status === 200)).toBe(true);
    // How long 300 connections take is the machine's affair; that none of them is given up is the simulator's.
  }, 30_000);

  it('an address that cannot be used at all counts as a connection that could not be opened', async () => {
    await begin({ webhook: { retryOn: 'connection' } });
    await expect(kit.control.settings({ webhook: { url: 'not a url' } })).rejects.toThrow('url');
    await kit.control.settings({ webhook: { url: 'http://127.0.0.1:1/x' } });
    await say('Không tới');
    await waitFor(() => kit.simulator.state().pendingDeliveries === 1, { what: 'a redelivery' });
  });
});

describe('§1.4 §11.7 duplicates, order and grant', () => {
  it('delivers each event as often as asked', async () => {
    await begin({ webhook: { copies: 3 } });
    await say('Ba lần');
    await kit.receiver.count(3);
    expect(new Set(kit.receiver.events.map((event) => event.raw)).size).toBe(1);
  });

  it('with a random delay events overtake each other, none is lost', async () => {
    await begin({ webhook: { delayMinMs: 0, delayMaxMs: 60 } });
    for (let index = 0; index < 25; index += 1) await say(`Tin ${index}`);
    await kit.receiver.count(25);
    const order = kit.receiver.events.map((event) => String((event.body.message as { text: string }).text));
    expect(new Set(order).size).toBe(25);
    expect(order).not.toEqual(Array.from({ length: 25 }, (_, index) => `Tin ${index}`));
  });

  it('moving the clock lets a delayed event go at once', async () => {
    await begin({ webhook: { delayMinMs: HOUR, delayMaxMs: HOUR } });
    await say('Đến muộn');
    expect(kit.simulator.state().pendingDeliveries).toBe(1);
    await kit.control.advance(HOUR);
    await kit.receiver.count(1);
  });

  it('§1.1 after the OA took its grant back only permission_revoked is sent', async () => {
    await begin();
    await kit.control.revoke();
    await say('Không ai nghe');
    await kit.simulator.idle();
    expect(kit.receiver.events.map((event) => event.name)).toEqual(['permission_revoked']);
    expect(shapeOf(kit.receiver.events[0]?.body)).toEqual(shapeOf(documentedSample('permission_revoked')));
    const unsent = (await kit.control.wire()).find((entry) => entry.title === 'user_send_text');
    expect(unsent?.explanation).toContain('§1.1');
  });
});
