import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../clock.ts';
import type { TemplateInput } from '../control-api.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';

/** §11.3, host business.openapi.zalo.me: one test per row, at HTTP 200. */
const MORNING = Date.parse('2026-11-20T09:00:00+07:00');
const NIGHT = Date.parse('2026-11-20T22:00:00+07:00');

const TEMPLATES: TemplateInput[] = [
  {
    id: '418273',
    parameters: ['ma_phan_anh', { name: 'han', type: 'DATE', maxLength: 20 }, { name: 'ghi_chu', require: false }],
  },
  { id: '1', foreign: true },
  { id: '2', approved: false },
  { id: '3', status: 'DISABLE' },
  { id: '4', quality: 'LOW' },
  { id: '5', noNight: true, parameters: ['ma'] },
  { id: '6', dailyQuota: 1, parameters: ['ma'] },
  { id: '7', byPhone: false },
  { id: '8', tag: 3, parameters: ['ma'] },
];

const GOOD = {
  template_id: '418273',
  template_data: { ma_phan_anh: 'HN-7K3M9QX', han: '17:00 25/11/2026' },
  tracking_id: 'HN-7K3M9QX-done',
  sending_mode: '1',
};

let kit: Kit;
let now = MORNING;
beforeEach(async () => {
  now = MORNING;
  kit = await startKit({ now: () => now });
  await kit.control.templates(TEMPLATES);
});
afterEach(() => kit.stop());

const send = (part: object = {}) => kit.zns({ phone: kit.citizen.phone, ...GOOD, ...part });
const short = (template_id: string) => send({ template_id, template_data: { ma: 'A1' } });

async function expectRefused(answer: ReturnType<typeof send>, error: number) {
  const { status, body } = await answer;
  expect([status, body.error]).toEqual([200, error]);
  expect(body).not.toHaveProperty('data');
}

