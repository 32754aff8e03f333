import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZaloError } from '../zalo/zalo-error.ts';
import { answered, api, fetchFile } from './client.ts';
import { ApiProblem } from './problem.ts';
import { onOtherPerson, session, signOut } from './session.ts';

const accessToken = vi.hoisted(() => vi.fn(async () => 'zalo-token'));
vi.mock('../zalo/index.ts', () => ({ zalo: { accessToken } }));

/** The service, as far as signing in goes. */
let issued: string[] = [];
let live = new Set<string>();
let lifeMs = 3_600_000;
let person = 'somebody';
let seen: { method: string; path: string; token: string | null; body: string }[] = [];
let answer: (call: (typeof seen)[number]) => Response | Promise<Response> = () => json(200, { draft: null });

beforeEach(async () => {
  issued = [];
  live = new Set();
  lifeMs = 3_600_000;
  seen = [];
  answer = () => json(200, { draft: null });
  accessToken.mockClear();
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname === '/api/citizen/session' && request.method === 'DELETE') return new Response(null, { status: 204 });
    if (pathname === '/api/citizen/session') {
      const token = `session-${issued.length + 1}`;
      issued.push(token);
      live.add(token);
      const expiresAt = new Date(Date.now() + lifeMs).toISOString();
      return json(201, { token, expiresAt, language: 'vi', chatLinked: true, person });
    }
    const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? null;
    const call = { method: request.method, path: pathname, token, body: await request.text() };
    seen.push(call);
    if (pathname.startsWith('/api/citizen/') && (!token || !live.has(token)))
      return json(401, { code: 'sign_in_required', detail: 'Phiên đã hết.' });
    return answer(call);
  });
  await signOut();
});
afterEach(() => vi.unstubAllGlobals());

describe('calling the service', () => {
  it('signs in once for calls that start together', async () => {
    await Promise.all([api.GET('/api/citizen/draft'), api.GET('/api/citizen/reports'), session()]);
    expect(issued).toHaveLength(1);
    expect(seen.map(({ token }) => token)).toEqual(['session-1', 'session-1']);
  });

  it('signs in again when the session is over, and sends the same words once more', async () => {
    await session();
    live.clear();
    await answered(api.PUT('/api/citizen/draft', { body: { text: 'ổ gà to' } }));
    expect(seen.map(({ token, body }) => [token, body])).toEqual([
      ['session-1', '{"text":"ổ gà to"}'],
      ['session-2', '{"text":"ổ gà to"}'],
    ]);
  });

  it('gives up when a fresh session is refused, too: no endless circle', async () => {
    answer = () => json(401, { code: 'sign_in_required', detail: 'Phiên đã hết.' });
    await expect(answered(api.GET('/api/citizen/draft'))).rejects.toMatchObject({ status: 401 });
    expect(seen).toHaveLength(2);
  });

  it('renews a session shortly before its end', async () => {
    lifeMs = 30_000;
    await session();
    lifeMs = 3_600_000;
    await session();
    await session();
    expect(issued).toHaveLength(2);
  });

  it('tells nobody who asks for what is public', async () => {
    await fetchFile('/api/public/reports/HN-AAAAAAAA');
    expect(seen).toEqual([expect.objectContaining({ token: null })]);
    expect(accessToken).not.toHaveBeenCalled();
  });

  it('speaks of the network when the service is not reached', async () => {
    await session();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const problem = await answered(api.GET('/api/citizen/draft')).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 0, code: 'unreachable', isPassing: true });
  });

  it('carries what the service says, with its code and what belongs to it', async () => {
    answer = () => json(422, { code: 'draft_incomplete', detail: 'Còn thiếu nơi.', status: 422, missing: ['place'] });
    const submit = api.POST('/api/citizen/draft/submit', { params: { header: { 'idempotency-key': 'k' } }, body: {} });
    await expect(answered(submit)).rejects.toMatchObject({
      code: 'draft_incomplete',
      message: 'Còn thiếu nơi.',
      extensions: { missing: ['place'] },
      isPassing: false,
    });
  });

  it('takes an answer that is no JSON for a passing fault of the service', async () => {
    answer = () => new Response('<html>502</html>', { status: 502 });
    await expect(fetchFile('/api/citizen/photos/1')).rejects.toMatchObject({ status: 502, isPassing: true });
  });

  it('has the phone forget the one before, ere somebody else is signed in', async () => {
    await session();
    const forget = vi.fn(async () => {});
    const stop = onOtherPerson(forget);
    await signOut();
    await session();
    expect(forget).not.toHaveBeenCalled();
    await signOut();
    person = 'somebody else';
    await session();
    expect(forget).toHaveBeenCalledTimes(1);
    stop();
  });

  it('passes on that Zalo has not confirmed the person', async () => {
    accessToken.mockRejectedValueOnce(new ZaloError('timeout', { api: 'getAccessToken' }));
    await expect(api.GET('/api/citizen/draft')).rejects.toMatchObject({ kind: 'timeout' });
    await answered(api.GET('/api/citizen/draft'));
    expect(issued).toHaveLength(1);
  });
});

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
