import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOaClient, type OaClient } from './oa-client.ts';
import { startFakeZalo } from './testing/fake-zalo.ts';

const USER = '8170263549182736450';
const SENT = { error: 0, message: 'Success', data: { message_id: '298a044ebd4987394344', sent_time: '1791342001600' } };

let zalo: Awaited<ReturnType<typeof startFakeZalo>>;
let client: OaClient;
const remains: number[] = [];
beforeAll(async () => {
  zalo = await startFakeZalo();
  client = createOaClient({
    openapiUrl: zalo.url,
    timeoutMs: 5_000,
    getAccessToken: async () => ({ ok: true, token: 'token' }),
    refreshAccessToken: async () => ({ ok: true, token: 'fresh' }),
    onRateRemain: (remain) => remains.push(remain),
  });
});
afterAll(() => zalo.close());
beforeEach(() => zalo.answer(SENT));

const heardBody = (): unknown => JSON.parse(Buffer.from(zalo.heard[0]?.body ?? '', 'latin1').toString('utf8'));
const heardPath = () => `${zalo.heard[0]?.method} ${zalo.heard[0]?.url}`;
const data = (url = '') => JSON.parse(decodeURIComponent(url.split('?data=')[1] ?? 'null')) as unknown;

describe('a consultation message (§3.2)', () => {
  it('quotes by `quote_message_id`', async () => {
    await client.sendText(USER, 'Cảm ơn anh/chị', { quoteMessageId: '0fbda1197a621b7f1492' });
    expect(heardPath()).toBe('POST /v3.0/oa/message/cs');
    expect(heardBody()).toEqual({
      recipient: { user_id: USER },
      message: { text: 'Cảm ơn anh/chị', quote_message_id: '0fbda1197a621b7f1492' },
    });
  });

  it('carries buttons without a template type (§3.3)', async () => {
    const buttons = [
      { title: 'Hài lòng', say: 'Hài lòng HN-7K4M2Q' },
      { title: 'Xem chi tiết', url: 'https://zalo.me/s/3350917264850192736/reports/HN-7K4M2Q' },
    ];
    await client.sendText(USER, 'Phản ánh đã được xử lý', { buttons });
    expect(heardBody()).toMatchObject({
      message: {
        text: 'Phản ánh đã được xử lý',
        attachment: {
          type: 'template',
          payload: {
            buttons: [
              { title: 'Hài lòng', type: 'oa.query.show', payload: 'Hài lòng HN-7K4M2Q' },
              {
                title: 'Xem chi tiết',
                type: 'oa.open.url',
                payload: { url: 'https://zalo.me/s/3350917264850192736/reports/HN-7K4M2Q' },
              },
            ],
          },
        },
      },
    });
  });

  it('with a picture names the uploaded one, and no buttons beside it', async () => {
    await client.sendText(USER, 'Ảnh sau khi xử lý', {
      imageAttachmentId: 'wESbL53O',
      buttons: [{ title: 'Hài lòng', say: 'Hài lòng' }],
    });
    expect(heardBody()).toEqual({
      recipient: { user_id: USER },
      message: {
        text: 'Ảnh sau khi xử lý',
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'wESbL53O' }] },
        },
      },
    });
  });

  it.each([
    ['six buttons', Array.from({ length: 6 }, () => ({ title: 'Có', say: 'Có' })), -210],
    ['a title of 101 characters', [{ title: 'ế'.repeat(101), say: 'Có' }], -210],
    ['words of 1001 characters', [{ title: 'Có', say: 'ế'.repeat(1001) }], -210],
    ['an address without https', [{ title: 'Xem', url: 'http://phan-anh.example' }], -201],
    ['a button without a title', [{ title: ' ', say: 'Có' }], -201],
  ])('with %s is our bug and costs no call', async (_what, buttons, code) => {
    expect(await client.sendText(USER, 'Chọn', { buttons })).toMatchObject({ errorClass: 'our_bug', code });
    expect(zalo.heard).toEqual([]);
  });
});

