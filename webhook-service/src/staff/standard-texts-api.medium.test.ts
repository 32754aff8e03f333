import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { standardTexts } from '../../../db/schema/index.ts';
import { seedStandardTexts, seedTexts } from '../../../db/seed/standard-texts.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { registerProblems } from '../problem.ts';
import { storeReport } from '../reports/duplicates/testing/store-report.ts';
import type { Report } from '../reports/report.ts';
import { registerStandardTextsApi } from './standard-texts-api.ts';

let own: TestDatabase;
let database: DatabaseClients;
let app: FastifyInstance;
let report: Report;
const NOW = new Date('2026-10-06T06:00:00Z');
type Item = { id: number; name: string; version: number; categoryCode: string | null; active: boolean };

beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  app = fastify();
  registerProblems(app);
  registerStandardTextsApi(app, {
    db: database.db,
    now: () => NOW,
    requireRole: (request, roles) => {
      const role = roles.find((one) => one === request.headers.role);
      if (!role) throw new AppError({ code: 'not_for_this_role', status: 403, detail: 'Không được phép.' });
      return { id: `${role}-1`, role };
    },
    requireVisible: ({ headers }, found) => {
      if (found && (!headers.agency || found.agencyCode === headers.agency)) return found;
      throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy.' });
    },
    previewMessage: (of, purpose, facts) => `${facts.agency} về ${of.code} [${purpose}]: ${facts.text}`,
  });
  report = await storeReport(database.db, {
    ...{ categoryCode: 'MT-01', agencyCode: 'ubnd-00199', state: 'in_progress', placeText: 'ngõ 80 Chùa Láng' },
    answerDueAt: new Date('2026-10-13T09:30:00Z'),
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await own?.drop();
});

