import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizens, outboxMessages, privacyRequests } from '../../../db/schema/index.ts';
import { createSetting } from '../reports/perform/setting.ts';
import { takeChatRequest } from '../rights/chat-requests.ts';
import { performPrivacyRequest } from '../rights/perform-request.ts';
import { type CitizenCity, startCitizenCity } from './testing/citizen-city.ts';

let city: CitizenCity;
beforeAll(async () => {
  city = await startCitizenCity();
});
afterAll(() => city?.running.stop());

const key = (value: string) => ({ 'idempotency-key': value });

describe('consents in the Mini App', () => {
  it('nothing is ticked beforehand; agreeing needs the wording that was shown', async () => {
    const before = (await city.me.get('/consents')).json();
    expect(before.items.map(({ purpose, given }: { purpose: string; given: unknown }) => [purpose, given])).toEqual([
      ['handle', null],
      ['contact', null],
      ['publish', null],
    ]);
    const put = (body: object) => city.me.put('/consents', body);
    expect((await put({ purpose: 'contact', version: 'contact-0', given: true })).json()).toMatchObject({
      code: 'consent_text_changed',
    });
    const after = (await put({ purpose: 'contact', version: before.items[1].version, given: true })).json();
    expect(after.items[1]).toMatchObject({ purpose: 'contact', given: true, basis: 'consent' });
    expect((await put({ purpose: 'contact', version: 'x', given: false })).json().items[1]).toMatchObject({
      given: false,
    });
    expect((await city.stranger.get('/consents')).json().items[1]).toMatchObject({ given: null });
  });

  it('notifications are allowed and stopped', async () => {
    expect((await city.me.post('/notifications', { allowed: true })).statusCode).toBe(204);
    const [me] = await city.running.db.select().from(citizens).where(eq(citizens.id, city.me.citizenId));
    expect(me?.notifyAllowed).toBe(true);
  });

  it('a phone number without consent is refused before Zalo is asked', async () => {
    expect((await city.me.post('/phone', { accessToken: 't', code: 'c' })).json()).toMatchObject({
      code: 'consent_needed',
    });
    expect((await city.me.delete('/phone')).statusCode).toBe(204);
  });
});

describe('requests about one’s data', () => {
  it('the same key is the same request; those a person must read need words', async () => {
    expect((await city.me.post('/privacy-requests', { kind: 'correct' }, key('a'))).json()).toMatchObject({
      code: 'privacy_note_needed',
    });
    const body = { kind: 'correct', note: 'Xin sửa địa chỉ trong phản ánh' };
    const [first, again] = [
      (await city.me.post('/privacy-requests', body, key('b'))).json(),
      (await city.me.post('/privacy-requests', body, key('b'))).json(),
    ];
    expect(first).toMatchObject({ kind: 'correct', state: 'received', note: body.note });
    expect(again.id).toBe(first.id);
    expect((await city.me.get('/privacy-requests')).json().items).toHaveLength(1);
    expect((await city.stranger.get('/privacy-requests')).json().items).toEqual([]);
  });
});

describe('the export', () => {
  it('has everything of mine and nothing of others, as JSON and as PDF', async () => {
    const code = await city.mine({ agencyCode: 'ubnd-00199' });
    await city.answered(code);
    const other = await city.theirs();
    await city.me.post('/privacy-requests', { kind: 'export' }, key('c'));

    const response = await city.me.get('/export.json');
    const data = response.json();
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(data.account).toMatchObject({ zaloIdForOa: 'me', phone: null });
    const mine = data.reports.find((report: { code: string }) => report.code === code);
    expect(mine).toMatchObject({ text: 'Bác Tư nhà số 7 gọi 0912345678', state: 'answered' });
    expect(mine.history[0].text).toContain('Đã nhận phản ánh');
    expect(mine.answers[0].text).toContain('vá xong');
    expect(JSON.stringify(data)).not.toContain(other);
    const pdf = await city.me.get('/export.pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const requests = (await city.me.get('/privacy-requests')).json().items;
    expect(requests.find(({ kind }: { kind: string }) => kind === 'export')).toMatchObject({ state: 'done' });
  });

  it('asked for in the chat, it lies behind a link for a day, and a look at the page takes nothing', async () => {
    const { db, media, app } = city.running;
    const somebody = await city.someone('somebody');
    const now = () => new Date();
    const deps = {
      db,
      store: media,
      now,
      setting: createSetting(now),
      publicUrl: 'https://phananh.test',
      leaveChat: async () => {},
    };
    const [citizen] = await db.select().from(citizens).where(eq(citizens.id, somebody.citizenId));
    if (!citizen) throw new Error('not there');
    await db.transaction((tx) =>
      takeChatRequest(tx, { citizen, words: 'tải dữ liệu của tôi', inboxId: 4711, now: now() }, deps),
    );
    const [request] = await db.select().from(privacyRequests).where(eq(privacyRequests.citizenId, citizen.id));
    await performPrivacyRequest(request?.id ?? 0, deps);
    await performPrivacyRequest(request?.id ?? 0, deps);
    const messages = await db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, citizen.id));
    expect(messages).toHaveLength(1);
    const path = /https:\/\/phananh\.test(\S+)/.exec(messages[0]?.text ?? '')?.[1] ?? '';
    const state = async () =>
      (await db.select().from(privacyRequests).where(eq(privacyRequests.citizenId, citizen.id)))[0]?.state;

    expect((await app.inject(path)).body).toContain('Tải dữ liệu của bạn');
    expect(await state()).toBe('answered');
    expect((await app.inject(`${path}/du-lieu.json`)).json().account.zaloIdForOa).toBe('somebody');
    expect(await state()).toBe('done');
    expect((await app.inject(`${path.slice(0, -1)}_/du-lieu.json`)).statusCode).toBe(404);
    expect((await app.inject('/quyen-rieng-tu')).body).toContain('Quyền của bạn');
    expect((await app.inject('/quyen-rieng-tu?lang=en')).body).toContain('Your rights');
  });
});
