import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../clock.ts';
import { type ApiAnswer, type Kit, startKit } from '../testing/kit.ts';

const MEGABYTE = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.4\n%%EOF');
const DOCX = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]);
const DOC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);

let kit: Kit;
let jpeg: Buffer;
let png: Buffer;
let gif: Buffer;

beforeAll(async () => {
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
  [jpeg, png, gif] = await Promise.all([
    blank.clone().jpeg().toBuffer(),
    blank.clone().png().toBuffer(),
    blank.clone().gif().toBuffer(),
  ]);
  kit = await startKit();
});
afterAll(() => kit.stop());

function expectRefused({ status, body, error }: ApiAnswer) {
  expect(status).toBe(200);
  expect(error).not.toBe(0);
  expect(body).not.toHaveProperty('data');
}

/** A valid start and padding: the size rule alone decides. */
const padded = (start: Buffer, bytes: number) => Buffer.concat([start, Buffer.alloc(bytes - start.length)]);

describe('§3.6 uploads', () => {
  it('image takes jpg and png, gif takes gif, and answer an attachment_id', async () => {
    for (const [path, bytes] of [
      ['image', jpeg],
      ['image', png],
      ['gif', gif],
    ] as const) {
      expect((await kit.upload(path, bytes)).body).toEqual({
        data: { attachment_id: expect.any(String) },
        error: 0,
        message: 'Success',
      });
    }
  });

  it('file takes pdf, doc, docx, csv and answers a token', async () => {
    const files: [string, Buffer][] = [
      ['a.pdf', PDF],
      ['a.doc', DOC],
      ['a.docx', DOCX],
      ['a.csv', Buffer.from('mã,tên\n1,Đèn')],
    ];
    for (const [name, bytes] of files) {
      const { error, data } = await kit.upload('file', bytes, { name });
      expect([name, error, typeof data.token]).toEqual([name, 0, 'string']);
    }
  });

  it('§11.2 wrong field name, wrong type, no multipart', async () => {
    expectRefused(await kit.upload('image', jpeg, { field: 'image' }));
    expectRefused(await kit.upload('image', gif));
    expectRefused(await kit.upload('gif', jpeg));
    expectRefused(await kit.upload('image', Buffer.from('<svg/>'), { name: 'anh.jpg' }));
    expectRefused(await kit.upload('file', jpeg, { name: 'anh.pdf' }));
    expectRefused(await kit.upload('file', DOCX, { name: 'a.xlsx' }));
    expectRefused(await kit.post('/v2.0/oa/upload/image', { file: 'x' }));
  });

  it('§11.2 image up to 1 MB, gif and file up to 5 MB', async () => {
    expect((await kit.upload('image', padded(jpeg, MEGABYTE))).error).toBe(0);
    expectRefused(await kit.upload('image', padded(jpeg, MEGABYTE + 1)));
    expect((await kit.upload('gif', padded(gif, 5 * MEGABYTE))).error).toBe(0);
    expectRefused(await kit.upload('gif', padded(gif, 5 * MEGABYTE + 1)));
    expectRefused(await kit.upload('file', padded(PDF, 5 * MEGABYTE + 1), { name: 'a.pdf' }));
  });

  it('§11.2 an attachment older than 7 days → -100 attachment_id was expired', async () => {
    const { data } = await kit.upload('image', jpeg);
    await kit.control.advance(7 * DAY + 1000);
    await kit.control.act(kit.citizen.id, { act: 'follow' });
    const { access_token } = await kit.control.firstToken();
    const elements = [{ media_type: 'image', attachment_id: data.attachment_id }];
    const message = { attachment: { type: 'template', payload: { template_type: 'media', elements } } };
    const answer = await kit.call('/v3.0/oa/message/cs', {
      method: 'POST',
      headers: { access_token },
      body: JSON.stringify({ recipient: { user_id: kit.citizen.id }, message }),
    });
    expect(answer.body).toEqual({ error: -100, message: 'attachment_id was expired' });
  });
});

describe('§3.6 5000 uploads a month', () => {
  it('§11.2 the 5001st is refused with -211, the next month starts anew', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'zalo-simulator-'));
    const stateFile = path.join(folder, 'state.json');
    const options = { stateFile, now: () => Date.parse('2026-11-30T23:00:00+07:00') };
    await (await startKit(options)).stop();
    const saved = JSON.parse(await readFile(stateFile, 'utf8'));
    await writeFile(stateFile, JSON.stringify({ ...saved, uploadsByMonth: { '2026-11': 4999 } }));

    const own = await startKit(options);
    const send = () => own.upload('file', PDF, { name: 'a.pdf' });
    expect((await send()).error).toBe(0);
    expect((await send()).body).toEqual({ error: -211, message: 'Out of quota' });
    await own.control.advance(2 * HOUR);
    expect((await send()).error).toBe(0);
    await own.stop();
    await rm(folder, { recursive: true });
  });
});
