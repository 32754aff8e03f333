import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { consentRequests, incidents, oaTokens, staffMembers } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { simulatorControl } from '../../../scripts/zalo-simulator/control-client.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { noteRevocation } from '../incidents/consent-needed.ts';
import { tokenHash } from '../staff/token.ts';
import { createOauthClient } from '../zalo/oauth-client.ts';
import { createTokenStore } from '../zalo/tokens.ts';
import { type AdminApp, approve, createVisitor, freePort, startAdminApp } from './testing/admin-app.ts';

const APP = {
  appId: '4102938475610293847',
  appSecret: 'app-secret',
  oaId: '2910384756102938475',
  oaSecret: 'oa-secret',
};
const MINUTE = 60_000;
const operatorToken = 'pahn_test-only-operator-token';
const handlerToken = 'pahn_test-only-handler-token';
const dataKey = randomBytes(32);

let simulator: Simulator;
let own: TestDatabase;
let database: DatabaseClients;
let admin: AdminApp;
let publicUrl: string;
let visitor: ReturnType<typeof createVisitor>;
let now: Date;
let mayTryAgain: boolean;

beforeAll(async () => {
  simulator = await startSimulator({ ...APP, webhookUrl: 'http://webhook.invalid/' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await simulatorControl(simulator.url).reset();
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 3 });
  now = new Date();
  mayTryAgain = true;
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  admin = await startAdminApp({
    ...{ database, port, publicUrl, dataKey },
    now: () => now,
    staffToken: 'staff-token-for-tests-only',
    zalo: { ...APP, oauthUrl: simulator.url },
    mayTryAgain: () => mayTryAgain,
  });
  visitor = createVisitor(publicUrl);
  const member = { agencyCodes: null, categoryCodes: null, createdAt: now, createdBy: 'test' };
  await database.db.insert(staffMembers).values([
    { ...member, name: 'Nguyễn Văn Vận Hành', roles: ['operations'], tokenHash: tokenHash(operatorToken) },
    { ...member, name: 'Trần Thị Xử Lý', roles: ['cityOffice'], tokenHash: tokenHash(handlerToken) },
  ]);
});
afterEach(async () => {
  await admin.app.close();
  await database.close();
  await own.drop();
});

const signIn = (token = operatorToken) => visitor.post('/admin/sign-in', { token });
/** Presses the button. @returns the address at Zalo. */
const begin = async () => (await visitor.post('/admin/zalo/consent', { csrf: await visitor.csrf() })).location ?? '';
const back = (url: URL) => visitor.get(url.pathname + url.search);
const pair = async () => (await database.db.select().from(oaTokens))[0];
const openAlarms = async () =>
  (await database.db.select().from(incidents)).filter(({ resolvedAt }) => resolvedAt === null);
const worker = () =>
  createTokenStore({
    sql: database.sql,
    oauth: createOauthClient({ oauthUrl: simulator.url, ...APP, timeoutMs: 2_000 }),
    ...{ oaId: APP.oaId, dataKey, seedRefreshToken: null },
    now: () => now,
  });

