import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outboxMessages, reportHistory, reportStates, reports, staffRoles } from '../../../db/schema/index.ts';
import { table } from '../reports/lifecycle/table.ts';
import type { Report } from '../reports/report.ts';
import { commandNames, type StaffCommand, staffCommands } from './command-names.ts';
import { type Desk, goodAnswer, type Headers, LANG, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let people: Record<(typeof staffRoles)[number], Headers>;
beforeAll(async () => {
  desk = await startDesk();
  const entries = await Promise.all(staffRoles.map(async (role) => [role, await desk.member([role])] as const));
  people = Object.fromEntries(entries) as typeof people;
});
afterAll(() => desk?.stop());

const url = (report: Report, command: StaffCommand) =>
  `/api/staff/reports/${report.code}/${commandNames[command].path}`;
let keys = 0;
const keyed = (headers: Headers): Headers => {
  keys += 1;
  return { 'idempotency-key': `key-${keys}`, ...headers };
};
const current = async ({ id }: Report): Promise<Report> => {
  const [row] = await desk.db.select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('gone');
  return row;
};
const events = async ({ id }: Report) =>
  (
    await desk.db
      .select({ event: reportHistory.event })
      .from(reportHistory)
      .where(eq(reportHistory.reportId, id))
      .orderBy(asc(reportHistory.seq))
  ).map(({ event }) => event);

/** A body of each command that nothing but role and state can be against. */
async function bodyOf(command: StaffCommand, report: Report): Promise<unknown> {
  const reason = 'Thuộc trách nhiệm của đơn vị khác.';
  switch (command) {
    case 'dispatch':
      return { agencyCode: LANG, categoryCode: 'GT-01' };
    case 'handOver':
      return { agencyCode: 'so-xay-dung', reason };
    case 'askCitizen':
      return { question: 'Xin cho biết vị trí chính xác.' };
    case 'extend':
      return { hours: 8, reason };
    case 'escalate':
      return { superiorAgency: 'vp-ubnd', proposal: 'Đề nghị thành phố bố trí kinh phí sửa chữa.' };
    case 'answer':
      return { text: goodAnswer(), evidenceIds: [await desk.proof(report)] };
    case 'refuse':
      return { reason: 'spam' };
    case 'merge':
      return { into: (await desk.report()).code };
    case 'split':
    case 'recheck':
      return { reason };
    case 'accept':
      return undefined;
  }
}

describe('who may give a command', () => {
  test.each(staffCommands)('%s: as the table of moves says, by role', async (command) => {
    const allowed: readonly string[] = table[command].roles;
    for (const role of staffRoles) {
      // A state in which the command leads somewhere, so that only the role decides.
      const state = reportStates.find((one) => 'to' in table[command].moves[one]) ?? 'received';
      const report = await desk.report({ agencyCode: LANG }, state);
      const { status, body } = await desk.post(
        url(report, command),
        await bodyOf(command, report),
        keyed(people[role]),
      );
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)]);
      if (!allowed.includes(role)) {
        expect(body.code).toBe('not_for_this_role');
        expect(body.detail).toMatch(/^Thao tác này dành cho: .+\.$/);
        expect(await current(report)).toEqual(report);
      } else {
        expect([role, status, body.detail]).toEqual([role, command === 'dispatch' ? 204 : 200, undefined]);
        expect((await current(report)).version).toBe(report.version + 1);
      }
    }
  });

  // Nothing happens to them: one of each is enough.
  const reportsByState = new Map<Report['state'], Report>();
  test.each(staffCommands)('%s: in the states the table allows, otherwise it is told why not', async (command) => {
    const role = staffRoles.find((one) => (table[command].roles as readonly string[]).includes(one)) ?? 'operations';
    for (const state of reportStates) {
      const move = table[command].moves[state];
      if ('to' in move) continue;
      const report = reportsByState.get(state) ?? (await desk.report({ agencyCode: LANG }, state));
      reportsByState.set(state, report);
      const answer = await desk.post(url(report, command), await bodyOf(command, report), keyed(people[role]));
      expect([state, answer.status, answer.body.code]).toEqual([state, 409, move.refuse]);
      expect(await current(report)).toEqual(report);
    }
  });
});