describe('§11.3 what the host refuses', () => {
  it.each<[row: string, token: () => Record<string, string>]>([
    ['missing', () => ({})],
    ['unknown', () => ({ access_token: 'someone-else' })],
    ['Bearer', () => ({ access_token: `Bearer ${kit.accessToken}` })],
  ])('bad token, %s → -124', async (_row, token) => {
    const init = { method: 'POST', headers: token(), body: JSON.stringify({ phone: kit.citizen.phone, ...GOOD }) };
    await expectRefused(kit.call('/message/template', init), -124);
  });

  it('expired token → -124', async () => {
    await kit.control.advance(26 * HOUR);
    await expectRefused(send(), -124);
  });

  it.each(['0900000101', '900000101', '84', 'abc', 84_900_000_101])(
    'phone %s, not 84/+84 and digits → -108',
    async (phone) => {
      await expectRefused(send({ phone }), -108);
    },
  );

  it.each([
    ['unknown template', '999', -109],
    ['other OA’s template', '1', -117],
    ['not approved', '2', -131],
    ['disabled', '3', -146],
    ['disabled by quality (§4.3)', '4', -146],
    ['not a template by phone (§4.4)', '7', -145],
  ])('%s', async (_row, template_id, error) => {
    await expectRefused(send({ template_id }), error);
  });

  it.each<[row: string, data: unknown, error: number]>([
    ['template_data empty', {}, -111],
    ['template_data not an object', 'HN-7K3M9QX', -111],
    ['parameter missing', { ma_phan_anh: 'HN-7K3M9QX' }, -1122],
    ['parameter too long', { ...GOOD.template_data, ma_phan_anh: 'x'.repeat(31) }, -1121],
    ['wrong format', { ...GOOD.template_data, han: 'chiều mai' }, -1124],
    ['undefined key', { ...GOOD.template_data, khac: 'x' }, -112],
  ])('%s', async (_row, template_data, error) => {
    await expectRefused(send({ template_data }), error);
  });

  it('a length is counted after NFC (§0.3), and an optional parameter may be missing', async () => {
    const ghi_chu = 'ế'.repeat(30).normalize('NFD');
    expect((await send({ template_data: { ...GOOD.template_data, ghi_chu } })).error).toBe(0);
    expect((await send()).error).toBe(0);
  });

  it('tracking_id missing or longer than 48 → refused †', async () => {
    for (const tracking_id of [undefined, '', 'x'.repeat(49)]) {
      expect((await send({ tracking_id })).error).not.toBe(0);
    }
    expect((await send({ tracking_id: 'x'.repeat(48) })).error).toBe(0);
  });

  it('mode "development" to a non-admin → -127, with an empty wallet → -126', async () => {
    await expectRefused(send({ mode: 'development' }), -127);
    await kit.control.act(kit.citizen.id, { act: 'oaAdmin', on: true });
    expect((await send({ mode: 'development' })).error).toBe(0);
    await kit.control.settings({ zns: { developmentWallet: 'empty' } });
    await expectRefused(send({ mode: 'development' }), -126);
    await expectRefused(send({ mode: 'test' }), -132);
  });

  it('sending_mode: unknown → -161, "3" for tags 1 and 2 → -162, "3" without being white-listed → -161 (§4.4)', async () => {
    await expectRefused(send({ sending_mode: '2' }), -161);
    await expectRefused(send({ sending_mode: '3' }), -162);
    await expectRefused(send({ template_id: '8', template_data: { ma: 'A1' }, sending_mode: '3' }), -161);
  });

  it('no Zalo account on the number → -118', async () => {
    await expectRefused(send({ phone: '84900000999' }), -118);
  });

  it.each([
    ['refuses', 'account', -119],
    ['opted out of this kind', 'type', -139],
    ['opted out of this OA', 'oa', -141],
  ] as const)('%s', async (_row, what, error) => {
    await kit.control.act(kit.citizen.id, { act: 'znsRefuse', what });
    await expectRefused(send(), error);
    await kit.control.act(kit.citizen.id, { act: 'znsRefuse', what: null });
    expect((await send()).error).toBe(0);
  });

  it('daily quota used up → -144, until the next day of Viet Nam', async () => {
    await kit.control.settings({ zns: { dailyQuota: 1 } });
    expect((await send()).data.quota).toEqual({ dailyQuota: '1', remainingQuota: '0' });
    await expectRefused(send(), -144);
    now = Date.parse('2026-11-21T00:00:00+07:00');
    expect((await send()).error).toBe(0);
  });

  it('template quota used up → -147', async () => {
    expect((await short('6')).error).toBe(0);
    await expectRefused(short('6'), -147);
    expect((await send()).error).toBe(0);
  });

  it('no ZCA → -136, no money → -137, free tier → -135', async () => {
    await kit.control.settings({ zns: { zca: 'none' } });
    await expectRefused(send(), -136);
    await kit.control.settings({ zns: { zca: 'empty' } });
    await expectRefused(send(), -137);
    await kit.control.settings({ zns: { zca: 'funded' }, freeTier: true });
    await expectRefused(send(), -135);
  });

  it('22:00–06:00 with the night flag on the template → -133, without it allowed', async () => {
    now = NIGHT;
    await expectRefused(short('5'), -133);
    expect((await send()).error).toBe(0);
    now = Date.parse('2026-11-21T05:59:59+07:00');
    await expectRefused(short('5'), -133);
    now = Date.parse('2026-11-21T06:00:00+07:00');
    expect((await short('5')).error).toBe(0);
  });

  it('body empty → -121, not JSON → -122', async () => {
    const raw = (body: string) =>
      kit.call('/message/template', { method: 'POST', headers: { access_token: kit.accessToken }, body });
    await expectRefused(raw(''), -121);
    await expectRefused(raw('phone=84900000101'), -122);
    await expectRefused(raw('[]'), -122);
  });

  it('a refused message charges nothing and reaches nobody', async () => {
    await expectRefused(send({ template_data: {} }), -111);
    const { data } = await kit.call('/message/quota', { headers: { access_token: kit.accessToken } });
    expect(data.remainingQuota).toBe('500');
    expect(await kit.control.messages(kit.citizen.id)).toEqual([]);
  });
});

