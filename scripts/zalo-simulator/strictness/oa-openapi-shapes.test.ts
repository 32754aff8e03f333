import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../clock.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import type { JsonObject } from '../values.ts';
import { expectRefused } from './refused.ts';

/** §11.2, host openapi.zalo.me: what a message and an upload may look like; the 5001st upload is in `oa/uploads.test.ts`. */
const MEGABYTE = 1024 * 1024;

let kit: Kit;
let jpeg: Buffer;
beforeAll(async () => {
  kit = await startKit();
  await kit.control.act(kit.citizen.id, { act: 'follow' });
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: '#a33' } });
  jpeg = await picture.jpeg().toBuffer();
});
afterAll(() => kit.stop());

const template = (payload: JsonObject, text?: string) => ({
  ...(text === undefined ? {} : { text }),
  attachment: { type: 'template', payload },
});
const media = (element: JsonObject) => template({ template_type: 'media', elements: [element] });
const buttons = (list: JsonObject[]) => template({ buttons: list }, 'Chọn');
const query = (payload: unknown, title = 'Nút') => ({ title, type: 'oa.query.show', payload });
const elements = (count: number) => Array.from({ length: count }, () => ({ title: 'Mục' }));
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

describe('§11.2 text', () => {
  it.each<[row: string, message: unknown]>([
    ['empty message', {}],
    ['no message at all', undefined],
    ['neither text nor attachment', { text: '' }],
    ['only white space', { text: ' \n' }],
  ])('%s †', (_row, message) => expectRefused(kit.cs(message)));

  it('text > 2000 characters, counted as NFC code points †', async () => {
    await expectRefused(kit.cs({ text: 'ế'.repeat(2001) }));
    expect((await kit.cs({ text: 'ế'.repeat(2000).normalize('NFD') })).error).toBe(0);
    expect((await kit.cs({ text: '😀'.repeat(2000) })).error).toBe(0);
  });

  it('quote_message_id unknown: accepted and ignored †', async () => {
    expect((await kit.cs({ text: 'Chào', quote_message_id: 'ffffffffffffffffffff' })).error).toBe(0);
    expect((await kit.control.messages(kit.citizen.id)).at(-1)).not.toHaveProperty('quoteId');
  });
});

describe('§11.2 buttons and lists', () => {
  it.each<[row: string, message: JsonObject]>([
    ['> 5 buttons', buttons(times(6, query('a')))],
    ['button title > 100', buttons([query('a', 'x'.repeat(101))])],
    ['oa.query payload > 1000', buttons([query('x'.repeat(1001))])],
    ['list > 5 elements', template({ template_type: 'list', elements: elements(6) })],
    ['unknown button type', buttons([{ title: 'Nút', type: 'oa.open.app', payload: 'a' }])],
    ['missing payload', buttons([{ title: 'Nút', type: 'oa.query.show' }])],
    [
      'oa.open.url without https URL',
      buttons([{ title: 'Nút', type: 'oa.open.url', payload: { url: 'http://a.vn' } }]),
    ],
  ])('%s †', (_row, message) => expectRefused(kit.cs(message)));

  it('the limits themselves fit', async () => {
    const most = buttons(times(5, query('x'.repeat(1000), 'x'.repeat(100))));
    expect((await kit.cs(most)).error).toBe(0);
    expect((await kit.cs(template({ template_type: 'list', elements: elements(5) }))).error).toBe(0);
  });

  it('switch cs.buttons = reject → -233 for both, plain text still goes', async () => {
    await kit.control.settings({ csButtons: 'reject' });
    const message = 'message type is invalid or not support';
    await expectRefused(kit.cs(buttons([query('a')])), -233, message);
    await expectRefused(kit.cs(template({ template_type: 'list', elements: elements(1) })), -233, message);
    expect((await kit.cs({ text: 'Chữ thường' })).error).toBe(0);
    await kit.control.settings({ csButtons: 'accept' });
  });
});

describe('§11.2 attachments', () => {
  const url = 'https://example.gov.vn/a.jpg';

  it.each<[row: string, message: JsonObject]>([
    ['media with both url and attachment_id', media({ media_type: 'image', url, attachment_id: 'x' })],
    ['media with neither', media({ media_type: 'image' })],
    ['gif without width/height', media({ media_type: 'gif', url })],
    ['unknown attachment_id', media({ media_type: 'image', attachment_id: 'unknown' })],
    ['unknown file token', { attachment: { type: 'file', payload: { token: 'unknown' } } }],
    [
      'request_user_info with two elements',
      template({ template_type: 'request_user_info', elements: times(2, { title: 'a', image_url: url }) }),
    ],
    [
      'request_user_info with a non-https image',
      template({ template_type: 'request_user_info', elements: [{ title: 'a', image_url: 'http://a.vn/b.png' }] }),
    ],
  ])('%s †', (_row, message) => expectRefused(kit.cs(message)));

  it('attachment older than 7 days → -100 attachment_id was expired', async () => {
    const own = await startKit();
    const { data } = await own.upload('image', jpeg);
    await own.control.advance(7 * DAY + HOUR);
    await own.control.act(own.citizen.id, { act: 'follow' });
    const { access_token } = await own.control.firstToken();
    const message = media({ media_type: 'image', attachment_id: data.attachment_id });
    const body = JSON.stringify({ recipient: { user_id: own.citizen.id }, message });
    const call = own.call('/v3.0/oa/message/cs', { method: 'POST', headers: { access_token }, body });
    await expectRefused(call, -100, 'attachment_id was expired');
    await own.stop();
  });
});

describe('§11.2 uploads', () => {
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');

  it('wrong field name †', () => expectRefused(kit.upload('image', jpeg, { field: 'image' })));
  it('> 1 MB image †', () => expectRefused(kit.upload('image', Buffer.concat([jpeg, randomBytes(MEGABYTE)]))));
  it('> 5 MB file †', () =>
    expectRefused(kit.upload('file', Buffer.concat([pdf, Buffer.alloc(5 * MEGABYTE)]), { name: 'a.pdf' })));
  it('> 5 MB gif †', () =>
    expectRefused(kit.upload('gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(5 * MEGABYTE)]))));
  it('wrong type †', async () => {
    await expectRefused(kit.upload('image', pdf));
    await expectRefused(kit.upload('file', jpeg, { name: 'a.pdf' }));
    await expectRefused(kit.upload('gif', jpeg, { name: 'a.gif' }));
  });
});
