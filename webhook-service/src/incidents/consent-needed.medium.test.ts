import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { incidents, oaTokens } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { checkConsent, noteRevocation, tokenAlarm } from './consent-needed.ts';

const oaId = '2910384756102938475';
const publicUrl = 'https://phananh.example.vn';
const now = new Date(Date.UTC(2026, 9, 13, 3));
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const link = 'https://phananh.example.vn/admin';

let own: TestDatabase;
let clients: DatabaseClients;
beforeEach(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 2 });
});
afterEach(async () => {
  await clients.close();
  await own.drop();
});

const alarm = () => tokenAlarm(clients.db, { oaId, publicUrl, now: () => now });
const open = async () => {
  const rows = await clients.db.select().from(incidents);
  return rows.filter(({ resolvedAt }) => resolvedAt === null).map(({ kind, key, data }) => ({ kind, key, data }));
};
const hasPair = (over: Partial<typeof oaTokens.$inferInsert> = {}) =>
  clients.db.insert(oaTokens).values({
    oaId,
    accessTokenEnc: 'sealed',
    refreshTokenEnc: 'sealed',
    expiresAt: hours(20),
    refreshedAt: hours(-5),
    version: 3,
    seedFingerprint: '',
    ...over,
  });
const pair = async () => (await clients.db.select().from(oaTokens))[0];

describe('the alarm', () => {
  it('tells why, whether an answer was lost, and where to consent; a pair that works ends it', async () => {
    const tell = alarm();
    await tell({ event: 'needs_consent', why: 'rejected', code: -14014, afterLostAnswer: true });
    expect(await open()).toEqual([
      { kind: 'zalo_consent_needed', key: oaId, data: { why: 'rejected', afterLostAnswer: true, link } },
    ]);
    await tell({ event: 'refreshed', version: 4, expiresAt: hours(25) });
    expect(await open()).toEqual([]);
  });

  it('is raised by two lost answers in a row, not by one', async () => {
    const tell = alarm();
    await tell({ event: 'answer_lost', why: 'timeout' });
    await tell({ event: 'refreshed', version: 4, expiresAt: hours(25) });
    await tell({ event: 'answer_lost', why: 'timeout' });
    expect(await open()).toEqual([]);
    await tell({ event: 'answer_lost', why: 'timeout' });
    expect(await open()).toMatchObject([{ data: { why: 'answer_lost', link } }]);
  });

  it('is not raised while Zalo or the database is only away', async () => {
    const tell = alarm();
    for (const event of ['zalo_unreachable', 'database_unavailable', 'pair_not_stored'] as const) await tell({ event });
    expect(await open()).toEqual([]);
  });
});

describe('a revoked grant', () => {
  it('drops the access token, raises the alarm, and lets no refresh under way store its pair', async () => {
    await hasPair();
    expect(await noteRevocation(clients.db, { oaId, at: hours(0), now, publicUrl })).toBe(true);
    expect(await pair()).toMatchObject({ state: 'needs_consent', accessTokenEnc: null, expiresAt: null, version: 4 });
    expect(await open()).toMatchObject([{ data: { why: 'revoked', link } }]);
  });

  it('that was revoked before the present consent is no news', async () => {
    await hasPair();
    expect(await noteRevocation(clients.db, { oaId, at: hours(-6), now, publicUrl })).toBe(false);
    expect(await pair()).toMatchObject({ state: 'ok', accessTokenEnc: 'sealed' });
    expect(await open()).toEqual([]);
  });
});

describe('the sweep', () => {
  it('raises an alarm that could not be written when it was due, once', async () => {
    await hasPair({ state: 'needs_consent' });
    await checkConsent(clients.db, { oaId, publicUrl, now });
    await checkConsent(clients.db, { oaId, publicUrl, now });
    expect((await clients.db.select().from(incidents)).map(({ times }) => times)).toEqual([1]);
  });

  it('ends one whose reason has gone, not while an answer is still missing', async () => {
    await alarm()({ event: 'needs_consent', why: 'no_seed', code: null, afterLostAnswer: false });
    await hasPair({ refreshStartedAt: now });
    await checkConsent(clients.db, { oaId, publicUrl, now });
    expect(await open()).toHaveLength(1);
    await clients.db.update(oaTokens).set({ refreshStartedAt: null });
    await checkConsent(clients.db, { oaId, publicUrl, now });
    expect(await open()).toEqual([]);
  });
});
