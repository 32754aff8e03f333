import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import { asArray, asObject } from '../values.ts';
import { expectRefused } from './refused.ts';

/** §11.2, host openapi.zalo.me: who may call, whom, when, how often. What a message may look like is the other file. */
const NOON = Date.parse('2026-11-20T12:00:00+07:00');

let kit: Kit;
let now = NOON;
beforeEach(async () => {
  now = NOON;
  kit = await startKit({ now: () => now });
  await kit.control.act(kit.citizen.id, { act: 'follow' });
});
afterEach(() => kit.stop());

const cs = (text: unknown = 'Chào bạn') => kit.cs({ text });
const oa = (headers: Record<string, string>, query = '') => kit.call(`/v2.0/oa/getoa${query}`, { headers });

/** The kit's token dies after 25 hours; later calls need another. */
async function csLater() {
  const { access_token } = await kit.control.firstToken();
  const body = JSON.stringify({ recipient: { user_id: kit.citizen.id }, message: { text: 'Sau đó' } });
  return kit.call('/v3.0/oa/message/cs', { method: 'POST', headers: { access_token }, body });
}

describe('§11.2 token', () => {
  it('no access_token header, unknown token, Bearer prefix → -216', async () => {
    for (const headers of [{}, { access_token: 'x' }, { access_token: `Bearer ${kit.accessToken}` }]) {
      await expectRefused(oa(headers as Record<string, string>), -216, 'Access token is invalid');
    }
  });

  it('token older than 25 h → -220', async () => {
    await kit.control.advance(25 * HOUR);
    await expectRefused(cs(), -220, 'access_token is expired or removed');
  });

  it('token passed only as query parameter †', () => expectRefused(oa({}, `?access_token=${kit.accessToken}`)));
});

describe('§11.2 app and OA', () => {
  it.each([
    ['app not active', 'inactive', -209],
    ['product not registered', 'product-not-registered', -212],
    ['OA not authorised', 'oa-not-authorised', -223],
  ] as const)('%s', async (_row, appStatus, error) => {
    await kit.control.settings({ appStatus });
    await expectRefused(cs(), error);
  });

  it('OA on a free tier → -224', async () => {
    await kit.control.settings({ freeTier: true });
    await expectRefused(
      cs(),
      -224,
      'The OA needs to upgrade OA Tier Package to use this feature. See more on https://zalo.cloud/oa/pricing',
    );
  });

  it('more than 4000 requests in the minute → -32, with X-RateLimit headers always', async () => {
    expect(kit.simulator.state().settings.rateLimitPerMinute).toBe(4000);
    await kit.control.settings({ rateLimitPerMinute: 2 });
    const answers = [await cs(), await cs(), await cs()];
    expect(answers.map(({ error }) => error)).toEqual([0, 0, -32]);
    for (const { headers } of answers) {
      expect(headers.get('x-ratelimit-limit')).toBe('2');
      expect(headers.get('x-ratelimit-remain')).toMatch(/^\d+$/);
    }
    now += MINUTE;
    expect((await cs()).error).toBe(0);
  });
});

describe('§11.2 recipient', () => {
  it.each<[row: string, body: () => unknown]>([
    ['body not JSON', () => 'recipient=1'],
    ['user_id missing', () => ({ recipient: {}, message: { text: 'x' } })],
    ['user_id a number', () => ({ recipient: { user_id: 1 }, message: { text: 'x' } })],
    ['user_id not digits', () => ({ recipient: { user_id: 'abc' }, message: { text: 'x' } })],
  ])('%s → -201 user_id is invalid!', async (_row, body) => {
    await expectRefused(kit.post('/v3.0/oa/message/cs', body()), -201, 'user_id is invalid!');
  });

  it('user_id of another OA, or an app-scoped id †', async () => {
    await expectRefused(kit.cs({ text: 'x' }, { id: '8170263549182736450' }));
    await expectRefused(kit.cs({ text: 'x' }, { id: kit.citizen.idByApp }));
  });

  it('user never interacted → -232', async () => {
    await expectRefused(kit.cs({ text: 'x' }, await kit.control.addCitizen('Người Mới')), -232);
  });

  it('user blocked the OA / restricted the type → -244', async () => {
    await kit.control.act(kit.citizen.id, { act: 'block' });
    await expectRefused(cs(), -244);
  });

  it('user inactive > 45 days → -227', async () => {
    await kit.control.act(kit.citizen.id, { act: 'ban' });
    await expectRefused(cs(), -227);
  });

  it('user/detail of an unknown user → -213', async () => {
    const stranger = await kit.control.addCitizen('Người Lạ');
    await expectRefused(kit.get('/v3.0/oa/user/detail', { user_id: stranger.id }), -213);
  });
});