describe('other messages', () => {
  it('to an anonymous person name both ids (§3.8)', async () => {
    const sent = await client.sendAnonymous({ anonymousId: 'a1', conversationId: 'c1' }, 'Xin chào');
    expect(sent).toMatchObject({ ok: true, messageId: '298a044ebd4987394344', sentAt: new Date(1791342001600) });
    expect(heardPath()).toBe('POST /v2.0/oa/message');
    expect(heardBody()).toEqual({
      recipient: { anonymous_id: 'a1', conversation_id: 'c1' },
      message: { text: 'Xin chào' },
    });
  });

  it('a reaction is an action on their message (§3.8)', async () => {
    zalo.answer({ error: 0, message: 'Success', data: {} });
    expect(await client.react(USER, { messageId: 'm1', icon: '/-strong' })).toEqual({ ok: true });
    expect(heardBody()).toEqual({
      recipient: { user_id: USER },
      sender_action: { react_icon: '/-strong', react_message_id: 'm1' },
    });
  });

  it('a template goes by user id (§3.9)', async () => {
    await client.sendTemplate(USER, { templateId: '418273', data: { ma_phan_anh: 'HN-7K4M2Q' } });
    expect(heardPath()).toBe('POST /v3.0/oa/message/template');
    expect(heardBody()).toEqual({
      user_id: USER,
      template_id: '418273',
      template_data: { ma_phan_anh: 'HN-7K4M2Q' },
    });
  });
});

describe('a picture (§3.6)', () => {
  it('is uploaded as a form with the field `file`, the same bytes', async () => {
    zalo.answer({ error: 0, message: 'Success', data: { attachment_id: 'wESbL53O' } });
    expect(await client.uploadImage(Buffer.from('JPEG-BYTES'))).toEqual({ ok: true, attachmentId: 'wESbL53O' });
    const [call] = zalo.heard;
    expect(heardPath()).toBe('POST /v2.0/oa/upload/image');
    expect(call?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(call?.body).toMatch(/name="file"; filename="anh.jpg"[\s\S]*JPEG-BYTES/);
  });

  it('above 1 MB is our bug and costs no call', async () => {
    expect(await client.uploadImage(Buffer.alloc(1024 * 1024 + 1))).toMatchObject({ code: -210 });
    expect(zalo.heard).toEqual([]);
  });

  it('whose id is missing in the answer may be uploaded or not', async () => {
    zalo.answer({ error: 0, data: {} });
    expect(await client.uploadImage(Buffer.from('x'))).toMatchObject({ ok: false, outcome: 'unknown' });
  });
});

describe('chats, tags and people (§5)', () => {
  it('recent chats are a bare array, ten at most', async () => {
    zalo.answer({
      error: 0,
      data: [
        { src: 1, time: 1791342000000, type: 'text', message: 'Xin chào', message_id: 'm1', from_id: USER, to_id: '2' },
      ],
    });
    expect(await client.listRecentChats({ offset: 20, count: 50 })).toMatchObject({
      ok: true,
      messages: [{ messageId: 'm1', userId: USER, from: 'user', text: 'Xin chào' }],
    });
    expect(heardPath()).toMatch(/^GET \/v2.0\/oa\/listrecentchat\?data=/);
    expect(data(zalo.heard[0]?.url)).toEqual({ offset: 20, count: 10 });
  });

  it.each([
    ['tagUser', '/v2.0/oa/tag/tagfollower'],
    ['untagUser', '/v2.0/oa/tag/rmfollowerfromtag'],
  ] as const)('%s sends the id as text: a number would lose digits', async (method, path) => {
    zalo.answer({ error: 0, message: 'Success' });
    expect(await client[method](USER, 'Đang xử lý'.normalize('NFD'))).toEqual({ ok: true });
    expect(heardPath()).toBe(`POST ${path}`);
    expect(heardBody()).toEqual({ user_id: USER, tag_name: 'Đang xử lý'.normalize('NFC') });
  });

  it('the last interaction is read as a time; somebody who never wrote has none (§3.7)', async () => {
    zalo.answer({ error: 0, data: { last_interaction: '1791342000000' } }, { error: 0, data: {} });
    expect(await client.lastInteraction(USER)).toEqual({ ok: true, at: new Date(1791342000000) });
    expect(await client.lastInteraction(USER)).toEqual({ ok: true, at: null });
  });
});

it('what is left of the minute is told with every answer (§3.11)', async () => {
  remains.length = 0;
  await client.sendText(USER, 'Xin chào');
  expect(remains).toEqual([3999]);
});
