import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock.ts';
import { type ApiAnswer, type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';
import type { JsonObject } from '../values.ts';

let kit: Kit;
let jpeg: Buffer;

beforeAll(async () => {
  jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
});

/** §0.3: HTTP 200, no data, a number and Zalo's text. */
function expectRefused(answer: ApiAnswer, error?: number, message?: string) {
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('data');
  if (error === undefined) expect(answer.error).not.toBe(0);
  else expect(answer.error).toBe(error);
  if (message !== undefined) expect(answer.body.message).toBe(message);
}

const media = (element: JsonObject, text?: string) => ({
  ...(text === undefined ? {} : { text }),
  attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
});
const withButtons = (buttons: unknown, text = 'Chọn') => ({
  text,
  attachment: { type: 'template', payload: { buttons } },
});
const query = (payload: string, title = 'Nút') => ({ title, type: 'oa.query.show', payload });

describe('§3.5 windows and price', () => {
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.stop());

  /** The tokens of the kit die after 25 hours; these tests look further. */
  async function csWithNewToken(text: string) {
    const { access_token } = await kit.control.firstToken();
    return kit.call('/v3.0/oa/message/cs', {
      method: 'POST',
      headers: { access_token },
      body: JSON.stringify({ recipient: { user_id: kit.citizen.id }, message: { text } }),
    });
  }

  it('§11.2 never interacted → -232', async () => {
    expectRefused(await kit.cs({ text: 'Chào' }), -232);
  });

  it.each(['follow', 'chatnow'] as const)('%s opens the window', async (act) => {
    await kit.control.act(kit.citizen.id, { act });
    expect((await kit.cs({ text: 'Chào' })).error).toBe(0);
  });

  it('unfollowing, reading and reacting are no interactions', async () => {
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    const { lastInteractionAt } = (await kit.control.state()).citizens[0] ?? {};
    const sent = await kit.cs({ text: 'Chào' });
    await kit.control.advance(HOUR);
    await kit.control.act(kit.citizen.id, { act: 'seen' });
    await kit.control.act(kit.citizen.id, { act: 'react', messageId: String(sent.data.message_id), icon: '/-heart' });
    await kit.control.act(kit.citizen.id, { act: 'unfollow' });
    expect((await kit.control.state()).citizens[0]?.lastInteractionAt).toBe(lastInteractionAt);
  });

  it('≤ 48 h free at any hour; then the package; then bought messages; then out of quota', async () => {
    await kit.control.settings({ subQuota: 1, purchaseQuota: 1 });
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    await kit.control.advance(47 * HOUR);
    expect((await csWithNewToken('Một')).data.quota).toMatchObject({ quota_type: 'reply' });
    await kit.control.advance(HOUR + MINUTE);
    expect((await csWithNewToken('Hai')).data.quota).toMatchObject({
      quota_type: 'sub_quota',
      remain: '0',
      total: '1',
    });
    expect((await csWithNewToken('Ba')).data.quota).toMatchObject({ quota_type: 'purchase_quota', remain: '0' });
    expectRefused(await csWithNewToken('Bốn'));
  });

  it('§11.2 more than 7 × 24 h → -230; the next message of the citizen opens it again', async () => {
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    await kit.control.advance(7 * DAY + MINUTE);
    expectRefused(await csWithNewToken('Chào'), -230);
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Còn ai không?' });
    expect((await csWithNewToken('Chào')).error).toBe(0);
  });

  it('§11.2 blocked → -244, banned → -227, and both can end', async () => {
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    await kit.control.act(kit.citizen.id, { act: 'block' });
    expectRefused(await kit.cs({ text: 'Chào' }), -244);
    await expect(kit.control.act(kit.citizen.id, { act: 'text', text: 'x' })).rejects.toThrow('chặn');
    await kit.control.act(kit.citizen.id, { act: 'unblock' });
    await kit.control.act(kit.citizen.id, { act: 'ban' });
    expectRefused(await kit.cs({ text: 'Chào' }), -227);
    await kit.control.act(kit.citizen.id, { act: 'unban' });
    expect((await kit.cs({ text: 'Chào' })).error).toBe(0);
  });

  it('a refused message charges nothing, leaves no trace in the chat and is not echoed', async () => {
    await kit.control.settings({ subQuota: 5 });
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    await kit.control.act(kit.citizen.id, { act: 'block' });
    await kit.cs({ text: 'Bị chặn' });
    await kit.simulator.idle();
    expect(kit.receiver.named('oa_send_text')).toEqual([]);
    expect((await kit.control.messages(kit.citizen.id)).some((message) => message.text === 'Bị chặn')).toBe(false);
    expect(kit.simulator.state().settings.subQuota).toBe(5);
  });
});