describe('§11.2 windows', () => {
  it('age ≤ 48 h: accepted with quota_type "reply" at any hour', async () => {
    for (const hours of [0, 10, 24]) {
      now = NOON + hours * HOUR;
      expect((await cs()).data.quota).toMatchObject({ quota_type: 'reply' });
    }
  });

  it('48 h < age ≤ 7 d: charged to sub_quota, then purchase_quota; both empty †', async () => {
    await kit.control.settings({ subQuota: 1, purchaseQuota: 1 });
    now = NOON + 48 * HOUR + 1;
    expect((await csLater()).data.quota).toMatchObject({ quota_type: 'sub_quota', remain: '0' });
    now = NOON + 7 * DAY;
    expect((await csLater()).data.quota).toMatchObject({ quota_type: 'purchase_quota', remain: '0' });
    await expectRefused(csLater());
  });

  it('last interaction > 7 × 24 h → -230', async () => {
    now = NOON + 7 * DAY + 1;
    await expectRefused(csLater(), -230);
  });
});

describe('§11.2 other calls', () => {
  it('POST /v2.0/oa/message to a normal user → -240', async () => {
    const body = { recipient: { user_id: kit.citizen.id }, message: { text: 'x' } };
    await expectRefused(kit.post('/v2.0/oa/message', body), -240);
  });

  it.each(['transaction', 'promotion'])('/message/%s † (discontinued)', async (path) => {
    await expectRefused(kit.post(`/v3.0/oa/message/${path}`, { recipient: { user_id: kit.citizen.id } }));
  });

  it('promotional send 22:00–05:59 Asia/Ho_Chi_Minh → -234', async () => {
    const send = () => kit.post('/v2.0/oa/message', { recipient: { target: {} }, message: {} });
    for (const hour of ['22:00', '23:59', '05:59']) {
      now = Date.parse(`2026-11-20T${hour}:00+07:00`);
      await expectRefused(send(), -234);
    }
    now = Date.parse('2026-11-20T06:00:00+07:00');
    expect((await send()).error).not.toBe(-234);
  });

  it.each([
    ['getlist offset > 9951', '/v3.0/oa/user/getlist', { offset: 9952, count: 1 }],
    ['getlist count > 50', '/v3.0/oa/user/getlist', { offset: 0, count: 51 }],
    ['listrecentchat count > 10', '/v2.0/oa/listrecentchat', { offset: 0, count: 11 }],
  ])('%s †', (_row, path, data) => expectRefused(kit.get(path, data)));

  it('conversation count > 10 †', async () => {
    await expectRefused(kit.get('/v2.0/oa/conversation', { user_id: kit.citizen.id, offset: 0, count: 11 }));
  });

  it('GET with ordinary query parameters instead of data= †', async () => {
    const path = `/v2.0/oa/conversation?user_id=${kit.citizen.id}&offset=0&count=10`;
    await expectRefused(kit.call(path, { headers: { access_token: kit.accessToken } }));
  });

  it('template by UID: unknown †, not UID-capable -249, not approved †; no ZCA -320, no money -321 (§3.12)', async () => {
    await kit.control.templates([{ id: '1' }, { id: '2', byUid: false }, { id: '3', approved: false }]);
    const send = (template_id: string) =>
      kit.post('/v3.0/oa/message/template', { user_id: kit.citizen.id, template_id, template_data: {} });
    await expectRefused(send('999'));
    await expectRefused(send('2'), -249, 'Template does not support send via UID');
    await expectRefused(send('3'));
    expect((await send('1')).error).toBe(0);
    await kit.control.settings({ zns: { zca: 'none' } });
    await expectRefused(send('1'), -320);
    await kit.control.settings({ zns: { zca: 'empty' } });
    await expectRefused(send('1'), -321);
  });

  it('anonymous send without conversation_id †', async () => {
    const { anonymousId } = await kit.control.anonymous('Cho hỏi');
    const body = { recipient: { anonymous_id: anonymousId }, message: { text: 'x' } };
    await expectRefused(kit.post('/v2.0/oa/message', body));
  });

  it('51st reaction on a message †', async () => {
    const [message] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'x' });
    const sender_action = { react_icon: '/-strong', react_message_id: message?.id };
    const react = () => kit.post('/v2.0/oa/message', { recipient: { user_id: kit.citizen.id }, sender_action });
    for (const { error } of await Promise.all(Array.from({ length: 50 }, react))) expect(error).toBe(0);
    await expectRefused(react());
  });
});

describe('§11.2 after every accepted send', () => {
  it.each(['before', 'after'] as const)('the echo comes %s the answer: same msg_id, no admin_id', async (echo) => {
    await kit.control.settings({ echo });
    const { data } = await cs();
    const early = kit.receiver.named('oa_send_text').length;
    await kit.simulator.idle();
    const [event] = kit.receiver.named('oa_send_text');
    expect(event?.body).toMatchObject({ message: { msg_id: data.message_id } });
    expect(event?.body.sender).not.toHaveProperty('admin_id');
    if (echo === 'before') expect(early).toBe(1);
  });

  it('then user_received_message and user_seen_message, when the phone says so', async () => {
    await kit.control.settings({ autoReceive: true, autoSee: true });
    await cs();
    await kit.simulator.idle();
    expect(kit.receiver.named('user_received_message')).toHaveLength(1);
    const [seen] = kit.receiver.named('user_seen_message');
    expect(asArray(asObject(seen?.body.message).msg_ids)).toHaveLength(1);
  });

  it('a refused message leaves neither chat nor echo', async () => {
    await expectRefused(cs(''));
    await kit.simulator.idle();
    expect(kit.receiver.named('oa_send_text')).toEqual([]);
  });
});