describe('a command', () => {
  test('is answered with where the report stands now, and its version as ETag', async () => {
    const report = await desk.report({}, 'dispatched');
    const answer = await desk.post(url(report, 'accept'), undefined, people.handler);
    expect(answer.body).toEqual({
      code: report.code,
      state: 'in_progress',
      stateLabel: 'Đang xử lý',
      version: report.version + 1,
      dueAt: expect.stringMatching(/^2026-1\d-\d\dT/),
      agency: { code: LANG, name: 'UBND phường Láng' },
    });
    expect(answer.headers.etag).toBe(`"${report.version + 1}"`);
  });

  test('finds the report by its code however it is typed', async () => {
    const report = await desk.report({}, 'dispatched');
    const typed = encodeURIComponent(report.code.toLowerCase().replace('hn-', 'hn '));
    expect((await desk.post(`/api/staff/reports/${typed}/accept`, undefined, people.handler)).status).toBe(200);
  });

  test('on a report that is not there, or is not for this member, is answered as if there were none', async () => {
    const other = await desk.report({ agencyCode: 'so-xay-dung' }, 'dispatched');
    for (const code of [other.code, 'HN-00000000', 'x']) {
      const answer = await desk.post(`/api/staff/reports/${code}/accept`, undefined, people.handler);
      expect([answer.status, answer.body.code]).toEqual([404, 'report_not_found']);
    }
  });

  test('is refused for a report one may read but has not been given', async () => {
    const both = await desk.member(['operations', 'handler']);
    const other = await desk.report({ agencyCode: 'so-xay-dung' }, 'dispatched');
    const answer = await desk.post(url(other, 'accept'), undefined, both);
    expect([answer.status, answer.body.code]).toEqual([403, 'not_for_this_report']);
  });

  test('made for an earlier version is refused and changes nothing', async () => {
    const report = await desk.report({}, 'dispatched');
    const old = { ...people.handler, 'if-match': `"${report.version - 1}"` };
    const answer = await desk.post(url(report, 'accept'), undefined, old);
    expect([answer.status, answer.body.code]).toEqual([412, 'report_changed']);
    const fresh = { ...people.handler, 'if-match': `W/"${report.version}"` };
    expect((await desk.post(url(report, 'accept'), undefined, fresh)).status).toBe(200);
  });

  test.each<[string, StaffCommand, unknown, number, string]>([
    ['an unknown agency', 'handOver', { agencyCode: 'nobody', reason: 'Không thuộc phường.' }, 422, 'agency_unknown'],
    ['a reason too short', 'handOver', { agencyCode: 'so-xay-dung', reason: 'ngắn' }, 409, 'reason_missing'],
    ['a question too short', 'askCitizen', { question: 'ở đâu' }, 409, 'question_missing'],
    ['no hours', 'extend', { hours: 0, reason: 'Chờ vật tư về kho.' }, 409, 'extension_not_allowed'],
    ['a NUL', 'askCitizen', { question: 'Xin cho biết\u0000 vị trí.' }, 400, 'request_invalid'],
    ['a wrong kind of value', 'extend', { hours: 'lâu', reason: 'Chờ vật tư về kho.' }, 400, 'request_invalid'],
  ])('with %s is refused with a stable code', async (_what, command, body, status, code) => {
    const report = await desk.report({}, 'in_progress');
    const answer = await desk.post(url(report, command), body, people.handler);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(await current(report)).toEqual(report);
  });

  test('merging needs a main report the member can see', async () => {
    const report = await desk.report();
    for (const into of ['HN-00000000', 'x', (await desk.report({ agencyCode: 'so-y-te' }, 'dispatched')).code]) {
      const answer = await desk.post(url(report, 'merge'), { into }, people.dispatcher);
      expect([answer.status, answer.body.code]).toEqual([404, 'main_report_not_found']);
    }
    const itself = await desk.post(url(report, 'merge'), { into: report.code }, people.dispatcher);
    expect([itself.status, itself.body.code]).toEqual([409, 'merge_into_itself']);
  });

  test('a leader who is also a handler answers as leader what only a leader may', async () => {
    const both = await desk.member(['handler', 'leader']);
    const report = await desk.report({}, 'answered');
    const reopened = await desk.command(report, {
      command: { type: 'rejectResult' },
      actor: { kind: 'citizen', role: 'reporter', id: String(report.citizenId) },
    });
    const body = {
      text: 'Chiều 05/10/2026, tổ hạ tầng UBND phường Láng kiểm tra lại, đào bỏ lớp nhựa lún và đổ bê tông 6 m2 trước số 12 phố Láng Hạ. Ảnh kèm theo.',
      evidenceIds: [await desk.proof(report)],
    };
    const refusedAnswer = await desk.post(url(reopened, 'answer'), body, keyed(people.handler));
    expect([refusedAnswer.status, refusedAnswer.body.code]).toEqual([409, 'leader_must_answer']);
    expect((await desk.post(url(reopened, 'answer'), body, keyed(both))).status).toBe(200);
  });
});

