import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { attachments, citizens, drafts, inboxEvents, jobs, photos } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { keepAttachments, type MessageWithFile } from './attachments.ts';
import { createDiskStore } from './disk-store.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { keepAttachment } from './keep-attachment.ts';
import { makePhoto } from './photo.ts';
import { putPhoto } from './photo-files.ts';
import { eraseDraftMedia, removeDraftMedia } from './remove-draft-media.ts';
import type { MediaStore } from './store.ts';
import { zipOf } from './testing/zip.ts';

const NOW = new Date('2026-10-12T09:30:00Z');
const LATER = new Date(NOW.getTime() + 1_000);
const MIB = 1024 * 1024;

let own: TestDatabase;
let clients: DatabaseClients;
let folder: string;
let store: MediaStore;
let zalo: Server;
let origin: string;
/** What Zalo answers with: bytes, or a status. */
let answer: Buffer | number;
let draftId: number;
let events = 0;

beforeAll(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  store = createDiskStore(folder);
  zalo = createServer((_, response) => {
    if (typeof answer === 'number') return response.writeHead(answer).end();
    // Nobody believes a header.
    response.writeHead(200, { 'content-type': 'text/html' }).end(answer);
  });
  await new Promise<void>((ready) => zalo.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(zalo.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  const { db } = clients;
  events += 1;
  const [citizen] = await db
    .insert(citizens)
    .values({ oaUserId: `sender-${events}` })
    .returning();
  const [draft] = await db
    .insert(drafts)
    .values({
      citizenId: citizen?.id ?? 0,
      content: { texts: [], photos: 0, asked: [] },
      ...{ openedAt: NOW, lastEventAt: NOW, quietUntil: NOW },
    })
    .returning();
  draftId = draft?.id ?? 0;
});
afterAll(async () => {
  zalo?.close().closeAllConnections();
  await clients?.close();
  await own?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function event(): Promise<number> {
  events += 1;
  const values = { dedupeKey: `event-${events}`, eventName: 'user_send_file', eventAt: NOW, body: '{}' };
  const [row] = await clients.db.insert(inboxEvents).values(values).returning();
  return row?.id ?? 0;
}

const note = async (message: MessageWithFile, inboxEventId: number) =>
  clients.db.transaction((tx) =>
    keepAttachments(tx, message, { draftId, reportId: null, sentAt: NOW, inboxEventId, now: NOW }),
  );
const messages = {
  voice: () => ({ type: 'user_audio', url: `${origin}/a` }),
  video: () => ({ type: 'user_video', url: `${origin}/a` }),
  file: (name = 'đơn.pdf') => ({ type: 'user_file', file: { url: `${origin}/a`, name } }),
};
const only = async () => {
  const [row] = await clients.db.select().from(attachments).where(eq(attachments.draftId, draftId));
  if (!row) throw new Error('no attachment');
  return row;
};
const deps = () => ({ db: clients.db, store, now: () => LATER, mediaHosts: [origin] });
/** A message comes and its file is fetched. */
async function kept(kind: keyof typeof messages, bytes: Buffer | number) {
  answer = bytes;
  await note(messages[kind](), await event());
  await keepAttachment((await only()).id, deps());
  return only();
}
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

const AMR = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(5_000, 0x3c)]);
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'), Buffer.alloc(200_000, 7)]);
const PDF = Buffer.from('%PDF-1.7\nĐơn phản ánh\n%%EOF');

describe('a voice message, video or file of the chat', () => {
  test('is noted once, however often its event is applied, and its fetching is work behind the photos', async () => {
    const inboxEventId = await event();
    expect(await note(messages.file('../Đơn\u202e.pdf'), inboxEventId)).toBe(1);
    expect(await note(messages.file('../Đơn\u202e.pdf'), inboxEventId)).toBe(0);
    const row = await only();
    expect(row).toMatchObject({ kind: 'file', name: 'Đơn .pdf', state: 'pending' });
    const [job] = await clients.db
      .select()
      .from(jobs)
      .where(eq(jobs.key, `media.keep:attachment-${row.id}`));
    expect(job).toMatchObject({ name: 'media.keep', payload: { attachmentId: row.id }, priority: 1 });
    expect(await note({ type: 'user_link', url: 'https://example.vn' }, await event())).toBe(0);
  });

  test.each([
    ['voice', AMR, 'audio/amr', 'amr'],
    ['video', MP4, 'video/mp4', 'mp4'],
    ['file', PDF, 'application/pdf', 'pdf'],
    ['file', zipOf(['[Content_Types].xml', 'word/document.xml']), expect.stringContaining('wordprocessingml'), 'docx'],
  ] as const)('is stored as it came: %s', async (kind, bytes, mediaType, extension) => {
    const row = await kept(kind, bytes);
    expect(row).toMatchObject({
      ...{ state: 'stored', mediaType, bytes: bytes.length, storedAt: LATER },
      storageKey: `attachment-${row.id}.${extension}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const stream = await store.get(row.storageKey ?? '');
    expect(stream && (await buffer(stream)).equals(bytes)).toBe(true);
  });

  test.each([
    ['voice', Buffer.from('<html><script>alert(1)</script>'), 'type'],
    ['voice', MP4.subarray(0, 3), 'type'],
    ['video', AMR, 'type'],
    ['file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type'],
    ['file', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'type'],
    ['file', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'macros'],
    ['file', Buffer.alloc(20 * MIB + 1, 0x25), 'too_large'],
    ['voice', Buffer.concat([AMR, Buffer.alloc(10 * MIB)]), 'too_large'],
    ['voice', 404, 'gone'],
    ['video', 403, 'http'],
  ] as const)('is refused for good with the reason: %s %#', async (kind, bytes, refusal) => {
    const before = await files();
    expect(await kept(kind, bytes)).toMatchObject({ state: 'refused', refusal, storageKey: null });
    expect(await files()).toEqual(before);
  });

  test('that Zalo has trouble with is tried again, and is not judged', async () => {
    answer = 500;
    await note(messages.voice(), await event());
    const { id } = await only();
    await expect(keepAttachment(id, deps())).rejects.toThrow('attachment_http');
    expect(await only()).toMatchObject({ state: 'pending', refusal: null });
    answer = AMR;
    await Promise.all([keepAttachment(id, deps()), keepAttachment(id, deps())]);
    const row = await only();
    expect(row.state).toBe('stored');
    expect(await store.stat(row.storageKey ?? '')).toMatchObject({ bytes: AMR.length });
  });

  test('on a host that is not Zalo’s is not asked for', async () => {
    answer = PDF;
    await note(messages.file(), await event());
    await keepAttachment((await only()).id, { ...deps(), mediaHosts: ['*.zdn.vn'] });
    expect(await only()).toMatchObject({ state: 'refused', refusal: 'host' });
  });
});

describe('erasing what a draft held', () => {
  const close = (state: 'cancelled' | 'discarded' | 'reported') =>
    clients.db.update(drafts).set({ state, closedAt: NOW }).where(eq(drafts.id, draftId));
  const shot = async () => {
    const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } });
    const photo = await makePhoto(await picture.png().toBuffer());
    const values = { position: 0, draftId, sentAt: NOW, inboxEventId: await event(), sourceUrl: `${origin}/a` };
    const [row] = await clients.db.insert(photos).values(values).returning();
    await putPhoto(store, row?.id ?? 0, photo);
    return { id: row?.id ?? 0, photo };
  };
  const sweep = () => removeDraftMedia(clients.db, store, { olderThan: LATER });

  test('takes rows and files of cancelled and discarded drafts, when they are old enough', async () => {
    const row = await kept('voice', AMR);
    const { id } = await shot();
    await close('cancelled');
    expect(await removeDraftMedia(clients.db, store, { olderThan: NOW })).toBe(0);
    expect(await sweep()).toBe(2);
    expect(await clients.db.select().from(photos).where(eq(photos.draftId, draftId))).toEqual([]);
    expect(await clients.db.select().from(attachments).where(eq(attachments.draftId, draftId))).toEqual([]);
    expect(await files()).not.toEqual(expect.arrayContaining([row.storageKey]));
    expect(await store.stat(`photo-${id}.jpg`)).toBeNull();
    expect(await sweep()).toBe(0);
  });

  test('leaves alone what an open draft holds', async () => {
    await kept('file', PDF);
    await sweep();
    expect((await only()).state).toBe('stored');
  });

  test('leaves no file behind that was on its way', async () => {
    answer = PDF;
    await note(messages.file(), await event());
    const { id } = await only();
    const { id: photoId } = await shot();
    const late: MediaStore = {
      ...store,
      put: async (key, bytes) => {
        await store.put(key, bytes);
        await clients.db.transaction((tx) => eraseDraftMedia(tx, draftId));
      },
    };
    await keepAttachment(id, { ...deps(), store: late });
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } })
      .png()
      .toBuffer();
    const download = async () => ({ outcome: 'ok' as const, bytes: picture, type: 'png' as const });
    await fetchPhoto(photoId, { db: clients.db, store: late, download, now: () => NOW });
    expect(await store.stat(`attachment-${id}.pdf`)).toBeNull();
    await sweep();
    expect(await store.stat(`photo-${photoId}.jpg`)).toBeNull();
    expect(await clients.db.select().from(attachments).where(eq(attachments.draftId, draftId))).toEqual([]);
  });

  test('is taken up again by the next sweep when the disk failed', async () => {
    const row = await kept('voice', AMR);
    await close('discarded');
    const failing: MediaStore = { ...store, remove: () => Promise.reject(new Error('disk')) };
    await expect(removeDraftMedia(clients.db, failing, { olderThan: LATER })).rejects.toThrow('disk');
    expect(await sweep()).toBe(1);
    expect(await store.stat(row.storageKey ?? '')).toBeNull();
  });
});
