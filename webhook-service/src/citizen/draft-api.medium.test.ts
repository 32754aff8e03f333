import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drafts, jobs, outboxMessages, photos, reports } from '../../../db/schema/index.ts';
import { giveUpWaiting, settleDraft } from '../conversation/drafts/settle-draft.ts';
import { removeDraftMedia } from '../media/remove-draft-media.ts';
import type { RunningApp } from '../public/testing/running-app.ts';
import { createSetting } from '../reports/perform/setting.ts';
import { createWardMaps } from '../routing/boundaries/ward-maps.ts';
import { createRoutingKnowledge } from '../routing/knowledge.ts';
import { type CitizenCity, startCitizenCity } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

const POTHOLE = 'Ổ gà to giữa đường, xe máy ngã liên tục';
/** Inside one ward with or without outlines, and far from its borders. */
const LANG = { latitude: 21.0135, longitude: 105.8165 };
const HOUR = 3_600_000;

let city: CitizenCity;
let running: RunningApp;
beforeAll(async () => {
  city = await startCitizenCity();
  running = city.running;
});
afterAll(() => running?.stop());

let people = 0;
let shade = 0;
const someone = () => city.someone(`writer-${++people}`);
const picture = () => {
  shade = (shade + 13) % 250;
  return sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 120, b: 30 } } })
    .withExif({ IFD0: { Artist: 'Bác Tư' } })
    .jpeg()
    .toBuffer();
};
const keyed = (key: string) => ({ 'idempotency-key': key });
const addPhoto = async (writer: MiniApp, key = `anh-${++shade}`) =>
  writer.upload('/draft/photos', await picture(), keyed(key));
const shown = async (writer: MiniApp) => (await writer.get('/draft')).json().draft;
const draftOf = async ({ citizenId }: MiniApp) => {
  const [draft] = await running.db.select().from(drafts).where(eq(drafts.citizenId, citizenId));
  return draft;
};
const photosOf = async (draftId: number) => running.db.select().from(photos).where(eq(photos.draftId, draftId));
const reportsOf = ({ citizenId }: MiniApp) => running.db.select().from(reports).where(eq(reports.citizenId, citizenId));
const settling = (now: () => Date) => {
  const wardMaps = createWardMaps({ boundariesFile: process.env.WARD_BOUNDARIES, now });
  const { knowledge } = createRoutingKnowledge({ wardMaps, now });
  const receiveDeps = async (tx: Parameters<ReturnType<typeof createSetting>>[0]) => ({
    ...{ knowledge, publicUrl: 'http://127.0.0.1' },
    setting: await createSetting(now)(tx),
  });
  return { db: running.db, now, receiveDeps };
};
const tomorrow = () => new Date(Date.now() + 25 * HOUR);

describe('a draft in the Mini App', () => {
  test('is nothing until something is written', async () => {
    const writer = await someone();
    expect((await writer.get('/draft')).json()).toEqual({ draft: null });
    expect((await writer.post('/draft/submit', undefined, keyed('a'))).json().code).toBe('draft_not_found');
    expect((await writer.post('/draft/cancel')).statusCode).toBe(204);
  });

  test('says what it reads and what is missing, step by step', async () => {
    const writer = await someone();
    const first = (await writer.put('/draft', { text: POTHOLE })).json();
    expect(first).toMatchObject({ text: POTHOLE, pin: null, ward: null, missing: ['place'], photos: [] });
    expect(first.suggestions[0]).toMatchObject({
      code: 'GT-01',
      name: 'Ổ gà, mặt đường hư hỏng, lún nứt',
      hint: expect.stringMatching(/^Chụp/),
      example: expect.stringMatching(/^Ổ gà/),
    });
    const second = (await writer.put('/draft', { id: first.id, pin: LANG })).json();
    expect(second).toMatchObject({ text: POTHOLE, pin: LANG, missing: [] });
    expect(second.ward.name).toBeTruthy();
    const third = (await writer.put('/draft', { id: first.id, pin: null, address: 'số 12 phố Láng Hạ' })).json();
    expect(third).toMatchObject({ pin: null, address: 'số 12 phố Láng Hạ', missing: [] });
    const fourth = (await writer.put('/draft', { id: first.id, address: null, text: '' })).json();
    expect(fourth).toMatchObject({ text: '', address: null, missing: ['what', 'place'] });
  });

  test('a category that was chosen says what a photo shows', async () => {
    const writer = await someone();
    await writer.put('/draft', { pin: LANG, categoryCode: 'MT-01' });
    expect((await shown(writer)).missing).toEqual(['what']);
    await addPhoto(writer);
    const draft = await shown(writer);
    expect(draft).toMatchObject({ missing: [], chosen: { categoryCode: 'MT-01' } });
    expect(draft.suggestions[0].code).toBe('MT-01');
    await writer.post('/draft/submit', undefined, keyed('mt'));
    expect(await reportsOf(writer)).toMatchObject([{ categoryCode: 'MT-01', channel: 'miniapp', text: '' }]);
  });

  test('refuses what it cannot know', async () => {
    const writer = await someone();
    expect((await writer.put('/draft', { categoryCode: 'XX-99' })).json().code).toBe('unknown_category');
    expect((await writer.put('/draft', { wardCode: '99999' })).json().code).toBe('unknown_ward');
    expect((await writer.put('/draft', { pin: { latitude: 91, longitude: 0 } })).statusCode).toBe(400);
    expect((await writer.put('/draft', { text: 'a\u0000b' })).statusCode).toBe(400);
    expect(await draftOf(writer)).toBeUndefined();
  });

  test('words that sound dangerous bring the numbers at once, here and once in the chat', async () => {
    const writer = await someone();
    const draft = (await writer.put('/draft', { text: 'Cháy nhà, có người mắc kẹt' })).json();
    expect(draft.emergencyNumbers).toContain('114');
    expect(draft.missing).toEqual([]);
    await writer.put('/draft', { text: 'Cháy nhà, có người mắc kẹt, gần chợ' });
    const told = await running.db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.citizenId, writer.citizenId), eq(outboxMessages.kind, 'emergency')));
    expect(told).toHaveLength(1);
  });
});