describe('an answer', () => {
  test('that lacks something is told everything it lacks, by rule and cause', async () => {
    const report = await desk.report({}, 'in_progress');
    const body = { text: 'Đã xử lý.', evidenceIds: [] };
    const answer = await desk.post(url(report, 'answer'), body, keyed(people.handler));
    expect([answer.status, answer.body.code]).toEqual([422, 'answer_incomplete']);
    expect(answer.body.missing.length).toBeGreaterThan(1);
    expect(answer.body.missing.map(({ cause }: { cause: string }) => cause)).toContain('no_proof');
    for (const finding of answer.body.missing) {
      expect(Object.keys(finding).sort()).toEqual(['cause', 'rule', 'text']);
      expect(answer.body.detail).toContain(finding.text);
    }
    expect(await current(report)).toEqual(report);
  });

  test('is checked beforehand by the same gate, and nothing changes', async () => {
    const report = await desk.report({}, 'in_progress');
    const check = `${url(report, 'answer')}/check`;
    const poor = await desk.post(check, { text: 'Đã xử lý.', evidenceIds: [] }, people.handler);
    expect([poor.status, poor.body.ok]).toEqual([200, false]);
    const given = await desk.post(url(report, 'answer'), { text: 'Đã xử lý.', evidenceIds: [] }, keyed(people.handler));
    expect(given.body.missing).toEqual(poor.body.missing);
    const good = { text: goodAnswer(), evidenceIds: [await desk.proof(report)] };
    expect((await desk.post(check, good, people.handler)).body).toMatchObject({ ok: true, missing: [] });
    expect((await desk.post(check, good, people.dispatcher)).status).toBe(403);
    expect(await current(report)).toEqual(report);
  });

  test('names only proof of this report that no answer carries yet', async () => {
    const report = await desk.report({}, 'in_progress');
    const other = await desk.report({}, 'in_progress');
    for (const evidenceIds of [[999_999], [await desk.proof(other)]]) {
      const answer = await desk.post(url(report, 'answer'), { text: goodAnswer(), evidenceIds }, keyed(people.handler));
      expect([answer.status, answer.body.code]).toEqual([422, 'evidence_unknown']);
    }
  });

  test('needs an Idempotency-Key', async () => {
    const report = await desk.report({}, 'in_progress');
    const answer = await desk.post(url(report, 'answer'), { text: goodAnswer(), evidenceIds: [] }, people.handler);
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency_key_required']);
    const odd = { ...people.handler, 'idempotency-key': 'khoá lạ' };
    const refusedKey = await desk.post(url(report, 'answer'), { text: goodAnswer(), evidenceIds: [] }, odd);
    expect([refusedKey.status, refusedKey.body.code]).toEqual([400, 'idempotency_key_invalid']);
  });
});

describe('the same request again', () => {
  test('gets the same answer and changes nothing, also after the report has moved on', async () => {
    const report = await desk.report({}, 'in_progress');
    const headers = keyed(people.handler);
    const body = { text: goodAnswer(), evidenceIds: [await desk.proof(report)] };
    const first = await desk.post(url(report, 'answer'), body, headers);
    expect(first.status).toBe(200);
    // Written in another order, it is the same request.
    const again = await desk.post(url(report, 'answer'), { evidenceIds: body.evidenceIds, text: body.text }, headers);
    expect([again.status, again.body, again.headers.etag]).toEqual([200, first.body, first.headers.etag]);
    expect((await events(report)).filter((event) => event === 'answered')).toHaveLength(1);
    const told = await desk.db.select().from(outboxMessages).where(eq(outboxMessages.reportId, report.id));
    expect(told.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
  });

  test('with the same key but other words is a fault, and another member may use that key', async () => {
    const report = await desk.report({}, 'in_progress');
    const headers = { ...people.handler, 'idempotency-key': 'chosen' };
    const ask = { question: 'Xin cho biết vị trí chính xác.' };
    expect((await desk.post(url(report, 'askCitizen'), ask, headers)).status).toBe(200);
    for (const [command, body] of [
      ['askCitizen', { question: 'Xin gửi thêm ảnh chụp toàn cảnh.' }],
      ['accept', undefined],
    ] as const) {
      const answer = await desk.post(url(report, command), body, headers);
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_key_reused']);
    }
    const second = await desk.report({}, 'in_progress');
    const leader = { ...people.leader, 'idempotency-key': 'chosen' };
    expect((await desk.post(url(second, 'askCitizen'), ask, leader)).status).toBe(200);
  });

  test('a refused request is judged anew: it has done nothing', async () => {
    const report = await desk.report({}, 'dispatched');
    const headers = keyed(people.handler);
    const body = { question: 'Xin cho biết vị trí chính xác.' };
    expect((await desk.post(url(report, 'askCitizen'), body, headers)).status).toBe(409);
    await desk.post(url(report, 'accept'), undefined, people.handler);
    expect((await desk.post(url(report, 'askCitizen'), body, headers)).status).toBe(200);
  });

  test('ten at once are one', async () => {
    const report = await desk.report({}, 'in_progress');
    const headers = keyed(people.handler);
    const body = { text: goodAnswer(), evidenceIds: [await desk.proof(report)] };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.post(url(report, 'answer'), body, headers)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await events(report)).filter((event) => event === 'answered')).toHaveLength(1);
  });
});

describe('two commands at once', () => {
  test('on one report: one wins, the other sees what the first has done', async () => {
    for (let round = 0; round < 5; round++) {
      const report = await desk.report({}, 'dispatched');
      const answers = await Promise.all([
        desk.post(url(report, 'accept'), undefined, people.handler),
        desk.post(url(report, 'accept'), undefined, people.leader),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_in_progress');
      expect((await events(report)).filter((event) => event === 'accepted')).toHaveLength(1);
    }
  });

  test('that merge two reports into each other: one of them goes through, neither waits for ever', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await desk.report(), await desk.report()];
      const answers = await Promise.all([
        desk.post(url(one, 'merge'), { into: other.code }, people.dispatcher),
        desk.post(url(other, 'merge'), { into: one.code }, people.dispatcher),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('merge_target_over');
    }
  });
});
