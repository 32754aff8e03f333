import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizens, outboxMessages, reports, staffRoles } from '../../../db/schema/index.ts';
import { commandsFor } from '../reports/lifecycle/table.ts';
import type { Report } from '../reports/report.ts';
import { staffCommands } from './command-names.ts';
import { type Desk, goodAnswer, type Headers, LANG, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let handler: Headers;
let dispatcher: Headers;
let reporterId: string;
beforeAll(async () => {
  desk = await startDesk();
  handler = await desk.member(['handler']);
  dispatcher = await desk.member(['dispatcher'], { agencies: null });
});
afterAll(() => desk?.stop());

const path = ({ code }: Report) => `/api/staff/reports/${code}`;
const codesOf = (body: { items: { code: string }[] }) => body.items.map(({ code }) => code);

/** A report that has seen everything: asked, replied, answered, "chưa xong", answered again, rated. */
async function longStory(): Promise<Report> {
  const report = await desk.report({ emergencyWords: false, placeText: 'ngõ 4 Láng Hạ' }, 'awaiting_citizen');
  const citizen = { kind: 'citizen', role: 'reporter', id: String(report.citizenId) } as const;
  const [row] = await desk.db.select().from(citizens).where(eq(citizens.id, report.citizenId));
  reporterId = row?.oaUserId ?? '';
  await desk.command(report, { command: { type: 'reply' }, actor: citizen, reply: 'Làn ngoài cùng, sát vỉa hè' });
  const answer = async (headers: Headers, key: string) => {
    const body = { text: goodAnswer(), evidenceIds: [await desk.proof(report)] };
    const given = await desk.post(`${path(report)}/answer`, body, { ...headers, 'idempotency-key': key });
    expect([given.status, given.body.detail]).toEqual([200, undefined]);
  };
  await answer(handler, 'story-1');
  await desk.command(report, {
    command: { type: 'rate', level: 'unsatisfied', reasons: ['not_done'] },
    actor: citizen,
  });
  await desk.command(report, { command: { type: 'rejectResult' }, actor: citizen });
  await answer(await desk.member(['leader']), 'story-2');
  return report;
}

describe('a report for the desk', () => {
  let report: Report;
  beforeAll(async () => {
    report = await longStory();
  });

  test('is everything at once: facts, questions, answers with proof and ratings, messages', async () => {
    const { status, body, headers } = await desk.get(path(report), handler);
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      code: report.code,
      state: 'answered',
      stateLabel: 'Đã có kết quả',
      text: report.text,
      place: 'ngõ 4 Láng Hạ',
      ward: { code: '00199', name: 'phường Láng' },
      category: { code: 'GT-01' },
      agency: { code: LANG, name: 'UBND phường Láng' },
      level: 1,
      round: 2,
      overdue: false,
      tray: null,
      refusal: null,
      mergedInto: null,
      merged: { count: 0, items: [] },
      looseEvidence: [],
      questions: [
        {
          text: expect.stringContaining('ổ gà'),
          agency: { code: LANG, name: 'UBND phường Láng' },
          state: 'replied',
          reply: 'Làn ngoài cùng, sát vỉa hè',
        },
      ],
    });
    const [first, second] = body.answers;
    expect(first).toMatchObject({
      round: 1,
      agency: { code: LANG },
      noEvidence: null,
      givenBy: 'Trần Thị Bình',
      evidence: [{ kind: 'photo', url: expect.stringMatching(/^\/api\/staff\/evidence\/\d+$/) }],
      ratings: [{ level: 'unsatisfied', reasons: ['not_done'], review: null }],
    });
    expect([second.round, second.ratings]).toEqual([2, []]);
    expect(body.actions.map(({ command }: { command: string }) => command)).toEqual([]);
  });

  test('says how far each message has come, and whether the citizen knows', async () => {
    const messages = async () => (await desk.get(path(report), handler)).body.messages;
    const { items, citizenTold } = await messages();
    expect(citizenTold).toBe(false);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['answered', 'reopened']));
    expect(items[0]).toMatchObject({ kind: 'answered', state: 'queued', stateLabel: 'Chờ gửi', seenAt: null });
    const set = (state: 'accepted' | 'received' | 'seen') =>
      desk.db.update(outboxMessages).set({ state }).where(eq(outboxMessages.reportId, report.id));
    await set('accepted');
    expect((await messages()).citizenTold).toBe(false);
    await set('received');
    expect((await messages()).citizenTold).toBe(true);
    await set('seen');
    expect((await messages()).citizenTold).toBe(true);
  });

  test('has its history row by row, internal ones too, page by page', async () => {
    const { body } = await desk.get(`${path(report)}/history`, handler);
    expect(body.items.map(({ event }: { event: string }) => event)).toEqual([
      'received',
      'dispatched',
      'accepted',
      'citizen_asked',
      'citizen_replied',
      'answered',
      'rated',
      'result_rejected',
      'reopened',
      'answered',
    ]);
    expect(body.items[6]).toMatchObject({ seq: 7, label: 'Người dân đánh giá', isPublic: false });
    expect(body.items[6].actor).toEqual({
      ...{ kind: 'citizen', role: 'reporter', roleName: 'người phản ánh', name: null },
    });
    expect(body.items[9].actor).toMatchObject({ kind: 'staff', role: 'leader', name: 'Trần Thị Bình' });
    expect(body.items.every(({ hash }: { hash: string }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(body.next).toBeNull();
    const rest = await desk.get(`${path(report)}/history?after=8`, handler);
    expect(rest.body.items).toEqual(body.items.slice(8));
  });

  test('explains each of its clocks in words', async () => {
    const { body } = await desk.get(`${path(report)}/clocks`, handler);
    const summary = body.items.map(({ kind, round, outcome }: Record<string, unknown>) => [kind, round, outcome]);
    expect(summary).toEqual(
      expect.arrayContaining([
        ['accept', 1, 'met'],
        ['answer', 1, 'met'],
        ['answer', 2, 'met'],
        ['finish', 1, 'met'],
      ]),
    );
    expect(summary).toHaveLength(4);
    for (const { label, explanation, late, paused } of body.items) {
      expect(label).toMatch(/^\p{Lu}/u);
      expect(explanation.length).toBeGreaterThan(2);
      expect([late, paused]).toEqual([false, false]);
    }
  });

  test('never shows who the citizen is, nor columns nobody asked for', async () => {
    const answers = [
      ...['', '/history', '/clocks', '/duplicates'].map((part) => desk.get(`${path(report)}${part}`, handler)),
      desk.get(`/api/staff/reports?q=${report.code}`, handler),
    ];
    for (const { status, body } of await Promise.all(answers)) {
      expect(status).toBe(200);
      const all = JSON.stringify(body);
      expect(reporterId).toMatch(/^test-/);
      expect(all).not.toContain(reporterId);
      expect(all).not.toMatch(/"(citizenId|citizen_id|oaUserId|draftId|id":"\d+|zaloMessageId|storageKey|tokenHash)"/);
    }
  });

  test('shows the loose facts of other states: tray with reasons, refusal with its reason, merged with its main', async () => {
    const objected = await desk.report({}, 'refused');
    expect((await desk.get(path(objected), dispatcher)).body.refusal).toEqual({
      reason: 'spam',
      text: 'nội dung là quảng cáo, không phải phản ánh',
    });
    const citizen = { kind: 'citizen', role: 'reporter', id: String(objected.citizenId) } as const;
    await desk.command(objected, { command: { type: 'object' }, actor: citizen });
    expect((await desk.get(path(objected), dispatcher)).body.tray).toEqual({
      since: desk.now().toISOString(),
      reasons: [{ reason: 'objection', text: 'Người dân đề nghị xem lại việc từ chối tiếp nhận.' }],
    });
    const merged = await desk.report({}, 'merged');
    const { mergedInto } = (await desk.get(path(merged), dispatcher)).body;
    expect(mergedInto).toMatchObject({ state: 'received', stateLabel: 'Đã tiếp nhận' });
    const main = await desk.get(`/api/staff/reports/${mergedInto.code}`, dispatcher);
    expect(main.body.merged).toEqual({
      count: 1,
      items: [{ code: merged.code, state: 'merged', stateLabel: 'Đã gộp' }],
    });
  });

  test.each(staffRoles)('offers a %s what the table of moves allows, and nothing else', async (role) => {
    const headers = await desk.member([role]);
    for (const state of ['received', 'dispatched', 'in_progress', 'answered'] as const) {
      const one = await desk.report({ agencyCode: LANG }, state);
      const { body } = await desk.get(path(one), headers);
      const expected = commandsFor(state, role).filter((command) => (staffCommands as string[]).includes(command));
      expect(body.actions.map(({ command }: { command: string }) => command).sort()).toEqual(expected.sort());
      for (const action of body.actions)
        expect(action).toMatchObject({ role, label: expect.stringMatching(/^\p{Lu}/u) });
    }
  });
});

describe('what a member does not see', () => {
  test.each(['', '/history', '/clocks', '/duplicates'])('is not there: report%s', async (part) => {
    const theirs = await desk.report({ agencyCode: 'so-xay-dung' }, 'dispatched');
    const answer = await desk.get(`${path(theirs)}${part}`, handler);
    expect([answer.status, answer.body.code]).toEqual([404, 'report_not_found']);
    expect((await desk.get(`${path(theirs)}${part}`, dispatcher)).status).toBe(200);
  });

  test('is in no list either', async () => {
    const theirs = await desk.report({ agencyCode: 'so-xay-dung', text: 'cột đèn xiêu ngõ Quỳnh' }, 'dispatched');
    const url = '/api/staff/reports?q=xieu%20quynh';
    expect(codesOf((await desk.get(url, dispatcher)).body)).toEqual([theirs.code]);
    expect(codesOf((await desk.get(url, handler)).body)).toEqual([]);
    const other = await desk.member(['handler'], { agencies: ['so-xay-dung'], categories: ['CX'] });
    expect(codesOf((await desk.get(url, other)).body)).toEqual([]);
    const same = await desk.member(['leader'], { agencies: ['so-xay-dung'], categories: ['GT'] });
    expect(codesOf((await desk.get(url, same)).body)).toEqual([theirs.code]);
  });

  test('goes with the report: who handed it over sees it no more', async () => {
    const report = await desk.report({}, 'dispatched');
    const body = { agencyCode: 'so-xay-dung', reason: 'Đường do Sở Xây dựng quản lý.' };
    expect((await desk.post(`${path(report)}/hand-over`, body, handler)).status).toBe(200);
    expect((await desk.get(path(report), handler)).status).toBe(404);
  });

  test('is no photo of it', async () => {
    const theirs = await desk.report({ agencyCode: 'so-xay-dung' }, 'dispatched');
    const photoId = await storePhoto(theirs);
    for (const size of ['', '/thumbnail']) {
      const answer = await desk.get(`/api/staff/photos/${photoId}${size}`, handler);
      expect([answer.status, answer.body.code]).toEqual([404, 'photo_not_found']);
    }
  });
});

describe('the list', () => {
  test('takes every filter, and pages by its cursor', async () => {
    const made = [];
    for (let i = 0; i < 5; i++)
      made.push(await desk.report({ wardCode: '00235', categoryCode: 'MT-01' }, 'dispatched'));
    const query = `ward=00235&category=MT&agency=${LANG}&state=dispatched&state=received&class=normal&due=later&tray=false`;
    const range = 'receivedFrom=2026-10-12T00:00:00Z&receivedTo=2026-10-13T00:00:00Z&dueBefore=2027-01-01T00:00:00Z';
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const url = `/api/staff/reports?${query}&${range}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { status, body } = await desk.get(url, handler);
      expect(status).toBe(200);
      codes.push(...codesOf(body));
      cursor = body.next;
    }
    expect(codes).toEqual(made.map(({ code }) => code));
    const one = (await desk.get(`/api/staff/reports?${query}&limit=1`, handler)).body.items[0];
    expect(one).toMatchObject({ state: 'dispatched', ward: { code: '00235' }, receivedAt: desk.now().toISOString() });
  });

  test.each([
    ['sort=due&state=refused', 422, 'order_needs_running'],
    ['cursor=abc', 422, 'cursor_invalid'],
    ['state=nowhere', 400, 'request_invalid'],
    ['due=never', 400, 'request_invalid'],
    ['limit=101', 400, 'request_invalid'],
    ['limit=0', 400, 'request_invalid'],
    ['receivedFrom=yesterday', 400, 'request_invalid'],
  ])('refuses ?%s', async (query, status, code) => {
    const answer = await desk.get(`/api/staff/reports?${query}`, handler);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is by due time, unless closed reports or words are asked for', async () => {
    const closed = await desk.report({ text: 'biển báo gãy' }, 'refused');
    const sortOf = async (query: string) => {
      const { next } = (await desk.get(`/api/staff/reports?limit=1&${query}`, dispatcher)).body;
      return JSON.parse(Buffer.from(next, 'base64url').toString())[0];
    };
    expect(await sortOf('')).toBe('due');
    expect(await sortOf('state=received&state=dispatched')).toBe('due');
    expect(await sortOf('state=received&state=refused')).toBe('received');
    expect(await sortOf('q=ga')).toBe('received');
    expect(codesOf((await desk.get('/api/staff/reports?q=bien%20bao%20gay', dispatcher)).body)).toEqual([closed.code]);
  });

  test('of the tray is whole texts with photos, within what the member sees', async () => {
    const traySince = desk.now();
    const waiting = await desk.report({ traySince, trayReasons: ['category_unsure'], agencyCode: null });
    const theirs = await desk.report({ traySince, trayReasons: ['ping_pong'], agencyCode: 'so-y-te' });
    await storePhoto(waiting);
    const { body } = await desk.get('/api/staff/tray', dispatcher);
    const item = body.items.find(({ code }: { code: string }) => code === waiting.code);
    expect(item).toMatchObject({
      text: waiting.text,
      reasons: [{ reason: 'category_unsure', text: expect.stringMatching(/^\p{Lu}.+\.$/u) }],
      photos: [{ width: 60, height: 40, url: expect.stringMatching(/^\/api\/staff\/photos\/\d+$/) }],
    });
    expect(codesOf(body)).toContain(theirs.code);
    const limited = await desk.member(['intakeOfficer'], { agencies: [LANG] });
    const own = codesOf((await desk.get('/api/staff/tray', limited)).body);
    expect([own.includes(waiting.code), own.includes(theirs.code)]).toEqual([true, false]);
    const [row] = await desk.db.select().from(reports).where(eq(reports.code, theirs.code));
    expect(codesOf((await desk.get(`/api/staff/tray?after=${row?.id}`, dispatcher)).body)).toEqual([]);
  });
});

async function storePhoto(report: Report): Promise<number> {
  const [stored] = await desk.database.sql`
    with event as (
      insert into inbox_events (dedupe_key, event_name, event_at, body)
      values (${`photo-${report.code}`}, 'user_send_image', now(), '{}') returning id
    ), draft as (
      insert into drafts (citizen_id, state, content, opened_at, last_event_at, quiet_until)
      values (${report.citizenId}, 'reported', '{}', now(), now(), now()) returning id
    )
    insert into photos (inbox_event_id, position, draft_id, report_id, source_url, sent_at, state, storage_key, thumbnail_key, width, height)
    select event.id, 0, draft.id, ${report.id}, 'https://x', now(), 'stored', 'photo-1.jpg', 'photo-1-thumb.jpg', 60, 40
    from event, draft returning id`;
  return Number(stored?.id);
}