describe('photos of a draft', () => {
  test('are made anew and shown to their sender only', async () => {
    const writer = await someone();
    const answer = await addPhoto(writer);
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { state: 'stored', width: 64, height: 48 }]);
    const { url, thumbnailUrl } = answer.json();
    const own = await writer.get(url.replace('/api/citizen', ''));
    expect((await sharp(own.rawPayload).metadata()).exif).toBeUndefined();
    expect((await writer.get(thumbnailUrl.replace('/api/citizen', ''))).statusCode).toBe(200);
    expect((await city.stranger.get(url.replace('/api/citizen', ''))).statusCode).toBe(404);
    expect((await shown(writer)).photos).toEqual([answer.json()]);
  });

  test('sent twice with one key are one, also at the same moment', async () => {
    const writer = await someone();
    const bytes = await picture();
    const again = () => writer.upload('/draft/photos', bytes, keyed('one'));
    const [first, second] = await Promise.all([again(), again()]);
    const third = await again();
    expect(new Set([first, second, third].map((answer) => answer.json().id)).size).toBe(1);
    const draft = await draftOf(writer);
    expect(draft?.content.photos).toBe(1);
    expect(await photosOf(draft?.id ?? 0)).toHaveLength(1);
  });

  test('need a key, a picture and a place among ten', async () => {
    const writer = await someone();
    const bytes = await picture();
    expect((await writer.upload('/draft/photos', bytes)).json().code).toBe('idempotency_key_required');
    expect((await writer.upload('/draft/photos', Buffer.from('<svg/>'), keyed('x'))).json().code).toBe('not_an_image');
    expect((await writer.post('/draft/photos', {}, keyed('y'))).statusCode).toBe(415);
    expect(await draftOf(writer)).toBeUndefined();
    for (let count = 0; count < 10; count++) await writer.upload('/draft/photos', bytes, keyed(`n-${count}`));
    const eleventh = await writer.upload('/draft/photos', bytes, keyed('n-10'));
    expect([eleventh.statusCode, eleventh.json().code]).toEqual([409, 'too_many_photos']);
  });

  test('taken out again are erased, files and all', async () => {
    const writer = await someone();
    const { id } = (await addPhoto(writer)).json();
    expect((await city.stranger.delete(`/draft/photos/${id}`)).statusCode).toBe(404);
    expect((await writer.delete(`/draft/photos/${id}`)).statusCode).toBe(204);
    expect(await running.media.stat(`photo-${id}.jpg`)).toBeNull();
    const draft = await draftOf(writer);
    expect([draft?.content.photos, await photosOf(draft?.id ?? 0)]).toEqual([0, []]);
    expect((await writer.delete(`/draft/photos/${id}`)).statusCode).toBe(404);
  });
});

