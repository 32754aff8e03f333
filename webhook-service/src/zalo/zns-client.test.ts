import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeZalo } from './testing/fake-zalo.ts';
import { createZnsClient, type ZnsClient } from './zns-client.ts';

const MESSAGE = {
  phone: '84900000001',
  templateId: '418273',
  data: { ma_phan_anh: 'HN-7K4M2Q' },
  trackingId: 'm17',
};
const SENT = {
  error: 0,
  message: 'Success',
  data: {
    msg_id: 'b81f60c2d94a7e3350ac',
    sent_time: '1791342015000',
    sending_mode: '1',
    quota: { dailyQuota: '500', remainingQuota: '499' },
  },
};

let zalo: Awaited<ReturnType<typeof startFakeZalo>>;
let client: ZnsClient;
beforeAll(async () => {
  zalo = await startFakeZalo();
  client = createZnsClient({
    businessUrl: zalo.url,
    timeoutMs: 5_000,
    getAccessToken: async () => ({ ok: true, token: 'token' }),
    refreshAccessToken: async () => ({ ok: true, token: 'fresh' }),
  });
});
afterAll(() => zalo.close());

describe('a template by phone (§4.1)', () => {
  it('goes out with the bare token and its tracking id', async () => {
    zalo.answer(SENT);
    expect(await client.send(MESSAGE)).toEqual({
      ok: true,
      messageId: 'b81f60c2d94a7e3350ac',
      sentAt: new Date(1791342015000),
      quotaType: null,
    });
    const [call] = zalo.heard;
    expect([call?.method, call?.url, call?.headers.access_token]).toEqual(['POST', '/message/template', 'token']);
    expect(JSON.parse(call?.body ?? '')).toEqual({
      phone: '84900000001',
      template_id: '418273',
      template_data: { ma_phan_anh: 'HN-7K4M2Q' },
      tracking_id: 'm17',
    });
  });

  it.each([
    ['a number with a leading zero', { ...MESSAGE, phone: '0900000001' }, -108],
    ['no tracking id', { ...MESSAGE, trackingId: '' }, -132],
    ['a tracking id of 49 characters', { ...MESSAGE, trackingId: 'm'.repeat(49) }, -132],
  ])('with %s costs no call', async (_what, message, code) => {
    zalo.answer(SENT);
    expect(await client.send(message)).toMatchObject({ outcome: 'refused', code });
    expect(zalo.heard).toEqual([]);
  });

  it('is tried once more with a fresh token after -124 (§2.3)', async () => {
    zalo.answer({ error: -124, message: 'Access token invalid' }, SENT);
    expect(await client.send(MESSAGE)).toMatchObject({ ok: true });
    expect(zalo.heard.map((call) => call.headers.access_token)).toEqual(['token', 'fresh']);
  });

  it('that Zalo refuses carries the class of this host (§4.4)', async () => {
    zalo.answer({ error: -118, message: 'Zalo account does not exist' });
    expect(await client.send(MESSAGE)).toMatchObject({ code: -118, errorClass: 'never_for_this_person' });
  });

  it('accepted without an id is as good as a lost answer', async () => {
    zalo.answer({ error: 0, message: 'Success', data: {} });
    expect(await client.send(MESSAGE)).toMatchObject({ ok: false, outcome: 'unknown' });
  });
});

describe('what the host knows (§4.1, §4.2)', () => {
  it.each([
    [-1, 'unknown'],
    [0, 'not_delivered'],
    [1, 'delivered'],
    ['1', 'delivered'],
    [7, 'unknown'],
  ])('status %s is %s', async (status, expected) => {
    zalo.answer({ error: 0, data: { status, delivery_time: '1791342016000' } });
    expect(await client.status('b81f60c2')).toMatchObject({ ok: true, status: expected });
    expect(zalo.heard[0]?.url).toBe('/message/status?message_id=b81f60c2');
  });

  it('tells quota and quality', async () => {
    zalo.answer({ error: 0, data: { dailyQuota: '500', remainingQuota: 499 } });
    expect(await client.quota()).toEqual({ ok: true, daily: 500, remaining: 499 });
    zalo.answer({ error: 0, data: { oaCurrentQuality: 'LOW', oa7dayQuality: 'constructed' } });
    expect(await client.quality()).toEqual({ ok: true, now: 'LOW', sevenDays: 'UNDEFINED' });
  });
});
