import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { agencyHours, calendarChanges, calendarDays } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { addWorkingTime } from './calendar.ts';
import { createCalendarStore, readCalendars } from './calendar-store.ts';
import { changeCalendar, type EditContext, setAgencyHours } from './edit-calendar.ts';
import type { RecountPayload } from './recount.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url);
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const now = new Date('2026-11-16T02:00:00Z');
const at = (local: string) => new Date(`${local.replace(' ', 'T')}+07:00`);
const off = { date: '2026-11-23', name: 'Nghỉ hoán đổi (làm bù 28/11/2026)', kind: 'swapped_off' } as const;
const worked = { date: '2026-11-28', name: 'Làm bù cho 23/11/2026', kind: 'makeup_workday' } as const;
const queued: { payload: RecountPayload; key: string; runAt: Date }[] = [];
const context: EditContext = {
  by: '7',
  reason: 'Văn bản 1/VPCP-KGVX',
  now,
  queue: async (_tx, payload, options) => {
    queued.push({ payload, ...options });
  },
};
afterEach(() => queued.splice(0));
const dueOf = async (agency: string | null, from: string) =>
  addWorkingTime((await readCalendars(clients.db)).of(agency), at(from), 480).dueAt;

describe('a swap decided at short notice', () => {
  it('is in the calendar with its source, in the log, and counts open clocks again', async () => {
    expect(await dueOf(null, '2026-11-20 16:00')).toEqual(at('2026-11-23 16:00'));
    const edited = await clients.db.transaction((tx) => changeCalendar(tx, { set: [off, worked] }, context));

    expect(edited).toEqual({ changeId: expect.any(Number), warnings: [] });
    expect(await dueOf(null, '2026-11-20 16:00')).toEqual(at('2026-11-25 16:00'));
    expect(await clients.db.select().from(calendarDays).where(eq(calendarDays.date, off.date))).toEqual([
      { ...off, certainty: 'high', source: 'Văn bản 1/VPCP-KGVX' },
    ]);
    expect(await clients.db.select().from(calendarChanges)).toEqual([
      {
        id: edited.changeId,
        change: {
          days: [
            { date: off.date, from: null, to: { name: off.name, kind: off.kind } },
            { date: worked.date, from: null, to: { name: worked.name, kind: worked.kind } },
          ],
        },
        reason: 'Văn bản 1/VPCP-KGVX',
        movedReports: 0,
        changedBy: '7',
        changedAt: now,
      },
    ]);
    expect(queued).toEqual([
      { payload: { changeId: edited.changeId, afterReportId: 0, pass: 1 }, key: `${edited.changeId}-1-0`, runAt: now },
    ]);
  });

  it('can be changed and taken back, with what it was before', async () => {
    const name = 'Nghỉ bù Tết'.normalize('NFD');
    const change = { set: [{ ...off, name, kind: 'holiday' as const }], remove: [worked.date] };
    const { changeId, warnings } = await clients.db.transaction((tx) => changeCalendar(tx, change, context));
    const [row] = await clients.db.select().from(calendarChanges).where(eq(calendarChanges.id, changeId));

    expect(warnings).toEqual([]);
    expect(row?.change).toEqual({
      days: [
        { date: off.date, from: { name: off.name, kind: off.kind }, to: { name, kind: 'holiday' } },
        { date: worked.date, from: { name: worked.name, kind: worked.kind }, to: null },
      ],
    });
    expect(await clients.db.select().from(calendarDays).where(eq(calendarDays.date, worked.date))).toEqual([]);
    expect(await clients.db.select().from(calendarDays).where(eq(calendarDays.date, off.date))).toMatchObject([
      { name: 'Nghỉ bù Tết', kind: 'holiday' },
    ]);
    await clients.db.transaction((tx) => changeCalendar(tx, { remove: [off.date] }, context));
    expect(await dueOf(null, '2026-11-20 16:00')).toEqual(at('2026-11-23 16:00'));
  });

  it('that is only half of one is warned of', async () => {
    const half = { set: [{ ...off, date: '2027-11-22' }] };

    expect(await clients.db.transaction((tx) => changeCalendar(tx, half, context))).toMatchObject({
      warnings: ['Năm 2027 có 1 ngày nghỉ hoán đổi nhưng 0 ngày làm bù.'],
    });
    await clients.db.transaction((tx) => changeCalendar(tx, { remove: ['2027-11-22'] }, context));
  });

  it('with faults changes nothing', async () => {
    const edit = { set: [{ ...off, date: '2026-11-31' }], remove: ['2026-11-25'] };

    await expect(clients.db.transaction((tx) => changeCalendar(tx, edit, context))).rejects.toMatchObject({
      code: 'calendar_edit_invalid',
      status: 422,
      detail:
        'Lịch làm việc chưa sửa được: “2026-11-31” không phải là ngày có thật; ngày 2026-11-25 không có trong lịch nên không xóa được.',
    });
    expect(queued).toEqual([]);
  });
});