async function call(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  headers: Record<string, string> = { role: 'cityOffice' },
) {
  const answer = await app.inject({ method, url: `/api/staff/${url}`, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null };
}
const text = { name: 'Hỏi số nhà', categoryCode: null, purpose: 'askCitizen', body: 'xin cho biết số nhà' };
const handler = { role: 'handler' };

describe('the texts to begin with', () => {
  test('are written once, and not again after staff changed or switched them off', async () => {
    expect(await database.db.$count(standardTexts)).toBe(seedStandardTexts.length);
    await database.db.update(standardTexts).set({ active: false, name: 'đã đổi' });
    await seedTexts(database.db);
    expect(await database.db.$count(standardTexts)).toBe(seedStandardTexts.length);
    await database.db.delete(standardTexts);
    await seedTexts(database.db);
    expect(await database.db.$count(standardTexts)).toBe(seedStandardTexts.length);
  });
});

describe('keeping standard texts', () => {
  test('a text is added, changed and switched off, each change with the next version and its author', async () => {
    const made = await call('POST', 'standard-texts', text);
    expect([made.status, made.body]).toEqual([
      201,
      { ...text, id: made.body.id, active: true, version: 1, changedBy: 'cityOffice-1', changedAt: NOW.toISOString() },
    ]);
    const path = `standard-texts/${made.body.id}`;
    const changed = await call('PUT', path, { ...text, body: 'xin gửi số nhà', version: 1 });
    expect(changed.body).toMatchObject({ body: 'xin gửi số nhà', version: 2, active: true });
    const off = await call('POST', `${path}/active`, { version: 2, active: false });
    expect(off.body).toMatchObject({ version: 3, active: false, body: 'xin gửi số nhà' });
    const listed = async (query: string) =>
      (await call('GET', `standard-texts?${query}`)).body.items.map(({ id }: Item) => id);
    expect(await listed('purpose=askCitizen&active=true')).not.toContain(made.body.id);
    expect(await listed('purpose=askCitizen&active=false')).toEqual([made.body.id]);
    expect(await listed('purpose=accept')).not.toContain(made.body.id);
  });

  test('of two who change the same version the second is told', async () => {
    const { id } = (await call('POST', 'standard-texts', text)).body;
    const both = await Promise.all(
      ['một', 'hai'].map((name) => call('PUT', `standard-texts/${id}`, { ...text, name, version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('standard_text_changed');
    const missing = await call('PUT', 'standard-texts/99999999', { ...text, version: 1 });
    expect([missing.status, missing.body.code]).toEqual([404, 'standard_text_not_found']);
  });

  test('is for the city office and operations; texts that break the rules are refused', async () => {
    for (const role of ['handler', 'leader', 'dispatcher']) {
      expect((await call('POST', 'standard-texts', text, { role })).status).toBe(403);
    }
    expect((await call('POST', 'standard-texts', text, { role: 'operations' })).status).toBe(201);
    const refused = await call('POST', 'standard-texts', { ...text, purpose: 'answer' });
    expect([refused.status, refused.body.code]).toEqual([422, 'text_answer_incomplete']);
    expect((await call('POST', 'standard-texts', { ...text, purpose: 'sing' })).status).toBe(400);
  });

  test('lists what can be chosen and filled in', async () => {
    const { body } = await call('GET', 'standard-texts?category=TN', undefined, handler);
    expect(body.items.map(({ categoryCode }: Item) => categoryCode)).toEqual(['TN', 'TN']);
    expect(body.purposes).toContainEqual({ code: 'answer', name: 'Trả lời' });
    expect(body.placeholders.fromReport).toContainEqual({ code: 'dueAt', name: 'hạn trả lời' });
    expect(body.placeholders.typed).toContainEqual({ code: 'proof', name: 'ảnh, văn bản kèm theo là gì' });
  });
});

describe('for a report', () => {
  const offered = async (code: string, purpose: string): Promise<(string | null)[]> =>
    (await call('GET', `reports/${code}/standard-texts?purpose=${purpose}`, undefined, handler)).body.items.map(
      ({ categoryCode }: Item) => categoryCode,
    );

  test('texts of its category come first, then of its group, then for all', async () => {
    const group = {
      ...text,
      name: 'A',
      categoryCode: 'MT',
      purpose: 'answer',
      body: '{checkedBy} {checkedAt} {found} {done} {proof}',
    };
    await call('POST', 'standard-texts', group);
    expect(await offered(report.code, 'answer')).toEqual(['MT-01', 'MT', null, null]);
    const unsorted = await storeReport(database.db, { categoryCode: null });
    expect(await offered(unsorted.code, 'answer')).toEqual([null, null]);
  });

  test('the preview is the very message, with what is still to be filled in', async () => {
    const [first] = (await call('GET', `reports/${report.code}/standard-texts?purpose=answer`)).body.items;
    const query = new URLSearchParams({
      ...{
        purpose: 'answer',
        textId: String(first.id),
        checkedBy: 'Tổ trật tự đô thị',
        checkedAt: '09:00 ngày 06/10/2026',
      },
      ...{ found: 'rác tồn hai ngày', proof: 'hai ảnh', prevention: 'thu gom hằng ngày' },
    });
    const preview = async () => (await call('GET', `reports/${report.code}/preview?${query}`, undefined, handler)).body;
    expect(await preview()).toMatchObject({ missing: ['done'], ready: false, tooLong: false });
    query.set('done', 'đã thu gom hết.');
    const { message, ...rest } = await preview();
    expect(rest).toEqual({
      text:
        'Kính gửi Ông/Bà. Lúc 09:00 ngày 06/10/2026, Tổ trật tự đô thị đã kiểm tra ngõ 80 Chùa Láng, phường Láng theo phản ánh ' +
        `${report.code}. Hiện trạng: rác tồn hai ngày. Đã thu gom, dọn dẹp: đã thu gom hết. Ảnh sau khi dọn: hai ảnh. ` +
        'Để không tái diễn: thu gom hằng ngày. Trân trọng.',
      ...{ missing: [], ready: true, tooLong: false, length: message.length },
    });
    expect(message).toBe(`UBND phường Láng về ${report.code} [answer]: ${rest.text}`);
  });

  test('the preview takes typed words too, and knows the report’s own facts', async () => {
    const typed = encodeURIComponent('{agency} hẹn trước {dueAt}, {category}, {date}');
    const { body } = await call('GET', `reports/${report.code}/preview?purpose=accept&text=${typed}`);
    expect(body.text).toBe(
      'UBND phường Láng hẹn trước 16:30 thứ Ba, 13/10/2026, Rác thải tồn đọng, điểm tập kết rác, 06/10/2026',
    );
    const long = await call('GET', `reports/${report.code}/preview?purpose=accept&text=${'a'.repeat(600)}`);
    expect(long.body).toMatchObject({ tooLong: true, ready: false, missing: [] });
  });

  test('a preview is refused without a text, with one of another purpose, and of a report out of sight', async () => {
    const path = `reports/${report.code}/preview?purpose=extend`;
    const [other] = (await call('GET', 'standard-texts?purpose=accept')).body.items;
    expect((await call('GET', path)).body.code).toBe('preview_text_missing');
    expect((await call('GET', `${path}&textId=${other.id}`)).body).toMatchObject({
      code: 'standard_text_other_purpose',
      detail: 'Mẫu này dùng để: Nhận xử lý.',
    });
    expect((await call('GET', `${path}&textId=99999999`)).body.code).toBe('standard_text_not_found');
    const elsewhere = await call('GET', `${path}&text=a`, undefined, { ...handler, agency: 'ubnd-00004' });
    expect(elsewhere.status).toBe(404);
  });
});
