import { readdir } from 'node:fs/promises';
import { and, eq, ne } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { citizens, drafts, photos } from '../../../db/schema/index.ts';
import type { RunningApp } from '../public/testing/running-app.ts';
import { type CitizenCity, startCitizenCity } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
let running: RunningApp;
let writer: MiniApp;
let people = 0;
beforeAll(async () => {
  city = await startCitizenCity();
  running = city.running;
});
beforeEach(async () => {
  writer = await city.someone(`uploader-${++people}`);
});
afterAll(() => running?.stop());

let shade = 0;
const picture = () => {
  shade += 1;
  return sharp({
    create: { width: 48, height: 32, channels: 3, background: { r: (shade * 13) % 250, g: (shade * 31) % 250, b: 30 } },
  })
    .jpeg()
    .toBuffer();
};

interface Link {
  url: string;
  expiresAt: string;
  mostBytes: number;
  mostPhotos: number;
}
const linkOf = async (person = writer) => (await person.post('/draft/upload-link')).json<Link>();

/** As the phone does it: no headers of ours, whatever field names. */
async function picks(url: string, files: readonly [field: string, bytes: Buffer][], remoteAddress = '203.0.113.9') {
  const form = new FormData();
  form.append('note', 'not a file');
  for (const [field, bytes] of files) form.append(field, new Blob([new Uint8Array(bytes)]), `${field}.bin`);
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await running.app.inject({
    ...{ method: 'POST', url: pathOf(url), remoteAddress },
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() };
}
const pathOf = (url: string) => url.slice(url.indexOf('/api/'));

async function photosOf({ citizenId }: MiniApp) {
  const rows = await running.db
    .select({ photo: photos })
    .from(photos)
    .innerJoin(drafts, eq(drafts.id, photos.draftId))
    .where(and(eq(drafts.citizenId, citizenId), ne(photos.state, 'refused')));
  return rows.map(({ photo }) => photo);
}

describe('the address for Zalo’s picker', () => {
  test('is absolute, good for ten minutes, and says how much may be chosen', async () => {
    const { url, expiresAt, ...most } = await linkOf();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/citizen\/uploads\?token=[\w-]{59}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(595_000);
    expect(most).toEqual({ mostBytes: 15 * 1024 * 1024, mostPhotos: 10 });
    await picks(url, [['file', await picture()]]);
    expect((await linkOf()).mostPhotos).toBe(9);
  });

  test('is for those who are signed in', async () => {
    const answer = await running.app.inject({ method: 'POST', url: '/api/citizen/draft/upload-link' });
    expect(answer.statusCode).toBe(401);
  });
});

describe('photos from Zalo’s picker', () => {
  test('one or several, under whatever name, are photos of the draft, and answered as the picker wants it', async () => {
    const { url } = await linkOf();
    const { status, type, body } = await picks(url, [
      ['file', await picture()],
      ['files[]', await picture()],
    ]);
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    const ids = (await photosOf(writer)).map(({ id }) => String(id));
    const urls = ids.map((id) => expect.stringMatching(new RegExp(`^http://127.*/api/citizen/photos/${id}$`)));
    expect(body).toEqual({ error: 0, message: 'Success', data: { urls, ids } });
    for (const address of body.data.urls as string[])
      expect((await writer.get(pathOf(address).replace('/api/citizen', ''))).statusCode).toBe(200);
    const { draft } = (await writer.get('/draft')).json();
    expect(draft.photos.map(({ state }: { state: string }) => state)).toEqual(['stored', 'stored']);
  });

  test('sent again are the same photos, by another address, too; in the next draft they are new ones', async () => {
    const bytes = await picture();
    const first = await picks((await linkOf()).url, [['file', bytes]]);
    const again = await picks((await linkOf()).url, [['file', bytes]]);
    expect(again.body).toEqual(first.body);
    expect(await photosOf(writer)).toHaveLength(1);
    await writer.post('/draft/cancel');
    const anew = await picks((await linkOf()).url, [['file', bytes]]);
    expect(anew.body.error).toBe(0);
    expect(anew.body.data.ids).not.toEqual(first.body.data.ids);
  });

  test('at once are one photo, when they are one', async () => {
    const [bytes, { url }] = [await picture(), await linkOf()];
    const answers = await Promise.all([1, 2, 3].map(() => picks(url, [['file', bytes]])));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await photosOf(writer)).toHaveLength(1);
  });

  test('and the own upload of the Mini App go into one draft, within one limit', async () => {
    const { url } = await linkOf();
    for (let count = 0; count < 4; count++)
      await writer.upload('/draft/photos', await picture(), { 'idempotency-key': `own-${people}-${count}` });
    const six = await Promise.all(Array.from({ length: 6 }, async () => ['file', await picture()] as [string, Buffer]));
    expect((await picks(url, six)).body.error).toBe(0);
    const more = await picks(url, [['file', await picture()]]);
    expect(more.body).toMatchObject({ error: -1, code: 'too_many_photos' });
    expect(await photosOf(writer)).toHaveLength(10);
    const link = await writer.post('/draft/upload-link');
    expect([link.statusCode, link.json().code]).toEqual([409, 'too_many_photos']);
  });
});