describe('sending', () => {
  const ready = async () => {
    const writer = await someone();
    await writer.put('/draft', { text: POTHOLE, pin: LANG });
    await addPhoto(writer);
    return writer;
  };

  test('makes a report with its photos and is acknowledged in the chat', async () => {
    const writer = await ready();
    const answer = await writer.post('/draft/submit', undefined, keyed('send'));
    expect(answer.statusCode).toBe(201);
    const { code } = answer.json();
    expect(answer.json()).toMatchObject({ state: 'received', link: expect.stringContaining(code) });
    const [report] = await reportsOf(writer);
    expect(report).toMatchObject({ code, channel: 'miniapp', text: POTHOLE, categoryCode: 'GT-01', ...LANG });
    expect((await writer.get(`/reports/${code}`)).json().mine.photos).toHaveLength(1);
    const [told] = await running.db
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.reportId, report?.id ?? 0));
    expect([told?.kind, told?.text]).toEqual(['received', expect.stringContaining(code)]);
    expect(await shown(writer)).toBeNull();
  });

  test('says in words what is missing', async () => {
    const writer = await someone();
    await writer.put('/draft', { address: 'số 12 phố Láng Hạ' });
    const answer = await writer.post('/draft/submit', undefined, keyed('less'));
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      {
        code: 'draft_incomplete',
        missing: ['what'],
        detail: 'Để gửi được phản ánh, hãy cho biết chuyện gì đang xảy ra.',
      },
    ]);
    await writer.put('/draft', { text: POTHOLE });
    expect((await writer.post('/draft/submit', undefined, keyed('less'))).statusCode).toBe(201);
  });

  test('twice at once, or again, is one report', async () => {
    const writer = await ready();
    const same = await Promise.all(['s', 's', 't'].map((key) => writer.post('/draft/submit', undefined, keyed(key))));
    expect(same.map(({ statusCode }) => statusCode).sort()).toContain(201);
    expect(await reportsOf(writer)).toHaveLength(1);
    const sent = same.filter(({ statusCode }) => statusCode === 201);
    expect(new Set(sent.map((answer) => answer.json().code)).size).toBe(1);
    expect((await writer.post('/draft/submit')).json().code).toBe('idempotency_key_required');
  });

  test('closes the draft for a screen that still shows it', async () => {
    const writer = await ready();
    const { id } = await shown(writer);
    await writer.post('/draft/submit', undefined, keyed('gone'));
    expect((await writer.put('/draft', { id, text: 'thêm nữa' })).json().code).toBe('draft_closed');
    expect(await shown(writer)).toBeNull();
  });
});

describe('a draft that is not sent', () => {
  test('thrown away takes its photos along, files and all', async () => {
    const writer = await someone();
    const { id } = (await addPhoto(writer)).json();
    expect((await writer.post('/draft/cancel')).statusCode).toBe(204);
    expect((await draftOf(writer))?.state).toBe('cancelled');
    expect(await running.db.select().from(photos).where(eq(photos.id, id))).toEqual([]);
    expect(await running.media.stat(`photo-${id}.jpg`)).toBeNull();
    expect(await running.media.stat(`photo-${id}-thumb.jpg`)).toBeNull();
  });

  test('rests while it is in the Mini App, and is a report after a day when it says enough', async () => {
    const writer = await someone();
    await writer.put('/draft', { text: POTHOLE });
    await addPhoto(writer);
    const draft = await draftOf(writer);
    await settleDraft(
      draft?.id ?? 0,
      settling(() => new Date()),
    );
    expect((await draftOf(writer))?.state).toBe('open');
    const [alarm] = await running.db
      .select()
      .from(jobs)
      .where(eq(jobs.key, `intake.giveUpWaiting:draft-${draft?.id}`));
    expect(alarm?.runAt.getTime()).toBeGreaterThan(Date.now() + 23 * HOUR);
    await giveUpWaiting(draft?.id ?? 0, settling(tomorrow));
    expect(await reportsOf(writer)).toMatchObject([{ text: POTHOLE, channel: 'miniapp' }]);
  });

  test('is discarded after a day when it says too little, and its photos are erased', async () => {
    const writer = await someone();
    const { id } = (await addPhoto(writer)).json();
    const draft = await draftOf(writer);
    await giveUpWaiting(draft?.id ?? 0, settling(tomorrow));
    expect((await draftOf(writer))?.state).toBe('discarded');
    await removeDraftMedia(running.db, running.media, { olderThan: new Date(0) });
    expect(await running.db.select().from(photos).where(eq(photos.id, id))).toEqual([]);
    expect(await running.media.stat(`photo-${id}.jpg`)).toBeNull();
  });
});