describe('signing in', () => {
  it('is for operations staff with their personal token; the cookie is sealed and out of reach of scripts', async () => {
    expect((await visitor.get('/admin')).text).toContain('Đăng nhập quản trị');
    const { status, location, setCookie } = await signIn();
    expect({ status, location }).toEqual({ status: 303, location: '/admin' });
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Lax/);
    expect(setCookie).toMatch(/Max-Age=3600/);
    expect(setCookie).not.toContain(operatorToken);
    const page = await visitor.get('/admin');
    expect(page.text).toContain('Chưa được cấp quyền');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${simulator.url}`);
  });

  it.each([
    ['a wrong token', 'pahn_nobody', 401, 'không đúng'],
    ['no token', '', 401, 'không đúng'],
    ['another role', handlerToken, 403, 'cán bộ vận hành'],
  ])('%s is told so and stays out', async (_name, token, status, words) => {
    const answer = await signIn(token);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.setCookie).toBeNull();
  });

  it('is slowed down after many failures, and refused from a form on another site', async () => {
    mayTryAgain = false;
    expect((await signIn('pahn_nobody')).status).toBe(429);
    const foreign = await visitor.post('/admin/sign-in', { token: operatorToken }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });

  it('ends after an hour, on signing out, and when the member is deactivated', async () => {
    await signIn();
    now = new Date(now.getTime() + 61 * MINUTE);
    expect((await visitor.get('/admin')).text).toContain('Đăng nhập quản trị');
    await signIn();
    await database.db.update(staffMembers).set({ active: false });
    expect((await visitor.get('/admin')).text).toContain('Đăng nhập quản trị');
    await database.db.update(staffMembers).set({ active: true });
    expect((await visitor.get('/admin')).text).toContain('Đăng xuất');
    expect((await visitor.post('/admin/sign-out', {})).setCookie).toMatch(/quan_tri=;/);
  });
});

describe('the consent (§2.1)', () => {
  beforeEach(() => signIn());

  it('goes to Zalo with the four documented parameters and comes back with a pair that works', async () => {
    const address = new URL(await begin());
    expect([...address.searchParams.keys()]).toEqual(['app_id', 'redirect_uri', 'code_challenge', 'state']);
    expect(address.searchParams.get('redirect_uri')).toBe(`${publicUrl}/admin/zalo/callback`);
    expect(address.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    const ended = await back(await approve(address.href));
    expect(ended.status).toBe(200);
    expect(ended.text).toContain('Đã cấp quyền');
    expect(await pair()).toMatchObject({ state: 'ok', version: 1 });
    expect(await worker().getAccessToken()).toMatchObject({ ok: true });
    expect((await visitor.get('/admin')).text).toContain('Đang hoạt động');
  });

  it('neither state nor verifier lies readable in the database', async () => {
    const state = new URL(await begin()).searchParams.get('state') ?? '';
    const [request] = await database.db.select().from(consentRequests);
    expect(request?.stateHash).toBe(createHash('sha256').update(state).digest('hex'));
    expect(request?.verifierEnc).toMatch(/^v1\./);
    expect(JSON.stringify(request)).not.toContain(state);
  });

  it('is used once: a replayed callback changes nothing', async () => {
    const callback = await approve(await begin());
    await back(callback);
    const stored = await pair();
    const again = await back(callback);
    expect(again.status).toBe(409);
    expect(again.text).toContain('consent_used');
    expect(await pair()).toEqual(stored);
  });

  it('two callbacks at once exchange the code once', async () => {
    const callback = await approve(await begin());
    const ended = await Promise.all([back(callback), back(callback)]);
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await pair()).toMatchObject({ version: 1 });
  });

  const cases: [string, (url: URL) => void, number, string][] = [
    ['a state nobody asked with', (url) => url.searchParams.set('state', 'made-up'), 400, 'consent_state_unknown'],
    ['another account', (url) => url.searchParams.set('oa_id', '2910384756102938999'), 409, 'consent_foreign_oa'],
    ['no account', (url) => url.searchParams.delete('oa_id'), 409, 'consent_foreign_oa'],
    ['no code', (url) => url.searchParams.delete('code'), 400, 'consent_code_missing'],
    ['a code Zalo does not know', (url) => url.searchParams.set('code', 'made-up'), 502, 'consent_refused'],
  ];
  it.each(cases)('coming back with %s brings nothing', async (_name, change, status, code) => {
    const callback = await approve(await begin());
    change(callback);
    const ended = await back(callback);
    expect(ended.status).toBe(status);
    expect(ended.text).toContain(code);
    expect(await pair()).toBeUndefined();
  });

  it('is over after ten minutes', async () => {
    const callback = await approve(await begin());
    now = new Date(now.getTime() + 10 * MINUTE);
    expect(await back(callback)).toMatchObject({ status: 410 });
  });

  it('without the echo of state only the operator who began may finish it', async () => {
    const callback = await approve(await begin());
    callback.searchParams.delete('state');
    const stranger = createVisitor(publicUrl);
    expect((await stranger.get(callback.pathname + callback.search)).text).toContain('consent_state_missing');
    const other = createVisitor(publicUrl);
    await other.post('/admin/sign-in', { token: 'staff-token-for-tests-only' });
    expect((await other.get(callback.pathname + callback.search)).text).toContain('consent_state_missing');
    expect(await back(callback)).toMatchObject({ status: 200 });
  });

  it('cannot be begun from a form that is not ours, nor without having signed in', async () => {
    expect(await visitor.post('/admin/zalo/consent', { csrf: 'guessed' })).toMatchObject({ status: 403 });
    visitor.forget();
    expect(await visitor.post('/admin/zalo/consent', {})).toMatchObject({ status: 303, location: '/admin' });
    expect(await database.db.select().from(consentRequests)).toEqual([]);
  });

  it('after a revoked grant ends the alarm', async () => {
    await back(await approve(await begin()));
    const at = new Date(now.getTime() + MINUTE);
    await noteRevocation(database.db, { oaId: APP.oaId, at, now: at, publicUrl });
    expect(await openAlarms()).toMatchObject([{ kind: 'zalo_consent_needed', data: { link: `${publicUrl}/admin` } }]);
    const page = (await visitor.get('/admin')).text;
    expect(page).toContain('Cần cấp quyền lại');
    expect(page).toContain('đã thu hồi quyền');
    await back(await approve(await begin()));
    expect(await openAlarms()).toEqual([]);
    expect(await worker().getAccessToken()).toMatchObject({ ok: true });
  });

  it('writes no code, state, token or secret into any log or page', async () => {
    const address = await begin();
    const callback = await approve(address);
    const pages = [await back(callback), await back(callback), await visitor.get('/admin')];
    await signIn('pahn_nobody-knows-this-one');
    await database.sql`alter table consent_requests rename to consent_requests_away`;
    expect(await back(callback)).toMatchObject({ status: 500 });
    const token = await worker().getAccessToken();
    const secrets = [
      ...[callback.searchParams.get('code'), callback.searchParams.get('state'), token.ok && token.token],
      ...[operatorToken, 'pahn_nobody-knows-this-one', APP.appSecret],
    ];
    expect(admin.log.length).toBeGreaterThan(0);
    const said = [...admin.log, ...pages.map(({ text }) => text)].join('\n');
    for (const secret of secrets) {
      expect(secret).toBeTruthy();
      expect(said).not.toContain(secret);
    }
  });
});

it('while Zalo cannot be reached the code stays unused, and loading the page again finishes it', async () => {
  await signIn();
  const callback = await approve(await begin());
  const port = await freePort();
  const deaf = await startAdminApp({
    ...{ database, port, publicUrl, dataKey },
    now: () => now,
    staffToken: null,
    zalo: { ...APP, oauthUrl: `http://127.0.0.1:${await freePort()}` },
  });
  const ended = await fetch(`http://127.0.0.1:${port}${callback.pathname}${callback.search}`);
  expect(ended.status).toBe(503);
  expect(await ended.text()).toContain('zalo_unreachable');
  await deaf.app.close();
  expect(await back(callback)).toMatchObject({ status: 200 });
});
