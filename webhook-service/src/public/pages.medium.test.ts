import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportStates, reports } from '../../../db/schema/index.ts';
import { type RunningApp, startApp } from './testing/running-app.ts';
import { forceState, order, secrets, seedAnswer, seedReport } from './testing/seed-report.ts';

let running: RunningApp;
let code: string;

beforeAll(async () => {
  running = await startApp(() => new Date());
  code = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
});
afterAll(() => running.stop());

// Well formed, check symbol right, and in no database of ours.
const unused = 'HN-7K3MR4T5';

describe('the page of a report', () => {
  it('is complete, in Vietnamese, kept by nobody and found by no search engine', async () => {
    const answer = await get(`/tra-cuu/${code}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'vi',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.body).toContain('<html lang="vi">');
    expect(answer.body).toMatch(/<h1>UBND phường Láng đang giữ phản ánh này\u00a0· trả lời trước <time/);
    expect(answer.body).toContain('Đã dùng ');
    expect(answer.body).toContain('đơn vị có 40 giờ làm việc để trả lời');
  });

  it('has an English twin', async () => {
    const answer = await get(`/tra-cuu/${code}?lang=en`);
    expect(answer.headers['content-language']).toBe('en');
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain('People&#39;s Committee of Láng ward');
    expect(answer.body).toContain('Potholes, damaged or sunken road surface');
    expect(answer.body).toContain(`href="/tra-cuu/${code}" lang="vi"`);
  });

  it('shows no word, place or person of the report', async () => {
    for (const address of [`/tra-cuu/${code}`, `/tra-cuu/${code}?lang=en`, `/api/public/reports/${code}`]) {
      const { body } = await get(address);
      for (const secret of Object.values(secrets)) expect(body).not.toContain(secret);
      expect(body).not.toMatch(/21\.02|105\.80|Bác Tư|0912/);
    }
  });

  it('does not show a suggested category as decided', async () => {
    const waiting = await seedReport(running.db);
    const { body } = await get(`/tra-cuu/${waiting}`);
    expect(body).toContain('Cán bộ tiếp nhận đang xác định đơn vị xử lý');
    expect(body).not.toContain('Ổ gà, mặt đường');
  });

  it('can be shown in every state', async () => {
    const other = await seedReport(running.db, { agencyCode: 'so-xay-dung' });
    for (const state of reportStates) {
      await forceState(running.db, other, state);
      expect((await get(`/tra-cuu/${other}`)).statusCode).toBe(200);
    }
  });

  it('allows no script, no inline style and nothing from elsewhere', async () => {
    const { headers, body } = await get(`/tra-cuu/${code}`);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';font-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(?:src|href|action)="(?:https?:)?\/\//);
  });
});

describe('the answer of the agency', () => {
  it('stands on the page with its proof, which whoever has the code may fetch', async () => {
    const answered = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
    const { photo, document } = await seedAnswer(running.db, answered, running.media);
    const { body } = await get(`/tra-cuu/${answered}`);
    expect(body).toContain('Mặt đường đi lại bình thường.');
    expect(body).toContain(`src="/tra-cuu/${answered}/minh-chung/${photo}/thumbnail"`);
    for (const secret of Object.values(secrets)) expect(body).not.toContain(secret);

    const picture = await get(`/tra-cuu/${answered}/minh-chung/${photo}`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(picture.headers).toMatchObject({
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const paper = await get(`/tra-cuu/${answered}/minh-chung/${document}`);
    expect(paper.headers['content-disposition']).toBe(`attachment; filename="minh-chung-${document}.pdf"`);

    const api = (await get(`/api/public/reports/${answered}`)).json();
    expect(api).toMatchObject({ dueKind: 'confirm', answersHidden: false, main: null });
    expect(api.answers[0].photos[0].address).toBe(`/tra-cuu/${answered}/minh-chung/${photo}`);
  });

  it('gives no proof under another code, none that belongs to no answer, and nothing for numbers that are none', async () => {
    const answered = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
    const { photo } = await seedAnswer(running.db, answered, running.media);
    for (const address of [`${code}/minh-chung/${photo}`, `${unused}/minh-chung/${photo}`, `HN-1/minh-chung/${photo}`])
      expect((await get(`/tra-cuu/${address}`)).statusCode).toBe(404);
    for (const id of ['0', '-1', 'x', '99999999999999999999', '999999', `${photo}/anh-khac`])
      expect((await get(`/tra-cuu/${answered}/minh-chung/${id}`)).statusCode).toBe(404);
    await running.database.sql`update evidence set answer_id = null where id = ${photo}`;
    expect((await get(`/tra-cuu/${answered}/minh-chung/${photo}`)).statusCode).toBe(404);
  });

  it('is kept for the sender where the category is not public by default', async () => {
    const secret = await seedReport(running.db, { agencyCode: 'ca-00199', categoryCode: 'AN-09' });
    const { photo } = await seedAnswer(
      running.db,
      secret,
      running.media,
      'Công an phường đã mời hai bên làm việc sáng nay.',
    );
    for (const address of [`/tra-cuu/${secret}`, `/api/public/reports/${secret}`])
      expect((await get(address)).body).not.toContain('mời hai bên');
    expect((await get(`/tra-cuu/${secret}`)).body).toContain('Nội dung chỉ gửi cho người phản ánh qua Zalo');
    expect((await get(`/api/public/reports/${secret}`)).json()).toMatchObject({ answers: [], answersHidden: true });
    expect((await get(`/tra-cuu/${secret}/minh-chung/${photo}`)).statusCode).toBe(404);
  });

  it('of a main report is shown under the code of one that was merged into it', async () => {
    const main = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
    const own = await seedReport(running.db, { agencyCode: 'ubnd-00199', oaUserId: 'neighbour' });
    const [row] = await running.db.select().from(reports).where(eq(reports.code, main));
    const dispatcher = { kind: 'staff', role: 'dispatcher', id: '5' } as const;
    await order(running.db, own, { command: { type: 'merge' }, actor: dispatcher, mergeIntoId: row?.id ?? 0 });
    const { photo } = await seedAnswer(running.db, main, running.media);
    const { body } = await get(`/tra-cuu/${own}`);
    expect(body).toMatch(new RegExp(`Kết quả theo phản ánh chính <a class="code" href="/tra-cuu/${main}">${main}</a>`));
    expect(body).toContain('Mặt đường đi lại bình thường.');
    expect(body).toContain(`Đã gộp với phản ánh ${main} về cùng sự việc.`);
    expect((await get(`/tra-cuu/${own}/minh-chung/${photo}`)).statusCode).toBe(200);
  });
});

it('names the intake officer, not an agency, while intake asks, and never an internal event', async () => {
  const asked = await seedReport(running.db);
  const officer = { kind: 'staff', role: 'intakeOfficer', id: '5' } as const;
  await order(running.db, asked, { command: { type: 'askCitizen', question: 'Ở phường nào ạ?' }, actor: officer });
  const { body } = await get(`/tra-cuu/${asked}`);
  expect(body).toMatch(/<h1>Cán bộ tiếp nhận đang chờ người gửi bổ sung thông tin/);
  expect(body).toContain('Cán bộ tiếp nhận hỏi thêm người gửi.');
  expect(body).toContain('xin trả lời trước <time');
  expect(body).not.toMatch(/Ở phường nào|put_into_tray|Phản ánh có cập nhật/);
});

describe('a code as people type it', () => {
  it('leads to the one address of the report', async () => {
    const typed = code.toLowerCase().replace('hn-', 'hn ');
    const form = await get(`/tra-cuu?ma=${encodeURIComponent(typed)}`);
    expect(form.statusCode).toBe(302);
    expect(form.headers.location).toBe(`/tra-cuu/${code}`);
    const english = await get(`/tra-cuu/${encodeURIComponent(typed)}?lang=en`);
    expect(english.statusCode).toBe(302);
    expect(english.headers.location).toBe(`/tra-cuu/${code}?lang=en`);
  });

  it.each([
    '/tra-cuu?ma=HN-12345678',
    '/tra-cuu/HN-12345678',
    '/tra-cuu?ma=',
    '/tra-cuu?ma=a&ma=b',
    '/tra-cuu?ma=%22%3E%3Cscript%3E',
  ])('is answered with 422 and the field to mend it when it is wrong: %s', async (address) => {
    const answer = await get(address);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('Mã phản ánh chưa đúng');
    expect(answer.body).toContain('aria-invalid="true"');
    expect(answer.body).not.toContain('<script');
  });

  it('stays in the field when it was wrong', async () => {
    expect((await get('/tra-cuu?ma=HN-12345678')).body).toContain('value="HN-12345678"');
  });

  it('of a page that is none is a page for people and a problem document for programs', async () => {
    const page = await get('/khong-co', { headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('Không có trang này');
    const document = await get('/khong-co');
    expect([document.statusCode, document.json().code]).toEqual([404, 'not_found']);
  });

  it('is answered with 404 when no report has it', async () => {
    const answer = await get(`/tra-cuu/${unused}?lang=en`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('No report has this code');
    expect(answer.body).toContain('action="/tra-cuu"');
  });
});

it('is told in words when there were too many look-ups from one address', async () => {
  const from = { remoteAddress: '203.0.113.7' };
  let last = await get('/tra-cuu/HN-1', from);
  for (let attempt = 0; attempt < 30; attempt++) last = await get('/tra-cuu/HN-1', from);
  expect(last.statusCode).toBe(429);
  expect(last.headers['retry-after']).toBeDefined();
  expect(last.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(last.body).toContain('Xin chờ một phút');
});

describe('the first page', () => {
  it('says what this is, whom to call and how to look up a report', async () => {
    const answer = await get('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-robots-tag']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-cache');
    for (const number of ['113', '114', '115']) expect(answer.body).toContain(`href="tel:${number}"`);
    expect(answer.body).toContain('name="ma"');
  });

  it('leads to what happens with personal data, in the language of the page', async () => {
    expect((await get('/')).body).toContain('href="/quyen-rieng-tu">Quyền riêng tư</a>');
    expect((await get('/?lang=en')).body).toContain('href="/quyen-rieng-tu?lang=en">Privacy</a>');
  });

  it('comes with everything it needs, for good, under names that change with the content', async () => {
    const { body } = await get('/');
    const addresses = [...body.matchAll(/(?:href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const asset = await get(address, { headers: { 'accept-encoding': 'gzip' } });
      expect(asset.statusCode).toBe(200);
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const stylesheet = addresses.find((address) => address.endsWith('.css')) ?? '';
    const css = (await get(stylesheet)).body;
    expect(css).toContain('--accent');
    for (const font of addresses.filter((address) => address.endsWith('.woff2'))) expect(css).toContain(font);
  });

  it('answers an older name with what there is now, and does not let it be kept', async () => {
    const answer = await get('/assets/pages.000000000000.css');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/..%2Fpages.ts')).statusCode).toBe(404);
  });
});

describe('the API answer', () => {
  it('says the same in the language asked for', async () => {
    const answer = (await get(`/api/public/reports/${code}?lang=en`)).json();
    expect(answer).toMatchObject({
      code,
      stateLabel: 'Sent to the responsible agency',
      agency: 'UBND phường Láng',
      agencyGloss: "People's Committee of Láng ward",
      ward: 'Láng ward',
      clock: { minutes: 2400, hours: 'working' },
    });
    expect(answer.history.at(-1)).toMatchObject({ event: 'supplemented', added: ['photos', 'words'] });
  });

  it('knows two languages', async () => {
    expect((await get(`/api/public/reports/${code}?lang=fr`)).statusCode).toBe(400);
  });
});

function get(url: string, options: { remoteAddress?: string; headers?: Record<string, string> } = {}) {
  return running.app.inject({ method: 'GET', url, ...options });
}
