import { and, asc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { citizens, reportHistory, reports } from '../../../db/schema/index.ts';
import { seal } from '../crypto/sealed-box.ts';
import { verifyHistory } from '../reports/history/verify.ts';
import type { Report } from '../reports/report.ts';
import { type Desk, type Headers, START, startDesk } from './testing/running-desk.ts';

const NAME = 'Trần Thị Bình';
const PHONE = '84900000001';

let desk: Desk;
let report: Report;
const people: Record<string, Headers> = {};
beforeAll(async () => {
  desk = await startDesk();
  for (const role of ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice', 'operations'] as const)
    people[role] = await desk.member([role]);
  people.elsewhere = await desk.member(['dispatcher'], { agencies: ['so-xay-dung'] });
});
beforeEach(async () => {
  desk.setNow(START);
  report = await desk.report({}, 'in_progress');
  const sealed = (purpose: 'citizen-name' | 'citizen-phone', text: string) =>
    seal(desk.dataKey, purpose, String(report.citizenId), text);
  const contact = { nameEnc: sealed('citizen-name', NAME), phoneEnc: sealed('citizen-phone', PHONE) };
  await desk.db.update(citizens).set(contact).where(eq(citizens.id, report.citizenId));
});
afterAll(() => desk?.stop());

const path = () => `/api/staff/reports/${report.code}`;
const reporterFor = async (who: string) => (await desk.get(path(), people[who] ?? {})).body.reporter;
const hides = () => desk.db.update(reports).set({ hideMyName: true }).where(eq(reports.id, report.id));
const reveals = (who: string, reason = 'Có người gọi 115 từ nơi này, cần liên hệ ngay') =>
  desk.post(`${path()}/reveal-reporter`, { reason }, people[who] ?? {});
const looks = () =>
  desk.db
    .select()
    .from(reportHistory)
    .where(and(eq(reportHistory.reportId, report.id), like(reportHistory.event, 'reporter_%')))
    .orderBy(asc(reportHistory.seq));

const seen = { name: NAME, phone: PHONE };
const nothing = { name: null, phone: null };

describe('who sent a report', () => {
  test.each(['intakeOfficer', 'dispatcher', 'handler', 'leader'])('is seen by the %s who handles it', async (who) => {
    expect(await reporterFor(who)).toEqual({ ...seen, hidden: false });
  });

  test.each(['cityOffice', 'operations'])('is no matter of %s, who only read it', async (who) => {
    expect(await reporterFor(who)).toEqual({ ...nothing, hidden: false });
    expect(await looks()).toEqual([]);
  });

  test('is written down once a person and day, beside the public history, and the chain holds', async () => {
    for (const who of ['handler', 'handler', 'leader']) await reporterFor(who);
    await Promise.all([reporterFor('dispatcher'), reporterFor('dispatcher'), reporterFor('dispatcher')]);
    desk.setNow(new Date(START.getTime() + 24 * 3_600_000));
    await reporterFor('handler');
    const rows = await looks();
    expect(rows.map(({ actorRole }) => actorRole)).toEqual(['handler', 'leader', 'dispatcher', 'handler']);
    expect(rows.every(({ isPublic, event }) => !isPublic && event === 'reporter_read')).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
    const findings: unknown[] = [];
    await verifyHistory(desk.database, { kind: 'all' }, { onFinding: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
  });

  test('does not change the report: what a member read is still what they may act on', async () => {
    const first = await desk.get(path(), people.handler ?? {});
    const again = await desk.get(path(), people.handler ?? {});
    expect(again.headers.etag).toBe(first.headers.etag);
  });

  test('who has given neither name nor number is nobody, and nobody has looked', async () => {
    await desk.db.update(citizens).set({ nameEnc: null, phoneEnc: null }).where(eq(citizens.id, report.citizenId));
    expect(await reporterFor('handler')).toEqual({ ...nothing, hidden: false });
    expect(await looks()).toEqual([]);
  });

  test('a name that cannot be opened is no reason to refuse the report', async () => {
    await desk.db.update(citizens).set({ nameEnc: 'v1.x.y' }).where(eq(citizens.id, report.citizenId));
    expect(await reporterFor('handler')).toEqual({ name: null, phone: PHONE, hidden: false });
  });
});

describe('who hides their name', () => {
  beforeEach(hides);

  test('is hidden from everybody who only reads', async () => {
    for (const who of ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice', 'operations'])
      expect(await reporterFor(who)).toEqual({ ...nothing, hidden: true });
    expect(await looks()).toEqual([]);
  });

  test.each(['intakeOfficer', 'dispatcher', 'operations'])(
    'is shown to the %s who says why, on the record',
    async (who) => {
      const answer = await reveals(who);
      expect([answer.status, answer.body]).toEqual([200, { ...seen, hidden: true }]);
      expect(answer.headers['cache-control']).toBe('no-store');
      await reveals(who, 'Lần nữa');
      const rows = await looks();
      expect(rows).toMatchObject([
        { event: 'reporter_revealed', actorRole: who, reason: expect.stringContaining('115'), isPublic: false },
        { event: 'reporter_revealed', actorRole: who, reason: 'Lần nữa' },
      ]);
      const { items } = (await desk.get(`${path()}/history`, people[who] ?? {})).body;
      expect(items.at(-1).label).toBe('Cán bộ xem người phản ánh đã ẩn tên');
      const timeline = await desk.app.inject(`/api/public/reports/${report.code}`);
      expect(timeline.body).not.toContain('Lần nữa');
    },
  );

  test.each(['handler', 'leader', 'cityOffice'])('is shown to no %s', async (who) => {
    const answer = await reveals(who);
    expect([answer.status, answer.body.code]).toEqual([403, 'not_for_this_role']);
    expect(await looks()).toEqual([]);
  });

  test('is shown to no dispatcher of another agency, for whom there is no such report', async () => {
    expect((await reveals('elsewhere')).status).toBe(404);
  });

  test.each([{ reason: '' }, { reason: '   ' }, {}])('is not shown without a reason: %j', async (body) => {
    const answer = await desk.post(`${path()}/reveal-reporter`, body, people.dispatcher ?? {});
    expect([400, 422]).toContain(answer.status);
    expect(await looks()).toEqual([]);
  });
});