describe('what is refused', () => {
  const failure = (code: string, message = expect.stringMatching(/^[A-ZĐ].*\.$/u)) => ({ error: -1, message, code });

  test.each(['', '?token=', '?token=x', `?token=${'A'.repeat(59)}`, `?token=${'A'.repeat(300)}`, '?token=a&token=b'])(
    'an address nobody was given: "%s"',
    async (query) => {
      const answer = await picks(`/api/citizen/uploads${query}`, [['file', await picture()]]);
      expect([answer.status, answer.body]).toEqual([200, failure('upload_link_invalid')]);
    },
  );

  test('an address of somebody who was erased since', async () => {
    const { url } = await linkOf();
    await running.db.update(citizens).set({ erasedAt: new Date() }).where(eq(citizens.id, writer.citizenId));
    expect((await picks(url, [['file', await picture()]])).body).toEqual(failure('upload_link_invalid'));
  });

  test('no photo, no file at all, no multipart', async () => {
    const { url } = await linkOf();
    expect((await picks(url, [['file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]])).body).toEqual(
      failure('not_an_image'),
    );
    expect((await picks(url, [])).body).toEqual(failure('photo_missing'));
    for (const [type, payload] of [
      ['application/json', '{}'],
      ['application/json', '{'],
      ['image/jpeg', 'x'],
    ] as const) {
      const headers = { 'content-type': type };
      const answer = await running.app.inject({ method: 'POST', url: pathOf(url), payload, headers });
      expect([answer.statusCode, answer.json().error]).toEqual([200, -1]);
    }
    expect(await photosOf(writer)).toEqual([]);
  });

  test('more than 15 MB, or more than ten at once', async () => {
    const { url } = await linkOf();
    const large = Buffer.concat([await picture(), Buffer.alloc(15 * 1024 * 1024)]);
    expect((await picks(url, [['file', large]])).body).toEqual(failure('photo_too_large'));
    const one = await picture();
    const eleven = Array.from({ length: 11 }, () => ['file', one] as [string, Buffer]);
    expect((await picks(url, eleven)).body).toMatchObject({ error: -1, code: 'too_many_photos' });
  });

  test('halfway: what came before is in the draft, the person is told, and no file is without its row', async () => {
    const { url } = await linkOf();
    const good = await picture();
    const files: [string, Buffer][] = [
      ['a', good],
      ['b', Buffer.from('not a picture at all')],
      ['c', await picture()],
    ];
    const answer = await picks(url, files);
    const message = 'Đã thêm 1 ảnh. Ảnh tiếp theo: Tệp gửi lên không phải là ảnh. Xin gửi ảnh JPEG hoặc PNG.';
    expect(answer.body).toEqual(failure('not_an_image', message));
    expect(await photosOf(writer)).toHaveLength(1);
    // Without the bad one, the same again: two photos.
    expect(
      (
        await picks(
          url,
          files.filter(([name]) => name !== 'b'),
        )
      ).body.data.ids,
    ).toHaveLength(2);
    const rows = await running.db.select().from(photos).where(eq(photos.state, 'stored'));
    const kept = new Set(rows.flatMap(({ storageKey, thumbnailKey }) => [storageKey, thumbnailKey]));
    for (const file of (await readdir(running.mediaDir, { recursive: true })).filter((name) => name.endsWith('.jpg')))
      expect(kept).toContain(file.replace(/^.*\//, ''));
  });

  test('too many uploads of one person, and too many guesses from one address', async () => {
    const { url } = await linkOf();
    const codes = new Set<string | undefined>();
    for (let count = 0; count < 62; count++) codes.add((await picks(url, [])).body.code);
    expect([...codes]).toEqual(['photo_missing', 'too_many_requests']);
    const guesses = new Set<string | undefined>();
    for (let count = 0; count < 62; count++)
      guesses.add((await picks('/api/citizen/uploads?token=x', [], '203.0.113.77')).body.code);
    expect([...guesses]).toEqual(['upload_link_invalid', 'too_many_requests']);
  });
});