describe('the hours of an agency', () => {
  const saturday: [string, string][] = [['08:00', '11:30']];
  const workday: [string, string][] = [['08:00', '12:00']];
  const week = [[], workday, workday, workday, workday, workday, saturday];

  it('count for it alone until they are taken back', async () => {
    const edited = await clients.db.transaction((tx) => setAgencyHours(tx, { agencyCode: 'so-y-te', week }, context));

    expect(await dueOf('so-y-te', '2026-11-20 08:00')).toEqual(at('2026-11-23 08:30'));
    expect(await dueOf('so-noi-vu', '2026-11-20 08:00')).toEqual(at('2026-11-20 17:00'));
    expect(await dueOf(null, '2026-11-20 08:00')).toEqual(at('2026-11-20 17:00'));
    expect(await clients.db.select().from(agencyHours)).toEqual([
      { agencyCode: 'so-y-te', week, changedBy: '7', changedAt: now },
    ]);
    expect(queued).toHaveLength(1);
    const [row] = await clients.db.select().from(calendarChanges).where(eq(calendarChanges.id, edited.changeId));
    expect(row?.change).toEqual({ agencyHours: { agencyCode: 'so-y-te', from: null, to: week } });

    const longer = [...week.slice(0, 6), []];
    await clients.db.transaction((tx) => setAgencyHours(tx, { agencyCode: 'so-y-te', week: longer }, context));
    expect(await dueOf('so-y-te', '2026-11-20 08:00')).toEqual(at('2026-11-23 12:00'));
    const back = await clients.db.transaction((tx) =>
      setAgencyHours(tx, { agencyCode: 'so-y-te', week: null }, context),
    );
    expect(await dueOf('so-y-te', '2026-11-20 08:00')).toEqual(at('2026-11-20 17:00'));
    const [last] = await clients.db.select().from(calendarChanges).where(eq(calendarChanges.id, back.changeId));
    expect(last?.change).toEqual({ agencyHours: { agencyCode: 'so-y-te', from: longer, to: null } });
  });

  it('must be those of an agency, and some', async () => {
    const set = (agencyCode: string, hours: typeof week) =>
      clients.db.transaction((tx) => setAgencyHours(tx, { agencyCode, week: hours }, context));

    await expect(set('khong-co', week)).rejects.toMatchObject({
      code: 'agency_not_found',
      status: 404,
      detail: 'Không có đơn vị này.',
    });
    await expect(set('so-y-te', Array(7).fill([]))).rejects.toMatchObject({
      code: 'calendar_edit_invalid',
      detail: 'Lịch làm việc chưa sửa được: tuần không có giờ làm việc nào.',
    });
  });
});

describe('the calendars a process keeps', () => {
  it('are read again after a minute', async () => {
    let clock = now;
    const store = createCalendarStore(() => clock);
    const before = await store.calendars(clients.db);
    expect(await store.current(clients.db)).toBe(before.of(null));

    clock = new Date(now.getTime() + 60_000);
    expect(await store.calendars(clients.db)).toBe(before);
    clock = new Date(now.getTime() + 60_001);
    expect(await store.calendars(clients.db)).not.toBe(before);
  });

  it('are built once for each agency', async () => {
    await clients.db.transaction((tx) =>
      setAgencyHours(tx, { agencyCode: 'so-y-te', week: [[], [['08:00', '09:00']], [], [], [], [], []] }, context),
    );
    const calendars = await readCalendars(clients.db);

    expect(calendars.of('so-y-te')).toBe(calendars.of('so-y-te'));
    expect(calendars.of('so-noi-vu')).toBe(calendars.of(null));
  });
});
