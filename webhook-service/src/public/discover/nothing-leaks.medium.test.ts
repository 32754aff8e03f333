import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos, reports } from '../../../../db/schema/index.ts';
import { storeCitizen } from '../../reports/duplicates/testing/store-report.ts';
import { searchTextOf } from '../../reports/list/search-text.ts';
import { createSetting } from '../../reports/perform/setting.ts';
import { agreeToPublish } from '../../reports/publication/testing/published.ts';
import type { Report } from '../../reports/report.ts';
import { eraseReport } from '../../rights/erase-report.ts';
import { type Desk, startDesk } from '../../staff/testing/running-desk.ts';

/** In every report that must not be found, and in nothing else. */
const SECRET = 'xichlo';
const PLACE_SECRET = 'Nghĩa Dũng';
const PIN = { latitude: 21.04321, longitude: 105.84567 };

let desk: Desk;
const hidden: Report[] = [];
let shown: Report;
beforeAll(async () => {
  desk = await startDesk();
  const sent = async (over: Partial<typeof reports.$inferInsert>, state: Report['state']) => {
    const text = `ổ gà ${SECRET} bác Nguyễn Văn Bảy 0912345678`;
    const citizenId = await storeCitizen(desk.db);
    await agreeToPublish(desk.db, citizenId, desk.now());
    const placeText = `số 7 phố ${PLACE_SECRET}`;
    const searchText = searchTextOf(over.text ?? text, placeText);
    return desk.report({ citizenId, publish: true, text, placeText, searchText, ...PIN, ...over }, state);
  };
  hidden.push(
    await sent({ publish: false }, 'dispatched'),
    await sent({}, 'received'),
    await sent({}, 'refused'),
    await sent({}, 'withdrawn'),
    await sent({}, 'merged'),
    await sent(
      { categoryCode: 'OS-02', priorityClass: 'normal', text: `tố cáo cán bộ ${SECRET} nhận tiền` },
      'dispatched',
    ),
    await sent({ categoryCode: 'AN-09', text: `bạo lực gia đình ${SECRET}` }, 'dispatched'),
    await sent({ suggestions: [{ code: 'OS-02', score: 0.4 }] }, 'dispatched'),
    await sent({ text: `cháu bé bị bạo hành ${SECRET}` }, 'dispatched'),
  );
  const erased = await sent({}, 'in_progress');
  const deps = { setting: createSetting(desk.now), publicUrl: 'http://127.0.0.1' };
  await desk.db.transaction((tx) => eraseReport(tx, erased.id, desk.now(), deps));
  hidden.push(erased);
  shown = await sent(
    {
      text: 'ổ gà ở đây, gọi 0987654321',
      placeText: 'phố Vọng',
      latitude: 21.0501,
      longitude: 105.8502,
      searchText: searchTextOf('ổ gà ở đây, gọi 0987654321', 'phố Vọng'),
    },
    'dispatched',
  );
});
afterAll(() => desk?.stop());

/** Every public route as the document has it, asked so that it would find the reports if it could. */
async function addresses(): Promise<string[]> {
  const { body } = await desk.get('/openapi.json', {});
  const paths = Object.keys(body.paths).filter((path) => path.startsWith('/api/public/'));
  const [photo] = await desk.db.select({ id: photos.id }).from(photos).limit(1);
  const queries: Record<string, string[]> = {
    '/api/public/reports': [
      '',
      '?q=ổ gà',
      `?q=${SECRET}`,
      `?q=${PLACE_SECRET}`,
      '?ward=00199',
      '?category=AN',
      '?category=OS',
      `?near=${PIN.latitude},${PIN.longitude}&limit=50`,
    ],
    '/api/public/map': ['5', '12', '20'].map((zoom) => `?bbox=105.8,21.0,105.9,21.1&zoom=${zoom}`),
    '/api/public/addresses': [`?q=${PLACE_SECRET}`, `?q=${SECRET}`, '?q=số 7 phố nghia dung'],
    '/api/public/places': [`?q=${PLACE_SECRET}`],
    '/api/public/wards/at': [`?latitude=${PIN.latitude}&longitude=${PIN.longitude}`],
    '/api/public/geometry/wards': ['?bbox=105.8,21.0,105.9,21.1&zoom=14'],
    '/api/public/figures': ['?days=365'],
  };
  return paths.flatMap((path) => {
    const asked = (queries[path] ?? ['']).map((query) => `${path}${query}`);
    if (!path.includes('{')) return asked;
    return [...hidden, shown].map(({ code }) =>
      path.replace('{code}', path.includes('/wards/') ? '00199' : code).replace('{id}', String(photo?.id ?? 1)),
    );
  });
}

test('no public route tells a word, place or number of what is not published, nor what is masked', async () => {
  const asked = await addresses();
  expect(asked.length).toBeGreaterThan(40);
  for (const address of asked) {
    const { body, status } = await desk.get(address, {});
    expect(status, address).toBeLessThan(500);
    const said = JSON.stringify(body).toLowerCase();
    // What was asked may be said back; nothing else of it.
    for (const secret of [
      SECRET,
      PLACE_SECRET.toLowerCase(),
      '0912345678',
      '0987654321',
      '21.0432',
      '105.8456',
      'văn bảy',
    ])
      expect(said.includes(secret), `${address} tells ${secret}`).toBe(false);
    if (!address.includes('{') && !/HN-/.test(address))
      for (const { code } of hidden) expect(said.includes(code.toLowerCase()), `${address} names ${code}`).toBe(false);
  }
});

test('the one that is published is found by the same questions', async () => {
  expect(
    (await desk.get('/api/public/reports?q=ổ gà', {})).body.items.map(({ code }: { code: string }) => code),
  ).toEqual([shown.code]);
  expect((await desk.get('/api/public/map?bbox=105.8,21.0,105.9,21.1&zoom=12', {})).body.total).toBe(1);
});

test('pictures of what is not published are nobody’s', async () => {
  for (const { code } of hidden)
    for (const path of [`photos/1`, `photos/1/thumbnail`, `evidence/1`])
      expect((await desk.get(`/api/public/reports/${code}/${path}`, {})).status, code).toBe(404);
  expect(await desk.db.select().from(reports).where(eq(reports.publicText, ''))).toEqual([]);
});
