import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffMembers, staffRoles } from '../../../db/schema/index.ts';
import { DESK_TOKEN, type Desk, type Headers, LANG, startDesk } from './testing/running-desk.ts';
import { tokenHash } from './token.ts';

let desk: Desk;
const operations: Headers = { authorization: `Bearer ${DESK_TOKEN}` };
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.stop());

const add = (person: Record<string, unknown>, headers = operations) =>
  desk.post(
    '/api/staff/people',
    { name: 'Nguyễn Văn An', roles: ['handler'], agencyCodes: [LANG], ...person },
    headers,
  );
const me = (token: string) => desk.get('/api/staff/me', { authorization: `Bearer ${token}` });

describe('signing in', () => {
  test.each<[string, Headers]>([
    ['nothing', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a wrong token', { authorization: 'Bearer pahn_wrong' }],
    ['another scheme', { authorization: `Basic ${DESK_TOKEN}` }],
    ['the token alone', { authorization: DESK_TOKEN }],
  ])('with %s is refused', async (_what, headers) => {
    const answer = await desk.get('/api/staff/me', headers);
    expect([answer.status, answer.body.code]).toEqual([401, 'staff_sign_in_required']);
  });

  test('with the token of the environment is the intake desk', async () => {
    expect((await desk.get('/api/staff/me', operations)).body).toEqual({
      id: 'intake-desk',
      name: 'Bàn tiếp nhận',
      roles: ['operations', 'dispatcher', 'intakeOfficer'],
      agencyCodes: null,
      categoryCodes: null,
    });
  });

  test('again and again with a wrong token is slowed down, and nobody else with it', async () => {
    const elsewhere = await startDesk();
    const answers = [];
    for (let i = 0; i < 61; i++) answers.push((await elsewhere.get('/api/staff/me', {})).status);
    expect(answers.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(answers[60]).toBe(429);
    expect((await elsewhere.get('/api/staff/me', operations)).status).toBe(200);
    await elsewhere.stop();
  });

  test('is counted by person, not by address: a desk of many goes on', async () => {
    const first = await desk.get('/api/staff/me', operations);
    const other = await desk.get('/api/staff/me', await desk.member(['leader']));
    expect([first.headers['x-ratelimit-limit'], other.headers['x-ratelimit-remaining']]).toEqual(['600', '599']);
  });
});

describe('adding people', () => {
  test('shows the token once and keeps only its hash', async () => {
    const answer = await add({ roles: ['handler', 'leader', 'handler'], categoryCodes: ['GT', 'MT-01'] });
    expect(answer.status).toBe(201);
    const { person, token } = answer.body;
    expect(person).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: 'Nguyễn Văn An',
      roles: ['handler', 'leader'],
      agencyCodes: [LANG],
      categoryCodes: ['GT', 'MT-01'],
      active: true,
      createdAt: desk.now().toISOString(),
      createdBy: 'intake-desk',
    });
    expect(token).toMatch(/^pahn_[\w-]{43}$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await me(token)).body).toMatchObject({ id: person.id, roles: ['handler', 'leader'] });

    const [row] = await desk.db
      .select()
      .from(staffMembers)
      .where(eq(staffMembers.id, Number(person.id)));
    expect(row?.tokenHash).toBe(tokenHash(token));
    const list = (await desk.get('/api/staff/people', operations)).body;
    expect(list.items.at(-1)).toEqual(person);
    expect(JSON.stringify(list)).not.toMatch(/pahn_|[0-9a-f]{64}/);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no role', { roles: [] }, 'roles_missing'],
    ['an unknown role', { roles: ['boss'] }, 'role_unknown'],
    ['a handler without an agency', { agencyCodes: [] }, 'agencies_needed'],
    ['a leader of every agency', { roles: ['leader'], agencyCodes: null }, 'agencies_needed'],
    ['an unknown agency', { agencyCodes: [LANG, 'nobody'] }, 'agency_unknown'],
    ['an unknown category', { categoryCodes: ['GT', 'ZZ'] }, 'category_unknown'],
    ['a name of one letter', { name: ' A ' }, 'name_invalid'],
    ['a name that is a script', { name: '<script>' }, 'name_invalid'],
    ['a name too long', { name: 'A'.repeat(101) }, 'name_invalid'],
  ])('refuses %s', async (_what, person, code) => {
    const answer = await add(person);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test('tidies names', async () => {
    const { body } = await add({ name: '  Lê  Thị Hoà '.normalize('NFD') });
    expect(body.person.name).toBe('Lê Thị Hoà'.normalize('NFC'));
  });

  test('is for operations alone, as is looking at the list', async () => {
    for (const role of staffRoles.filter((one) => one !== 'operations')) {
      const headers = await desk.member([role]);
      const answers = [
        await add({}, headers),
        await desk.get('/api/staff/people', headers),
        await desk.post('/api/staff/people/1/deactivate', undefined, headers),
        await desk.post('/api/staff/people/1/token', undefined, headers),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [403, 'not_for_this_role']),
      );
    }
  });

  test('is listed page by page', async () => {
    const codes: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const { body } = await desk.get(`/api/staff/people?after=${after}`, operations);
      codes.push(...body.items.map(({ id }: { id: string }) => id));
      after = body.next;
    }
    const rows = await desk.db.select({ id: staffMembers.id }).from(staffMembers).orderBy(staffMembers.id);
    expect(codes).toEqual(rows.map(({ id }) => String(id)));
  });
});

