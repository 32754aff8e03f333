import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { citizens } from '../../../db/schema/index.ts';
import { createSetting } from '../reports/perform/setting.ts';
import { consentTexts } from '../rights/consent-texts.ts';
import { openRequest } from '../rights/open-request.ts';
import { performPrivacyRequest } from '../rights/perform-request.ts';
import { type CitizenCity, LANG, startCitizenCity } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
let someone: MiniApp;
let people = 0;
beforeAll(async () => {
  city = await startCitizenCity();
});
beforeEach(async () => {
  someone = await city.someone(`profile-${++people}`);
});
afterAll(() => city?.running.stop());

const agrees = (person: MiniApp, given = true) =>
  person.put('/consents', { purpose: 'contact', version: consentTexts.contact.version, given });
const rowOf = async ({ citizenId }: MiniApp) => {
  const [row] = await city.running.db.select().from(citizens).where(eq(citizens.id, citizenId));
  if (!row) throw new Error('the citizen is there');
  return row;
};

describe('what the Mini App knows of me', () => {
  test('is what the service knows, and how many of my reports are open', async () => {
    await city.answered(await city.mine({ agencyCode: LANG }));
    await city.mine();
    const me = (await city.me.get('/me')).json();
    expect(me).toEqual({
      ...{ language: 'vi', chatLinked: true, notifyAllowed: false, followsOa: true, isSensitive: false },
      ...{ name: null, phoneKept: false, openReports: 1, memberSince: (await rowOf(city.me)).createdAt.toISOString() },
    });
  });

  test('tells that there is no chat yet', async () => {
    const onlyHere = await city.someone('miniapp:4711');
    expect((await onlyHere.get('/me')).json()).toMatchObject({ chatLinked: false, followsOa: false });
  });

  test('is for those who are signed in', async () => {
    expect((await city.running.app.inject('/api/citizen/me')).statusCode).toBe(401);
  });
});

describe('what I may set', () => {
  test('the language, of everything that is said from then on', async () => {
    expect((await someone.patch('/me', { language: 'en' })).json()).toMatchObject({ language: 'en' });
    expect((await someone.get('/me')).json()).toMatchObject({ language: 'en' });
    expect((await someone.patch('/me', { language: 'fr' })).statusCode).toBe(400);
    expect((await someone.patch('/me', {})).json()).toMatchObject({ language: 'en' });
  });

  test('my name, with consent to be contacted, and only sealed', async () => {
    const refused = await someone.patch('/me', { name: 'Trần Thị Bình' });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'contact_consent_needed']);
    await agrees(someone);
    const decomposed = '  Trần   Thị Bình '.normalize('NFD');
    expect((await someone.patch('/me', { name: decomposed })).json().name).toBe('Trần Thị Bình'.normalize('NFC'));
    expect((await rowOf(someone)).nameEnc).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
    expect((await someone.get('/export.json')).json().account.name).toBe('Trần Thị Bình');
    expect((await someone.patch('/me', { language: 'en' })).json().name).toBe('Trần Thị Bình');
    expect((await someone.patch('/me', { name: null })).json().name).toBeNull();
    expect((await rowOf(someone)).nameEnc).toBeNull();
    await someone.patch('/me', { name: 'Trần Thị Bình' });
    expect((await someone.patch('/me', { name: '' })).json().name).toBeNull();
  });

  test.each(['   ', 'x'.repeat(81), 'Bình\u0000', 'Bình\u202Egnp', 'a\nb\u0007'])('but not %j', async (name) => {
    await agrees(someone);
    const answer = await someone.patch('/me', { name });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'name_invalid']);
  });

  test('eighty characters of Vietnamese are eighty', async () => {
    await agrees(someone);
    expect((await someone.patch('/me', { name: 'ễ'.repeat(80).normalize('NFD') })).statusCode).toBe(200);
  });

  test('nothing that is not mine to set', async () => {
    const before = await rowOf(someone);
    await someone.patch('/me', { isSensitive: true, notifyAllowed: true, language: 'en' });
    expect(await rowOf(someone)).toEqual({ ...before, language: 'en' });
  });

  test('and whoever was erased meanwhile sets nothing', async () => {
    await city.running.db.update(citizens).set({ erasedAt: new Date() }).where(eq(citizens.id, someone.citizenId));
    expect((await someone.patch('/me', { language: 'en' })).statusCode).toBe(401);
  });
});

describe('my name goes', () => {
  beforeEach(async () => {
    await agrees(someone);
    await someone.patch('/me', { name: 'Trần Thị Bình' });
  });

  test('with the consent to be contacted', async () => {
    await agrees(someone, false);
    expect((await someone.get('/me')).json().name).toBeNull();
    expect((await rowOf(someone)).nameEnc).toBeNull();
  });

  test('with all consents together', async () => {
    const { db, media: store } = city.running;
    const now = () => new Date();
    const setting = createSetting(now);
    const office = (await setting(db)).calendars.of(null);
    const asked = { key: `w-${people}`, citizenId: someone.citizenId, source: 'miniapp' as const, receivedAt: now() };
    const { request } = await openRequest(db, { ...asked, kind: 'withdraw_consent' }, { office, now: now() });
    const deps = { db, store, now, setting, publicUrl: 'https://x.test', leaveChat: async () => {} };
    await performPrivacyRequest(request.id, deps);
    expect((await rowOf(someone)).nameEnc).toBeNull();
  });
});