describe('§3.2 shapes, to a citizen whose window is open', () => {
  beforeAll(async () => {
    kit = await startKit();
    await kit.control.act(kit.citizen.id, { act: 'follow' });
  });
  afterAll(() => kit.stop());

  async function lastEcho(name: string) {
    await kit.simulator.idle();
    return kit.receiver.named(name).at(-1)?.body;
  }

  it('§3.4 the answer: ids as strings, sent_time as a string, quota', async () => {
    const { body } = await kit.cs({ text: 'Đã tiếp nhận phản ánh' });
    expect(body).toMatchObject({
      error: 0,
      message: 'Success',
      data: {
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
        user_id: kit.citizen.id,
        sent_time: expect.stringMatching(/^\d{13}$/),
        quota: { quota_type: 'reply', remain: '8', total: '8', owner_type: 'OA' },
      },
    });
  });

  it('§11.2 recipient missing, a number, not digits, an app-scoped id, a body that is not JSON', async () => {
    const send = (recipient: unknown) => kit.post('/v3.0/oa/message/cs', { recipient, message: { text: 'Chào' } });
    const text = 'user_id is invalid!';
    expectRefused(await send(undefined), -201, text);
    expectRefused(await send({ user_id: Number(kit.citizen.id) }), -201, text);
    expectRefused(await send({ user_id: 'abc' }), -201, text);
    expectRefused(await send({ user_id: kit.citizen.idByApp }));
    expectRefused(await send({ user_id: '1234567890123456789' }));
    const headers = { access_token: kit.accessToken };
    expectRefused(await kit.call('/v3.0/oa/message/cs', { method: 'POST', headers, body: 'user_id=1' }), -201, text);
  });

  it.each([{}, { text: '' }, { text: '  ' }, { text: 7 }, undefined, { attachment: null }])(
    '§11.2 empty message %j',
    async (message) => {
      expectRefused(await kit.cs(message));
    },
  );

  it('§11.2 2000 characters fit, 2001 do not; counted in code points after NFC', async () => {
    expect((await kit.cs({ text: 'ế'.repeat(2000) })).error).toBe(0);
    expect((await kit.cs({ text: 'ế'.normalize('NFD').repeat(2000) })).error).toBe(0);
    expect((await kit.cs({ text: '😀'.repeat(2000) })).error).toBe(0);
    expectRefused(await kit.cs({ text: 'a'.repeat(2001) }));
  });

  it('quotes a message of this chat, and ignores an unknown one (§11.2 †)', async () => {
    const [asked] = await kit.control.act(kit.citizen.id, { act: 'text', text: 'Bao giờ xong?' });
    await kit.cs({ text: 'Ngày mai', quote_message_id: asked?.id });
    expect((await kit.control.messages(kit.citizen.id)).at(-1)?.quoteId).toBe(asked?.id);
    expect((await kit.cs({ text: 'Không rõ', quote_message_id: 'ffffffffffffffffffff' })).error).toBe(0);
    expect((await kit.control.messages(kit.citizen.id)).at(-1)).not.toHaveProperty('quoteId');
  });

  it('an uploaded image arrives in the chat and can be fetched, full and small', async () => {
    const { data } = await kit.upload('image', jpeg);
    const sent = await kit.cs(media({ media_type: 'image', attachment_id: data.attachment_id }, 'Sau khi xử lý'));
    expect(sent.error).toBe(0);
    const echo = await lastEcho('oa_send_image');
    expect(shapeOf(echo)).toEqual(shapeOf(documentedSample('oa_send_image')));
    const message = (await kit.control.messages(kit.citizen.id)).at(-1);
    expect(message).toMatchObject({ from: 'app', kind: 'image', text: 'Sau khi xử lý' });
    const full = await fetch(message?.imageUrl ?? '');
    expect(Buffer.from(await full.arrayBuffer()).equals(jpeg)).toBe(true);
    const small = await fetch(message?.thumbnailUrl ?? '');
    expect(small.headers.get('content-type')).toBe('image/jpeg');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBeLessThanOrEqual(240);
  });

  it('an image by url needs no upload', async () => {
    expect((await kit.cs(media({ media_type: 'image', url: 'https://example.gov.vn/anh.jpg' }))).error).toBe(0);
  });

  it('§11.2 media: both url and attachment_id, neither, two elements, unknown type, unknown id', async () => {
    expectRefused(await kit.cs(media({ media_type: 'image', url: 'https://a.vn/1.jpg', attachment_id: 'x' })));
    expectRefused(await kit.cs(media({ media_type: 'image' })));
    expectRefused(await kit.cs(media({ media_type: 'poster', url: 'https://a.vn/1.jpg' })));
    const element = { media_type: 'image', url: 'https://a.vn/1.jpg' };
    const payload = { template_type: 'media', elements: [element, element] };
    expectRefused(await kit.cs({ attachment: { type: 'template', payload } }));
    expectRefused(await kit.cs(media({ media_type: 'image', attachment_id: 'unknown' })));
  });

  it('gif: needs width and height, and an id of the gif upload', async () => {
    const gif = await sharp(jpeg).gif().toBuffer();
    const { data } = await kit.upload('gif', gif, { name: 'a.gif' });
    const element = { media_type: 'gif', attachment_id: data.attachment_id };
    expectRefused(await kit.cs(media(element)));
    expect((await kit.cs(media({ ...element, width: 40, height: 30 }))).error).toBe(0);
    expect(shapeOf(await lastEcho('oa_send_gif'))).toEqual(shapeOf(documentedSample('oa_send_gif')));
    expectRefused(await kit.cs(media({ media_type: 'image', attachment_id: data.attachment_id })));
  });

  it('sticker', async () => {
    expect((await kit.cs(media({ media_type: 'sticker', attachment_id: 'bd31c0a95f' }))).error).toBe(0);
    expect(shapeOf(await lastEcho('oa_send_sticker'))).toEqual(shapeOf(documentedSample('oa_send_sticker')));
  });

  it('file by token', async () => {
    const { data } = await kit.upload('file', Buffer.from('%PDF-1.4 x'), { name: 'ket-qua.pdf' });
    const file = (token: unknown) => kit.cs({ attachment: { type: 'file', payload: { token } } });
    expect((await file(data.token)).error).toBe(0);
    expect(shapeOf(await lastEcho('oa_send_file'))).toEqual(shapeOf(documentedSample('oa_send_file')));
    expectRefused(await file('unknown'));
  });

  it('request_user_info: exactly one element, https picture; echoed as oa_send_list', async () => {
    const one = { title: 'UBND phường', subtitle: 'Xin thông tin', image_url: 'https://example.gov.vn/logo.png' };
    const ask = (elements: unknown[]) =>
      kit.cs({ attachment: { type: 'template', payload: { template_type: 'request_user_info', elements } } });
    expect((await ask([one])).error).toBe(0);
    expect(shapeOf(await lastEcho('oa_send_list'))).toEqual(shapeOf(documentedSample('oa_send_list')));
    expectRefused(await ask([]));
    expectRefused(await ask([one, one]));
    expectRefused(await ask([{ ...one, image_url: 'http://example.gov.vn/logo.png' }]));
  });

  it('§3.3 every documented button is accepted', async () => {
    const buttons = [
      { title: 'Mở', type: 'oa.open.url', payload: { url: 'https://zalo.me/s/1/' } },
      query('#a'),
      { ...query('#b'), type: 'oa.query.hide' },
      { title: 'Nhắn', type: 'oa.open.sms', payload: { content: 'Chào', phone_code: '84900000001' } },
      { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84900000001' } },
    ];
    expect((await kit.cs(withButtons(buttons))).error).toBe(0);
    expect((await kit.control.messages(kit.citizen.id)).at(-1)?.buttons).toEqual(buttons);
  });

  it.each<[string, unknown]>([
    ['six buttons', Array.from({ length: 6 }, () => query('#a'))],
    ['a title of 101 characters', [query('#a', 'x'.repeat(101))]],
    ['a payload of 1001 characters', [query('x'.repeat(1001))]],
    ['an unknown type', [{ title: 'A', type: 'oa.open.mini', payload: 'x' }]],
    ['no payload', [{ title: 'A', type: 'oa.query.show' }]],
    ['an address without https', [{ title: 'A', type: 'oa.open.url', payload: { url: 'http://a.vn' } }]],
    ['no title', [{ type: 'oa.query.show', payload: 'x' }]],
    ['no buttons', []],
  ])('§11.2 buttons with %s are refused', async (_what, buttons) => {
    expectRefused(await kit.cs(withButtons(buttons)));
  });

  it('§3.2 lists: five elements, not six; url of default_action without payload', async () => {
    const element = {
      title: 'Gửi phản ánh',
      subtitle: 'Kèm ảnh',
      image_url: 'https://a.vn/1.jpg',
      default_action: { type: 'oa.open.url', url: 'https://a.vn/' },
    };
    const list = (count: number) =>
      kit.cs({
        attachment: {
          type: 'template',
          payload: { template_type: 'list', elements: Array.from({ length: count }, () => element) },
        },
      });
    expect((await list(5)).error).toBe(0);
    expect(shapeOf(await lastEcho('oa_send_list'))).toEqual(shapeOf(documentedSample('oa_send_list')));
    expectRefused(await list(6));
    expectRefused(await list(0));
  });

  it('§3.2 the switch csButtons=reject refuses buttons and lists with -233, plain text still goes', async () => {
    await kit.control.settings({ csButtons: 'reject' });
    expectRefused(await kit.cs(withButtons([query('#a')])), -233);
    const list = { template_type: 'list', elements: [{ title: 'A' }] };
    expectRefused(await kit.cs({ attachment: { type: 'template', payload: list } }), -233);
    expect((await kit.cs({ text: 'Chữ thường' })).error).toBe(0);
    await kit.control.settings({ csButtons: 'accept' });
  });

  it('§3.12 an attachment that is no consultation message → -233', async () => {
    expectRefused(await kit.cs({ attachment: { type: 'audio', payload: {} } }), -233);
    expectRefused(await kit.cs({ attachment: { type: 'template', payload: { template_type: 'promotion' } } }), -233);
  });
});
