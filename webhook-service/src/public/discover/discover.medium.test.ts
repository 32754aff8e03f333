import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, drafts, follows, photos, ratings, reports } from '../../../../db/schema/index.ts';
import { storeCitizen } from '../../reports/duplicates/testing/store-report.ts';
import { searchTextOf } from '../../reports/list/search-text.ts';
import { agreeToPublish } from '../../reports/publication/testing/published.ts';
import type { Report } from '../../reports/report.ts';
import { type Desk, LANG, startDesk } from '../../staff/testing/running-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.stop());

async function published(
  over: Partial<typeof reports.$inferInsert> = {},
  state: Report['state'] = 'dispatched',
): Promise<Report> {
  const citizenId = await storeCitizen(desk.db);
  await agreeToPublish(desk.db, citizenId, desk.now());
  const { text = 'ổ gà to', placeText = null } = over;
  return desk.report({ citizenId, publish: true, text, searchText: searchTextOf(text, placeText), ...over }, state);
}
const get = (path: string, headers = {}) => desk.get(`/api/public/${path}`, headers);
const codesOf = async (path: string) => ((await get(path)).body.items as { code: string }[]).map(({ code }) => code);

describe('the list of published reports', () => {
  test('has each with its words masked, its holder, its due time and what came of it', async () => {
    const open = await published({
      text: 'Ổ gà trước số 12 phố Hoa Bằng, gọi 0912 345 678',
      placeText: 'số 12 phố Hoa Bằng',
    });
    const done = await published(
      { text: 'rác ở phố Hoa Bằng', placeText: 'phố Hoa Bằng', categoryCode: 'MT-01' },
      'answered',
    );
    await desk.db.insert(follows).values({ reportId: open.id, citizenId: done.citizenId, since: desk.now() });
    const { status, body, headers } = await get('reports?q=hoa bang');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=15');
    expect(body.items).toMatchObject([
      { code: done.code, stateGroup: 'answered', due: null, answered: { at: expect.any(String), thumbnailUrl: null } },
      {
        code: open.code,
        category: { code: 'GT-01' },
        group: { code: 'GT', name: 'Giao thông, hạ tầng đường bộ' },
        ward: { code: '00199', name: 'phường Láng' },
        state: 'dispatched',
        excerpt: 'Ổ gà trước số 12 phố Hoa Bằng, gọi [đã ẩn]',
        place: 'số 12 phố Hoa Bằng',
        rounded: false,
        holder: 'UBND phường Láng đang giữ phản ánh này',
        due: { words: expect.stringMatching(/^\d\d:\d\d /) },
        overdue: false,
        followers: 1,
        answered: null,
        thumbnailUrl: null,
      },
    ]);
    expect((await get(`reports?q=hoa bang&lang=en`)).body.items[1].ward.name).toBe('Láng ward');
  });

  test('pages by cursor without losing or doubling any, and narrows by ward, category, group and state', async () => {
    const ward = '00235';
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1)
      codes.unshift((await published({ wardCode: ward, categoryCode: count % 2 ? 'MT-01' : 'GT-02' })).code);
    const first = (await get(`reports?ward=${ward}&limit=2`)).body;
    const second = (await get(`reports?ward=${ward}&limit=2&cursor=${first.next}`)).body;
    const third = (await get(`reports?ward=${ward}&limit=2&cursor=${second.next}`)).body;
    expect([...first.items, ...second.items, ...third.items].map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(third.next).toBeNull();
    expect(await codesOf(`reports?ward=${ward}&category=MT-01`)).toHaveLength(2);
    expect(await codesOf(`reports?ward=${ward}&category=GT`)).toHaveLength(3);
    expect(await codesOf(`reports?ward=${ward}&category=XX`)).toEqual([]);
    expect(await codesOf(`reports?ward=${ward}&state=open`)).toHaveLength(5);
    expect(await codesOf(`reports?ward=${ward}&state=closed`)).toEqual([]);
    expect((await get('reports?cursor=x')).body.code).toBe('cursor_invalid');
    expect((await get('reports?near=x')).body.code).toBe('near_invalid');
    expect((await get('reports?near=1,2,3')).body.code).toBe('near_invalid');
  });

  test('a search finds what is shown, never what is masked', async () => {
    const report = await published({
      text: 'tổ ong vò vẽ ở cây, gọi anh Nguyễn Văn Tuấn 0987654321 nhà số 77',
      placeText: 'số 77 ngõ 5 Quan Nhân',
    });
    expect(await codesOf('reports?q=to ong vo ve')).toEqual([report.code]);
    expect(await codesOf('reports?q=Quan Nhân')).toEqual([report.code]);
    for (const masked of ['0987654321', 'Tuấn', '77']) expect(await codesOf(`reports?q=${masked}`), masked).toEqual([]);
  });

  test('near a place: nearest first, by where the public sees them', async () => {
    const far = { latitude: 20.75, longitude: 105.6 };
    const near = await published({ latitude: 20.7501, longitude: 105.6 });
    const home = await published({
      ...far,
      latitude: 20.75099,
      longitude: 105.60001,
      text: 'mất nước ở nhà tôi',
      categoryCode: 'NS-01',
    });
    const { items, next } = (await get('reports?near=20.75,105.6&limit=1')).body;
    expect(items[0].code).toBe(near.code);
    const second = (await get(`reports?near=20.75,105.6&limit=1&cursor=${next}`)).body.items[0];
    expect(second).toMatchObject({ code: home.code, rounded: true, latitude: 20.7505, longitude: 105.6005 });
  });

  test('an unchanged page costs a phone nothing', async () => {
    const { headers } = await get('reports?ward=00235');
    const again = await get('reports?ward=00235', { 'if-none-match': headers.etag as string });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('one published report', () => {
  test('has its whole text, place, answers and what happened', async () => {
    const report = await published({ text: 'Ổ gà to, liên hệ lan@example.vn' }, 'answered');
    const { status, body } = await get(`published/${report.code.toLowerCase()}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: report.code,
      text: 'Ổ gà to, liên hệ [đã ẩn]',
      agency: 'UBND phường Láng',
      photos: [],
    });
    expect(body.answers[0].photos[0].url).toMatch(new RegExp(`^/api/public/reports/${report.code}/evidence/\\d+$`));
    expect(body.timeline.map(({ event }: { event: string }) => event)).toEqual([
      'received',
      'dispatched',
      'accepted',
      'answered',
    ]);
    expect((await get('published/HN-7K3MR4T5')).body.code).toBe('report_not_published');
  });

  test('its photos are fetched by anyone once a person let them out, later ones are not', async () => {
    const report = await published();
    const seen = await addPhoto(report, desk.now());
    expect((await get(`reports/${report.code}/photos/${seen}`)).status).toBe(404);
    await desk.db.update(reports).set({ photosPublishedAt: desk.now() }).where(eq(reports.id, report.id));
    const late = await addPhoto(report, new Date(desk.now().getTime() + 1_000));
    const fetched = await get(`reports/${report.code}/photos/${seen}/thumbnail`);
    expect(fetched.status).toBe(200);
    expect(fetched.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=86400',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect((await get(`reports/${report.code}/photos/${late}`)).status).toBe(404);
    const { photos: shown, thumbnailUrl } = (await get(`published/${report.code}`)).body;
    expect(shown.map(({ id }: { id: number }) => id)).toEqual([seen]);
    expect(thumbnailUrl).toBe(`/api/public/reports/${report.code}/photos/${seen}/thumbnail`);
    await desk.db.update(reports).set({ publish: false, publishedAt: null }).where(eq(reports.id, report.id));
    expect((await get(`reports/${report.code}/photos/${seen}`)).status).toBe(404);
  });
});

async function addPhoto(report: Report, storedAt: Date): Promise<number> {
  const { createDiskStore } = await import('../../media/disk-store.ts');
  const storageKey = `photo-${randomBytes(6).toString('hex')}.jpg`;
  await createDiskStore(desk.mediaDir).put(storageKey, Buffer.from('jpeg'));
  const [draft] = await desk.db
    .insert(drafts)
    .values({
      citizenId: report.citizenId,
      state: 'reported',
      content: { texts: [], photos: 1, asked: [] },
      openedAt: storedAt,
      lastEventAt: storedAt,
      quietUntil: storedAt,
    })
    .returning();
  const [photo] = await desk.db
    .insert(photos)
    .values({
      draftId: draft?.id ?? 0,
      reportId: report.id,
      position: 0,
      sentAt: storedAt,
      state: 'stored',
      storageKey,
      thumbnailKey: storageKey,
      storedAt,
      width: 4,
      height: 3,
      bytes: 4,
    })
    .returning();
  return photo?.id ?? 0;
}

describe('the map', () => {
  test('gathers where many are, shows single ones where few are, and rounds a private home', async () => {
    const away = { latitude: 20.9, longitude: 105.5 };
    for (let count = 0; count < 201; count += 1) {
      const spread = { latitude: away.latitude + (count % 3) * 0.0001, longitude: away.longitude };
      await desk.db.insert(reports).values({
        ...row(spread),
        state: count < 100 ? 'dispatched' : 'answered',
        answerDueAt: count < 40 ? new Date(desk.now().getTime() - 3_600_000) : null,
      });
    }
    await desk.db
      .insert(reports)
      .values({ ...row({ latitude: 20.93, longitude: 105.53 }), text: 'nhà tôi mất điện', categoryCode: 'CS-02' });
    desk.setNow(new Date(desk.now().getTime() + 10 * 60_000));
    const { body } = await get('map?bbox=105.4,20.85,105.6,20.95&zoom=12');
    expect(body.total).toBe(202);
    expect(body.clusters).toEqual([
      { latitude: 20.9005, longitude: 105.5005, count: 201, states: { open: 100, answered: 101, overdue: 40 } },
    ]);
    expect(body.reports).toMatchObject([{ latitude: 20.9305, longitude: 105.5305, rounded: true }]);
    const only = (await get('map?bbox=105.4,20.85,105.6,20.95&zoom=12&category=CS')).body;
    expect([only.total, only.clusters.length, only.reports.length]).toEqual([1, 0, 1]);
    expect((await get('map?bbox=105.4,20.85,105.6,20.95&zoom=12&state=answered')).body.total).toBe(101);
  });

  test('a rectangle around the true place of a private home tells no more than its square does', async () => {
    const narrow = (west: number, south: number) =>
      get(`map?bbox=${west},${south},${west + 0.0001},${south + 0.0001}&zoom=20`);
    const inSquare = [await narrow(105.53, 20.93), await narrow(105.5308, 20.9308)].map(({ body }) => body.total);
    expect(inSquare).toEqual([1, 1]);
    expect((await narrow(105.5321, 20.9321)).body.total).toBe(0);
  });

  test('refuses what is no rectangle', async () => {
    for (const bbox of ['x', '1,2,3', '106,20,105,21', '105,20,106,99', '105,20,106,21,5'])
      expect((await get(`map?bbox=${bbox}&zoom=12`)).body.code, bbox).toBe('bbox_invalid');
    expect((await get('map?bbox=105,20,106,21&zoom=99')).status).toBe(400);
  });
});

const row = (where: { latitude: number; longitude: number }) => ({
  code: `HN-${randomBytes(4).toString('hex').toUpperCase()}`,
  state: 'dispatched' as const,
  channel: 'chat' as const,
  citizenId: 1,
  text: 'ổ gà',
  publicText: 'ổ gà',
  ...where,
  wardCode: '00199',
  wardBasis: 'polygon' as const,
  categoryCode: 'GT-01',
  priorityClass: 'normal' as const,
  agencyCode: LANG,
  receivedAt: desk.now(),
  receivedDay: '2026-10-12',
  acceptDueAt: desk.now(),
  publish: true,
  publishedAt: desk.now(),
  policyVersion: 'test',
});

describe('figures', () => {
  test('of a ward and of the city come with numerator, denominator and what they mean', async () => {
    const ward = '00367';
    const agencyCode = `ubnd-${ward}`;
    const done = await desk.report({ wardCode: ward, agencyCode }, 'answered');
    await desk.report({ wardCode: ward, agencyCode, categoryCode: 'MT-01' }, 'dispatched');
    await desk.report({ wardCode: ward, agencyCode, categoryCode: 'AN-09' }, 'dispatched');
    const [answer] = await desk.db.select().from(answers).where(eq(answers.reportId, done.id));
    await desk.db.insert(ratings).values({
      answerId: answer?.id ?? 0,
      reportId: done.id,
      citizenId: done.citizenId,
      level: 'accepted',
      ratedAt: desk.now(),
    });
    const { body } = await get(`wards/${ward}/figures?days=90`);
    expect(body).toMatchObject({
      ward: { code: ward },
      days: 90,
      received: 3,
      answeredOnTime: { numerator: 1, denominator: 1 },
      medianDays: { days: 0, of: 1 },
      openNow: 2,
      overdueNow: { numerator: 0, denominator: 2 },
    });
    expect(body.topCategories.map(({ code }: { code: string }) => code)).toEqual(['GT-01', 'MT-01']);
    expect(Object.keys(body.definitions)).toContain('satisfiedOrAccepted');
    const city = (await get('figures?days=90&lang=en')).body;
    expect(city.ward).toBeNull();
    expect(city.received).toBeGreaterThan(3);
    expect(city.definitions.received).toMatch(/^Reports received/);
    expect((await get('wards/99999/figures')).body.code).toBe('unknown_ward');
    expect((await get('figures?days=7')).status).toBe(400);
  });
});

describe('what helps to write a report', () => {
  test('categories with hints, answer times and where to turn instead', async () => {
    const { body, headers } = await get('categories');
    expect(body.groups).toHaveLength(22);
    const find = (code: string) =>
      body.groups
        .flatMap(({ categories }: { categories: { code: string }[] }) => categories)
        .find((one: { code: string }) => one.code === code);
    expect(find('GT-01')).toMatchObject({
      accepts: true,
      answerTime: '5 ngày làm việc',
      whereInstead: null,
      published: true,
    });
    expect(find('GT-12')).toMatchObject({
      answerTime: '4 giờ, kể cả đêm và ngày nghỉ',
      emergencyNumbers: ['113', '115'],
    });
    expect(find('OS-02')).toMatchObject({
      accepts: false,
      answerTime: null,
      whereInstead: expect.stringMatching(/^Cơ quan/),
    });
    expect((await get('categories', { 'if-none-match': headers.etag as string })).status).toBe(304);
    expect((await get('categories?lang=en')).body.groups[0].categories[0].answerTime).toBe('5 working days');
    const { items } = (await get('refusals?lang=en')).body;
    expect(items.map(({ code }: { code: string }) => code)).toContain('civil_dispute');
  });

  test('wards with their old names, and addresses by any of them', async () => {
    const { items } = (await get('wards')).body;
    expect(items).toHaveLength(126);
    const lang = items.find(({ code }: { code: string }) => code === '00199');
    expect(lang).toMatchObject({
      title: 'phường Láng',
      oldNames: expect.arrayContaining(['phường Láng Hạ', 'quận Đống Đa']),
    });

    await published({ placeText: 'số 9 phố Vũ Tông Phan', text: 'đèn hỏng ở phố Vũ Tông Phan' });
    const street = (await get('addresses?q=vu tong phan')).body.items;
    expect(street[0]).toMatchObject({ label: 'Vũ Tông Phan, phường Láng', precision: 'street', wardCode: '00199' });
    const old = (await get('addresses?q=láng hạ')).body.items;
    expect(old.find(({ wardCode }: { wardCode: string }) => wardCode === '00199')).toMatchObject({ precision: 'ward' });
    expect((await get('addresses?q=cua na')).body.items[0].ward).toBe('phường Cửa Nam');
    expect((await get('addresses?q=zzz')).body.items).toEqual([]);
  });

  test('outlines of wards, or why there are none', async () => {
    const { status, body, headers } = await get('geometry/wards?bbox=105.8,21.0,105.85,21.05&zoom=13');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/geo+json; charset=utf-8');
    expect(body).toMatchObject({ type: 'FeatureCollection', features: [], why: expect.any(String) });
    expect(body.centres).toHaveLength(126);
    expect(
      (await get('geometry/wards?bbox=105.8,21.0,105.85,21.05&zoom=13', { 'if-none-match': headers.etag as string }))
        .status,
    ).toBe(304);
  });
});
