/** Networks that vanish, answers that are lost, servers that restart: what was written arrives exactly once. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import {
  agrees,
  button,
  choosesPhotos,
  codeShown,
  countReports,
  expectClean,
  goOn,
  HANDLE,
  heading,
  LOST_CALLS,
  photosSaved,
  placesByAddress,
  reports,
  sends,
  tiles,
  WORDS,
  writesUntilReview,
} from './citizen.ts';
import { openPhone, type Phone } from './phone.ts';

let phone: Phone;
let server: { close(): PromiseLike<unknown> };
beforeAll(async () => {
  phone = await openPhone({ city: { roles: ['worker'], env: { WARD_BOUNDARIES: '' } } });
  server = await phone.city.startServer();
});
afterAll(() => phone?.stop());

const OFFLINE = { network: { online: false } };
const ONLINE = { network: { online: true } };

test('written with a photo where there is no network, closed and opened again, it is sent once when the network returns', async () => {
  const other = await phone.another();
  await other.open('/');
  await other.page.getByRole('link', { name: 'Gửi phản ánh' }).click();
  await button(other.page, 'Chọn ảnh có sẵn').waitFor();
  await readyForNoNetwork(other.page);
  await other.set(OFFLINE);
  await choosesPhotos(other, 1);
  await tiles(other.page).getByText('Đã giữ trên máy, chờ gửi').waitFor();
  await goOn(other.page);
  await placesByAddress(other);
  await goOn(other.page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await button(other.page, 'Gửi khi có mạng').click();
  await heading(other.page, 'Đã giữ phản ánh').waitFor();

  await other.restart('/');
  const waiting = other.page.getByRole('region', { name: 'Chưa gửi xong' });
  await waiting.getByText(WORDS).waitFor();
  await waiting.getByText('Đã giữ trên máy. Sẽ tự gửi khi có mạng và ứng dụng đang mở.').waitFor();
  expect(await countReports(other)).toBe(0);

  await other.set(ONLINE);
  await waiting.waitFor({ state: 'detached' });
  await other.restart('/reports');
  await other.page.getByRole('link', { name: /^Ổ gà/ }).waitFor();
  expect(await countReports(other)).toBe(1);
  expect(await countPhotos(other)).toBe(1);
  await leaves(other);
});

test('two quick taps on "Gửi phản ánh" are one report', async () => {
  const other = await phone.another();
  await writesDraft(other);
  await button(other.page, 'Gửi phản ánh').dblclick();
  await codeShown(other);
  expect(await countReports(other)).toBe(1);
  await leaves(other);
});

test('the answer to sending is lost on its way: the phone finds out by itself, and it is one report', async () => {
  const other = await phone.another();
  await writesDraft(other);
  const code = losesFirstAnswer(other, '**/api/citizen/draft/submit');
  await sends(other);
  expect(await codeShown(other)).toBe(((await code) as { code: string }).code);
  expect(await countReports(other)).toBe(1);
  // That it is closed already, and as which report, comes as a conflict.
  await leaves(other, [LOST_CALLS, /status of 409/]);
});

