import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../clock.ts';
import { type ApiAnswer, type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';

const MORNING = Date.parse('2026-11-20T09:00:00+07:00');

let kit: Kit;
beforeAll(async () => {
  kit = await startKit({ now: () => MORNING });
  await kit.control.act(kit.citizen.id, { act: 'follow' });
});
afterAll(() => kit.stop());

const legacy = (body: unknown) => kit.post('/v2.0/oa/message', body);
const lastEvent = async (name: string) => {
  await kit.simulator.idle();
  return kit.receiver.named(name).at(-1)?.body;
};
const expectRefused = ({ status, error }: ApiAnswer) => {
  expect(status).toBe(200);
  expect(error).not.toBe(0);
};

describe('§3.1 closed doors', () => {
  it('§11.2 v2 message to an ordinary user → -240', async () => {
    const answer = await legacy({ recipient: { user_id: kit.citizen.id }, message: { text: 'Chào' } });
    expect(answer.body).toEqual({
      error: -240,
      message: 'MessageV2 API has been shut down, please switch to MessageV3',
    });
  });

  it.each(['transaction', 'promotion'])('§11.2 /message/%s is discontinued', async (path) => {
    expectRefused(await kit.post(`/v3.0/oa/message/${path}`, { recipient: { user_id: kit.citizen.id } }));
  });

  it('§3.10 a broadcast between 22:00 and 05:59 Vietnamese time → -234', async () => {
    const night = await startKit({ now: () => Date.parse('2026-11-20T22:00:00+07:00') });
    const body = { recipient: { target: { gender: '0' } }, message: {} };
    expect((await night.post('/v2.0/oa/message', body)).error).toBe(-234);
    expect((await legacy(body)).error).not.toBe(-234);
    await night.stop();
  });
});

describe('§3.8 reactions', () => {
  const react = (react_message_id: string, react_icon = '/-strong') =>
    legacy({ recipient: { user_id: kit.citizen.id }, sender_action: { react_icon, react_message_id } });

  it('is told as oa_reacted_message; 50 fit on a message, the 51st does not, /-remove clears them', async () => {
    const [message] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Đèn hỏng' });
    const id = message?.id ?? '';
    for (let count = 0; count < 50; count += 1) expect((await react(id)).error).toBe(0);
    expectRefused(await react(id));
    expect((await react(id, '/-remove')).error).toBe(0);
    expect((await react(id, '/-heart')).error).toBe(0);
    expect(shapeOf(await lastEvent('oa_reacted_message'))).toEqual(shapeOf(documentedSample('oa_reacted_message')));
  });

  it('an unknown icon, an unknown message, a message of another chat', async () => {
    const other = await kit.control.addCitizen('Lý Thị Khác');
    const [theirs] = await kit.control.act(other.id, { act: 'text', text: 'Chào' });
    const [mine] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    expectRefused(await react(mine?.id ?? '', '/-thumbs'));
    expectRefused(await react('ffffffffffffffffffff'));
    expectRefused(await react(theirs?.id ?? ''));
  });

  it('needs no window: free also after seven days', async () => {
    const [message] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Cũ' });
    await kit.control.advance(8 * DAY);
    const { access_token } = await kit.control.firstToken();
    const sender_action = { react_icon: '/-strong', react_message_id: message?.id };
    const answer = await kit.call('/v2.0/oa/message', {
      method: 'POST',
      headers: { access_token },
      body: JSON.stringify({ recipient: { user_id: kit.citizen.id }, sender_action }),
    });
    await kit.control.resetClock();
    expect(answer.error).toBe(0);
  });
});

describe('§3.8 anonymous conversations', () => {
  it('both ids are needed; the echo is oa_send_anonymous_text', async () => {
    const { anonymousId, conversationId } = await kit.control.anonymous('Cho tôi hỏi giờ làm việc');
    expect(shapeOf(await lastEvent('anonymous_send_text'))).toEqual(shapeOf(documentedSample('anonymous_send_text')));
    const send = (recipient: object) => legacy({ recipient, message: { text: '7h30–17h00' } });
    const answer = await send({ anonymous_id: anonymousId, conversation_id: conversationId });
    expect(answer.data).toMatchObject({ anonymous_id: anonymousId, conversation_id: conversationId });
    expect(shapeOf(await lastEvent('oa_send_anonymous_text'))).toEqual(
      shapeOf(documentedSample('oa_send_anonymous_text')),
    );
    expectRefused(await send({ anonymous_id: anonymousId }));
    expectRefused(await send({ anonymous_id: 'unknown', conversation_id: conversationId }));
  });
});

describe('§3.9 template by UID', () => {
  const send = (template_id: string, template_data: object = { ma: 'A1', trang_thai: 'Xong' }) =>
    kit.post('/v3.0/oa/message/template', { user_id: kit.citizen.id, template_id, template_data });

  beforeAll(() =>
    kit.control.templates([
      { id: '418273', approved: true, byUid: true, parameters: ['ma', 'trang_thai'] },
      { id: '418274', approved: true, byUid: false, parameters: [] },
      { id: '418275', approved: false, byUid: true, parameters: [] },
    ]),
  );

  it('is paid and echoed as an ordinary OA event', async () => {
    const { purchaseQuota } = kit.simulator.state().settings;
    const { data } = await send('418273');
    expect(data).toMatchObject({
      user_id: kit.citizen.id,
      quota: { quota_type: 'purchase_quota', remain: purchaseQuota - 1 },
    });
    expect(shapeOf(await lastEvent('oa_send_template'))).toEqual(shapeOf(documentedSample('oa_send_template')));
  });

  it('§11.2 unknown, not by UID (-249), not approved, parameter missing, nothing left', async () => {
    expectRefused(await send('1'));
    expect((await send('418274')).error).toBe(-249);
    expectRefused(await send('418275'));
    expectRefused(await send('418273', { ma: 'A1' }));
    await kit.control.settings({ purchaseQuota: 0 });
    expectRefused(await send('418273'));
  });
});