describe('looking after people', () => {
  test('who is deactivated is out at once, and can be deactivated again', async () => {
    const { person, token } = (await add({})).body;
    expect((await me(token)).status).toBe(200);
    for (let i = 0; i < 2; i++) {
      const answer = await desk.post(`/api/staff/people/${person.id}/deactivate`, undefined, operations);
      expect([answer.status, answer.body.active]).toEqual([200, false]);
    }
    expect((await me(token)).status).toBe(401);
    const renewed = await desk.post(`/api/staff/people/${person.id}/token`, undefined, operations);
    expect([renewed.status, renewed.body.code]).toEqual([409, 'person_inactive']);
  });

  test('a new token replaces the old one', async () => {
    const { person, token } = (await add({})).body;
    expect((await me(token)).status).toBe(200);
    const renewed = await desk.post(`/api/staff/people/${person.id}/token`, undefined, operations);
    expect((await me(token)).status).toBe(401);
    expect((await me(renewed.body.token)).body.id).toBe(person.id);
  });

  test('what another replica changed counts after 30 seconds at most', async () => {
    const { person, token } = (await add({})).body;
    expect((await me(token)).status).toBe(200);
    await desk.db
      .update(staffMembers)
      .set({ active: false })
      .where(eq(staffMembers.id, Number(person.id)));
    const began = desk.now().getTime();
    desk.setNow(new Date(began + 29_999));
    expect((await me(token)).status).toBe(200);
    desk.setNow(new Date(began + 30_000));
    expect((await me(token)).status).toBe(401);
  });

  test('nobody shuts themselves out', async () => {
    const { person, token } = (await add({ roles: ['operations'], agencyCodes: null })).body;
    const headers = { authorization: `Bearer ${token}` };
    const answer = await desk.post(`/api/staff/people/${person.id}/deactivate`, undefined, headers);
    expect([answer.status, answer.body.code]).toEqual([409, 'own_account']);
  });

  test.each(['deactivate', 'token'])('%s of nobody is not found', async (what) => {
    const answer = await desk.post(`/api/staff/people/999999/${what}`, undefined, operations);
    expect([answer.status, answer.body.code]).toEqual([404, 'person_not_found']);
  });
});

describe('the command', () => {
  const run = async (...args: string[]) => {
    const script = fileURLToPath(new URL('../add-staff.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: desk.databaseUrl },
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    return { code: await ended, out, err };
  };

  test('adds somebody who can sign in', async () => {
    const { code, out } = await run('--name', 'Phạm Thu Hà', '--role', 'leader, handler', '--agency', LANG);
    expect(code).toBe(0);
    const token = /^pahn_\S+$/m.exec(out)?.[0] ?? '';
    expect((await me(token)).body).toMatchObject({ name: 'Phạm Thu Hà', roles: ['leader', 'handler'] });
  });

  test.each([
    [['--name', 'Phạm Thu Hà', '--role', 'leader'], /ít nhất một đơn vị/],
    [['--name', 'Phạm Thu Hà'], /Cách dùng/],
    [['--nom', 'x'], /Cách dùng/],
  ])('with %j says what is wrong', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