test('a photo whose upload breaks off half-way, and then loses its answer, is one photo', async () => {
  const other = await phone.another();
  await other.open('/report');
  await other.set({ network: { kilobytesPerSecond: 5 } });
  await choosesPhotos(other, 1);
  await tiles(other.page)
    .getByText(/^Đang gửi \d+%$/)
    .waitFor();
  await other.set(OFFLINE);
  await tiles(other.page)
    .getByText(/^(?:Chưa gửi được, sẽ tự thử lại|Đã giữ trên máy, chờ gửi)$/)
    .waitFor();
  const stored = losesFirstAnswer(other, '**/api/citizen/draft/photos');
  await other.set({ network: { online: true, kilobytesPerSecond: 0 } });
  expect(await stored).toHaveProperty('id');
  await photosSaved(other, 1);
  await goOn(other.page);
  await placesByAddress(other);
  await goOn(other.page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await sends(other);
  await codeShown(other);
  expect(await countPhotos(other)).toBe(1);
  await leaves(other, [LOST_CALLS]);
});

test('a session that has ended on the service is renewed unnoticed in the middle of writing', async () => {
  const other = await phone.another();
  await writesDraft(other);
  await endSessions();
  await sends(other);
  const code = await codeShown(other);
  await endSessions();
  await other.page.getByRole('link', { name: 'Xem phản ánh' }).click();
  await other.page.getByRole('region', { name: 'Diễn biến' }).waitFor();
  await heading(other.page, `Mã ${code}`).waitFor();
  expect(await countReports(other)).toBe(1);
  await leaves(other, [/status of 401/]);
});

test('without a network one reads what the phone has kept, with its time, and goes on when it returns', async () => {
  const other = await phone.another();
  const code = await reports(other);
  await other.open(`/reports/${code}`);
  await other.page.getByRole('region', { name: 'Diễn biến' }).waitFor();
  await kept(other.page, code);
  await other.set(OFFLINE);
  await other.restart(`/reports/${code}`);
  await other.page.getByText(WORDS).waitFor();
  await other.page.getByText(/^Đang không có mạng\. Đây là bản đã lưu lúc/).waitFor();
  await other.set(ONLINE);
  await other.page.getByText(/Đây là bản đã lưu lúc/).waitFor({ state: 'detached' });
  await leaves(other);
});

test('the service is away: it is said that nothing is lost, and the report goes by itself when it is back', async () => {
  const other = await phone.another();
  const before = await reports(other);
  await other.open('/');
  await kept(other.page, before);
  await writesDraft(other, 'Đèn đường hỏng cả đoạn trước số 40 phố Chùa Láng, phường Láng');
  await server.close();
  await sends(other);
  await heading(other.page, 'Đã giữ phản ánh').waitFor();
  await other.page.getByText(/^Phản ánh đã được giữ trên máy\./).waitFor();
  await other.page.getByRole('link', { name: 'Về trang đầu' }).click();
  await other.page
    .getByText(/^Chưa tải được bản mới\. Đây là bản đã lưu lúc/)
    .first()
    .waitFor();

  server = await phone.city.startServer();
  await waitFor(async () => (await countReports(other)) === 2, { what: 'the second report', timeoutMs: 60_000 });
  await other.page.getByRole('link', { name: /^Đèn/ }).waitFor();
  await other.page
    .getByText(/Đây là bản đã lưu lúc/)
    .first()
    .waitFor({ state: 'detached' });
  await other.open(`/reports/${before}`);
  await heading(other.page, `Mã ${before}`).waitFor();
  expect(await countReports(other)).toBe(2);
  await leaves(other, [LOST_CALLS]);
});

/** Everything up to the last button. */
async function writesDraft(other: Phone, words = WORDS): Promise<void> {
  await other.open('/report');
  await button(other.page, 'Bỏ qua, không có ảnh').click();
  await placesByAddress(other);
  await goOn(other.page);
  await writesUntilReview(other, words);
  await other.page
    .getByRole('region', { name: 'Bạn đồng ý những gì' })
    .getByText('Giải quyết phản ánh')
    .first()
    .waitFor();
  const handle = other.page.getByRole('checkbox', { name: HANDLE });
  // Who has agreed before is not asked again.
  if (await handle.isVisible()) await handle.check();
}

/** The service does the first of these calls, and its answer never arrives. @returns that answer */
function losesFirstAnswer({ page }: Phone, calls: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lose = async (route: Route) => {
      const answer = await route.fetch();
      resolve(await answer.json());
      await route.abort('connectionreset');
    };
    page.route(calls, lose, { times: 1 }).catch(reject);
  });
}

/** What the pages of a report need lies on the phone. */
async function readyForNoNetwork(page: Page): Promise<void> {
  await kept(page, 'consents');
}

/** Waits until the phone has kept a copy of what was read with this in it. */
async function kept(page: Page, what: string): Promise<void> {
  const read = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('phan-anh-cache');
          opening.onerror = () => resolve('');
          opening.onsuccess = () => {
            const asked = opening.result.transaction('queries').objectStore('queries').get('queries');
            asked.onerror = () => resolve('');
            asked.onsuccess = () => resolve(String(asked.result ?? ''));
          };
        }),
    );
  await expect.poll(read, { timeout: 15_000 }).toContain(what);
}

async function countPhotos({ city, citizenId }: Phone): Promise<number> {
  const idByApp = city.simulator.state().citizens.find(({ id }) => id === citizenId)?.idByApp ?? '';
  const [row] = await city.database.sql<{ n: number }[]>`
    select count(*)::int as n from photos
      left join reports on reports.id = photos.report_id left join drafts on drafts.id = photos.draft_id
      join citizens on citizens.id = coalesce(reports.citizen_id, drafts.citizen_id)
    where citizens.user_id_by_app = ${idByApp}`;
  return row?.n ?? 0;
}

async function endSessions(): Promise<void> {
  await phone.city.database.sql`delete from citizen_sessions`;
}

async function leaves(other: Phone, explained: RegExp[] = []): Promise<void> {
  expectClean(other, explained);
  await other.stop();
}
