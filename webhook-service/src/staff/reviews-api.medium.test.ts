import { afterAll, beforeAll, expect, test } from 'vitest';
import { reporter } from '../reports/lifecycle/roles.ts';
import type { Report } from '../reports/report.ts';
import { type Desk, type Headers, LANG, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let cityOffice: Headers;
let handler: Headers;
let elsewhere: Headers;
let unsatisfied: Report;
beforeAll(async () => {
  desk = await startDesk();
  cityOffice = await desk.member(['cityOffice'], { agencies: null });
  handler = await desk.member(['handler']);
  elsewhere = await desk.member(['handler'], { agencies: ['so-y-te'] });
  unsatisfied = await rated('unsatisfied');
  await rated('satisfied');
});
afterAll(() => desk?.stop());

async function rated(level: 'satisfied' | 'unsatisfied'): Promise<Report> {
  const report = await desk.report({}, 'answered');
  const reasons = level === 'unsatisfied' ? (['general'] as const) : [];
  const command = { type: 'rate', level, reasons } as const;
  return desk.command(report, { command, actor: reporter(report.citizenId) });
}

const queue = async (headers: Headers, query = '') =>
  (await desk.get(`/api/staff/reviews${query}`, headers)).body.items;
const review = (id: number, body: object, headers = cityOffice) =>
  desk.post(`/api/staff/ratings/${id}/review`, body, headers);

test('the queue holds the unsatisfied only, with the answer and the reasons, and nobody’s name', async () => {
  const items = await queue(cityOffice);

  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    reportCode: unsatisfied.code,
    agencyCode: LANG,
    reasons: ['general'],
    review: null,
  });
  expect(items[0].answer.length).toBeGreaterThan(40);
});

test('a unit sees what was said of its own answers and of nobody else’s', async () => {
  expect(await queue(handler)).toHaveLength(1);
  expect(await queue(elsewhere)).toHaveLength(0);
});

test('only the city office reviews: units would judge themselves', async () => {
  const [item] = await queue(cityOffice);

  expect(await review(item.ratingId, { finding: 'justified', cause: 'general' }, handler)).toMatchObject({
    status: 403,
    body: { code: 'not_for_this_role' },
  });
});

test('another cause must be named', async () => {
  const [item] = await queue(cityOffice);

  expect(await review(item.ratingId, { finding: 'justified', cause: 'other', note: 'khác' })).toMatchObject({
    status: 422,
    body: { code: 'review_note_missing' },
  });
});

test('a finding stands beside the rating once, and the rating stays as it was given', async () => {
  const [item] = await queue(cityOffice);
  const finding = { finding: 'justified', cause: 'general', note: 'Câu trả lời chưa nói ai làm.' };

  expect((await review(item.ratingId, finding)).status).toBe(204);
  expect(await review(item.ratingId, finding)).toMatchObject({ status: 409, body: { code: 'reviewed_already' } });
  expect(await queue(cityOffice, '?open=true')).toEqual([]);
  expect((await queue(cityOffice))[0]).toMatchObject({
    reasons: ['general'],
    review: { finding: 'justified', causeLabel: 'Trả lời chung chung', note: finding.note },
  });
  await expect(
    desk.database.sql`update ratings set level = 'satisfied' where id = ${item.ratingId}`.execute(),
  ).rejects.toThrow('append-only');
});

test('a satisfied rating is not reviewed, an unknown one is not found', async () => {
  const [satisfied] = await desk.database.sql<{ id: number }[]>`select id::int from ratings where level = 'satisfied'`;

  expect(await review(satisfied?.id ?? 0, { finding: 'justified', cause: 'general' })).toMatchObject({
    status: 409,
    body: { code: 'rating_not_unsatisfied' },
  });
  expect((await review(999_999, { finding: 'justified', cause: 'general' })).status).toBe(404);
});

test('counts always come with what they are a share of', async () => {
  const counts = (headers: Headers) =>
    desk.get('/api/staff/reviews/counts?from=2026-10-01&to=2026-10-31', headers).then(({ body }) => body);

  expect(await counts(cityOffice)).toEqual({
    rated: 2,
    unsatisfied: 1,
    reviewed: 1,
    byFinding: [{ finding: 'justified', cause: 'general', count: 1 }],
  });
  expect(await counts(elsewhere)).toEqual({ rated: 0, unsatisfied: 0, reviewed: 0, byFinding: [] });
});
