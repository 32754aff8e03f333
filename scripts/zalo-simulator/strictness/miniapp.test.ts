import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../clock.ts';
import { type Kit, MINI_APP_ID, MINI_APP_KEY, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';
import { asObject } from '../values.ts';
import { signMiniappEvent } from '../webhook/miniapp-signature.ts';

/** §11.5, host openapi.mini.zalo.me: one test per row; and the Mini App webhook of §7.5. */
const GOOD = {
  templateId: '00126fd75392bacce383',
  templateData: {
    title: 'Phản ánh đã xử lý',
    contentTitle: 'HN-7K3M9QX',
    contentDescription: 'Đèn đường đã được sửa',
    buttonText: 'Xem kết quả',
    buttonUrl: `https://zalo.me/s/${MINI_APP_ID}/reports/HN-7K3M9QX`,
  },
};

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
  await kit.control.notifyAllowed(kit.citizen.id);
});
afterEach(() => kit.stop());

async function expectRefused(answer: ReturnType<Kit['notify']>, err?: number) {
  const { status, body } = await answer;
  expect(status).toBe(200);
  expect(body.err).not.toBe(0);
  if (err !== undefined) expect(body.err).toBe(err);
  expect(body).not.toHaveProperty('data');
}

describe('§11.5 what the Open API refuses', () => {
  it('missing X-Api-Key → -104', () => expectRefused(kit.notify(GOOD, { 'X-Api-Key': undefined }), -104));
  it('wrong key → -102', () => expectRefused(kit.notify(GOOD, { 'X-Api-Key': 'Bearer another' }), -102));
  it('no "Bearer " prefix → refused †', () => expectRefused(kit.notify(GOOD, { 'X-Api-Key': MINI_APP_KEY })));

  it('IP not allowed → -113', async () => {
    await kit.control.settings({ miniapp: { ipAllowed: false } });
    await expectRefused(kit.notify(GOOD), -113);
  });

  it('scope missing → -112', async () => {
    await kit.control.settings({ miniapp: { scopeGranted: false } });
    await expectRefused(kit.notify(GOOD), -112);
  });

  it('unknown user, or the OA-scoped id (§9) → -110', async () => {
    await expectRefused(kit.notify(GOOD, { 'X-User-Id': '1234567890123456789' }), -110);
    await expectRefused(kit.notify(GOOD, { 'X-User-Id': kit.citizen.id }), -110);
  });

  it('another Mini App’s id → -114 (§7.4)', () => expectRefused(kit.notify(GOOD, { 'X-MiniApp-Id': '1' }), -114));

  it('user did not allow notifications → -111', async () => {
    await kit.control.notifyAllowed(kit.citizen.id, false);
    await expectRefused(kit.notify(GOOD), -111);
  });

  it.each(['title', 'contentTitle', 'contentDescription', 'buttonText', 'buttonUrl'])(
    'missing field %s → -100',
    async (field) => {
      const templateData = { ...GOOD.templateData, [field]: undefined };
      await expectRefused(kit.notify({ ...GOOD, templateData }), -100);
    },
  );

  it('missing user id, template id or body → -100', async () => {
    await expectRefused(kit.notify(GOOD, { 'X-User-Id': undefined }), -100);
    await expectRefused(kit.notify({ templateData: GOOD.templateData }), -100);
    await expectRefused(kit.notify('nothing'), -100);
  });

  it('invalid field, unknown template → -101', async () => {
    const templateData = { ...GOOD.templateData, buttonUrl: 'http://example.gov.vn' };
    await expectRefused(kit.notify({ ...GOOD, templateData }), -101);
    await expectRefused(kit.notify({ ...GOOD, templateId: 'ffffffffffffffffffff' }), -101);
  });

  it('too many to one person → -103, out of quota → -109, both until the next day', async () => {
    await kit.control.settings({ miniapp: { perPersonDaily: 1, dailyQuota: 2 } });
    expect((await kit.notify(GOOD)).body.err).toBe(0);
    await expectRefused(kit.notify(GOOD), -103);
    const other = (await kit.control.state()).citizens[1];
    await kit.control.notifyAllowed(other?.id ?? '');
    expect((await kit.notify(GOOD, { 'X-User-Id': other?.idByApp ?? '' })).body.err).toBe(0);
    await kit.control.settings({ miniapp: { perPersonDaily: 5 } });
    await expectRefused(kit.notify(GOOD), -109);
    await kit.control.advance(DAY);
    expect((await kit.notify(GOOD)).body.err).toBe(0);
  });

  it('an accepted one is a notice of the Mini App on the phone, answered with err and msg (§7.4)', async () => {
    expect((await kit.notify(GOOD)).body).toMatchObject({ err: 0, msg: expect.any(String), data: expect.any(Object) });
    expect(await kit.control.messages(kit.citizen.id)).toContainEqual(
      expect.objectContaining({ channel: 'miniapp', title: 'Phản ánh đã xử lý', receivedAt: expect.any(Number) }),
    );
    const { request } = (await kit.control.wire()).at(-1) ?? {};
    expect(request).not.toContain(MINI_APP_KEY);
  });
});

describe('§7.5 the Mini App webhook', () => {
  it('gives the documented test vector: sorted values and the Open API key, no mac=', () => {
    const vector = asObject(asObject(documentedSample('_index').signature_vectors).miniapp_webhook);
    const signed = signMiniappEvent(JSON.stringify(vector.body), String(vector.openApiKey));
    expect(signed).toBe(asObject(vector.header)['X-ZEvent-Signature']);
  });

  it('user.revoke.consent goes to its own address with the app-scoped id and its own signature', async () => {
    await kit.control.revokeConsent(kit.citizen.id);
    await kit.simulator.idle();
    const event = kit.receiver.named('user.revoke.consent').at(-1);
    expect(event?.path).toBe('/webhooks/zalo/miniapp');
    expect(shapeOf(event?.body)).toEqual(shapeOf(documentedSample('miniapp.user.revoke.consent')));
    expect(event?.body).toMatchObject({ appId: MINI_APP_ID, userId: kit.citizen.idByApp });
    expect(event?.headers['x-zevent-signature']).toBe(signMiniappEvent(event?.raw ?? '', MINI_APP_KEY));
  });

  it('comes although the OA’s events are off, and is tried once, because no retries are documented', async () => {
    await kit.control.settings({ webhook: { subscribed: false } });
    kit.receiver.answerWith(503);
    await kit.control.revokeConsent(kit.citizen.id);
    await kit.control.advance(10 * MINUTE);
    await kit.simulator.idle();
    expect(kit.receiver.named('user.revoke.consent')).toHaveLength(1);
  });

  it('with the switch on it is repeated up the ladder, and its failures do not unsubscribe the OA', async () => {
    await kit.control.settings({ miniapp: { webhookRetry: 'ladder' } });
    kit.receiver.answerWith(503);
    await kit.control.revokeConsent(kit.citizen.id);
    await kit.simulator.idle();
    for (const wait of [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE]) {
      await kit.control.advance(wait);
      await kit.simulator.idle();
    }
    expect(kit.receiver.named('user.revoke.consent')).toHaveLength(6);
    expect((await kit.control.state()).settings.webhook.subscribed).toBe(true);
  });
});