describe('§4.1 §1.11 what becomes of an accepted one', () => {
  it('the receipt names the phone and the tracking id, with X-ZEvent-Server: ZNS', async () => {
    const { data } = await send({ phone: `+${kit.citizen.phone}` });
    await kit.simulator.idle();
    const event = kit.receiver.named('user_received_message').at(-1);
    expect(shapeOf(event?.body)).toEqual(shapeOf(documentedSample('user_received_message.zns')));
    expect(event?.headers['x-zevent-server']).toBe('ZNS');
    expect(event?.body).toMatchObject({
      recipient: { id: kit.citizen.phone },
      message: { msg_id: data.msg_id, tracking_id: GOOD.tracking_id },
    });
    expect((await statusOf(data.msg_id)).status).toBe(1);
  });

  it('by hash the receipt names the hash', async () => {
    const hash_phone = createHash('sha256').update(kit.citizen.phone).digest('hex');
    expect((await kit.zns({ ...GOOD, hash_phone }, '/message/template/hashphone')).error).toBe(0);
    await kit.simulator.idle();
    expect(kit.receiver.named('user_received_message').at(-1)?.body).toMatchObject({ recipient: { id: hash_phone } });
    await expectRefused(kit.zns({ ...GOOD, hash_phone: kit.citizen.phone }, '/message/template/hashphone'), -108);
  });

  it('a phone that is off brings no receipt until it is on; the status call says so, and -1 of an unknown id', async () => {
    await kit.control.settings({ autoReceive: false });
    const { data } = await send();
    await kit.simulator.idle();
    expect(kit.receiver.named('user_received_message')).toEqual([]);
    expect((await statusOf(data.msg_id)).status).toBe(0);
    expect((await statusOf('b81f60c2d94a7e3350ac')).status).toBe(-1);
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    await kit.simulator.idle();
    expect((await statusOf(data.msg_id)).status).toBe(1);
    expect(kit.receiver.named('user_received_message')).toHaveLength(1);
  });

  it('is on the phone as a template, and in no conversation of the OA (§5)', async () => {
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    await send();
    expect((await kit.control.messages(kit.citizen.id)).at(-1)).toMatchObject({ channel: 'zns', templateId: '418273' });
    const page = await kit.get('/v2.0/oa/conversation', { user_id: kit.citizen.id, offset: 0, count: 10 });
    expect(page.body.data).toEqual([]);
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    await kit.simulator.idle();
    expect(kit.receiver.named('user_seen_message')).toEqual([]);
  });

  const statusOf = async (id: unknown) =>
    (await kit.call(`/message/status?message_id=${String(id)}`, { headers: { access_token: kit.accessToken } })).data;
});

describe('§4.2 §4.3 what can be asked', () => {
  const ask = (path: string) => kit.call(path, { headers: { access_token: kit.accessToken } });

  it('template/info/v2 tells parameters with their limits, and refuses a stranger’s template', async () => {
    const { data } = await ask('/template/info/v2?template_id=418273');
    expect(data).toMatchObject({ status: 'ENABLE', templateQuality: 'HIGH', price_sdt: 300, price_uid: 200 });
    expect(data.listParams).toContainEqual(
      expect.objectContaining({ name: 'han', type: 'DATE', maxLength: 20, require: true }),
    );
    await expectRefused(ask('/template/info/v2?template_id=1'), -117);
  });

  it('template/all pages by 100 at most and filters by status', async () => {
    const own = await ask('/template/all?offset=0&limit=100&status=1');
    expect(JSON.stringify(own.body.data)).toContain('418273');
    await expectRefused(ask('/template/all?offset=0&limit=101'), -132);
  });

  it('quality, quota and status change by the platform’s own acts, told as in the samples', async () => {
    await kit.control.templateQuality('418273', 'MEDIUM');
    await kit.control.templateQuality('418273', 'LOW');
    await kit.control.dailyQuota(2000);
    await kit.simulator.idle();
    for (const name of ['change_template_quality', 'change_oa_daily_quota', 'change_template_status']) {
      const event = kit.receiver.named(name).at(-1);
      expect(shapeOf(event?.body)).toEqual(shapeOf(documentedSample(name)));
      expect(event?.headers['x-zevent-server']).toBe('ZNS');
    }
    await expectRefused(send(), -146);
    expect((await ask('/message/quota')).data.dailyQuota).toBe('2000');
    expect((await ask('/quality')).data).toEqual({ oaCurrentQuality: 'HIGH', oa7dayQuality: 'HIGH' });
  });

  it('a fault strikes this host only when it is aimed at it', async () => {
    await kit.control.settings({ fault: 'error-216', faultHost: 'business' });
    await expectRefused(send(), -124);
    expect((await kit.get('/v2.0/oa/getoa', {})).error).toBe(0);
    await kit.control.settings({ fault: 'http500-after', faultCalls: 1 });
    const answer = await fetch(`${kit.simulator.url}/message/template`, {
      method: 'POST',
      headers: { access_token: kit.accessToken },
      body: JSON.stringify({ phone: kit.citizen.phone, ...GOOD }),
    });
    expect(answer.status).toBe(500);
    expect((await kit.control.messages(kit.citizen.id)).at(-1)).toMatchObject({ channel: 'zns' });
  });
});
