import { asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { calendarChanges, calendarDays, reportClocks, reports, timers } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { decodeClock, endClock, pauseClock } from './clock.ts';
import { type MovedClock, type RecountPayload, recountChunk, recountOpenClocks } from './recount.ts';
import { seedClocks } from './testing/seed-clocks.ts';

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
beforeEach(async () => {
  const { db } = clients;
  await db.delete(timers);
  await db.delete(reportClocks);
  await db.delete(reports);
  await db.delete(calendarDays).where(inArray(calendarDays.date, ['2026-10-07', '2026-10-08']));
});

/** Monday; a normal answer is due on Friday 17:00, the whole case on Monday after at 17:00. */
const start = at('2026-10-05 08:00');
const now = at('2026-10-06 09:00');
function at(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}+07:00`);
}
const dayOff = (date = '2026-10-07') =>
  clients.db.insert(calendarDays).values({ date, name: 'Nghỉ', kind: 'holiday', certainty: 'high', source: 'thử' });
const recount = (when = now) => clients.db.transaction((tx) => recountOpenClocks(tx, { now: when }));
const reportOf = async (id = 0) => (await clients.db.select().from(reports).where(eq(reports.id, id)))[0];
const timersOf = async (id = 0) =>
  clients.db.select().from(timers).where(eq(timers.reportId, id)).orderBy(asc(timers.id));
const runAt = async (id = 0) => Object.fromEntries((await timersOf(id)).map((timer) => [timer.kind, timer.runAt]));

describe('a day off that is decided late', () => {
  it('moves open due times: clocks, report and timers', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await dayOff();

    expect(await recount()).toEqual([
      { reportId: id, kind: 'answer', round: 1, from: at('2026-10-09 17:00'), to: at('2026-10-12 17:00') },
      { reportId: id, kind: 'finish', round: 1, from: at('2026-10-12 17:00'), to: at('2026-10-13 17:00') },
    ]);
    expect(await reportOf(id)).toMatchObject({
      acceptDueAt: at('2026-10-05 17:00'),
      answerDueAt: at('2026-10-12 17:00'),
      finishDueAt: at('2026-10-13 17:00'),
      dueAt: at('2026-10-12 17:00'),
    });
    const [row] = await clients.db.select().from(reportClocks).where(eq(reportClocks.kind, 'answer'));
    expect(row?.dueAt).toEqual(at('2026-10-12 17:00'));
    expect(decodeClock(row?.clock ?? {})).toMatchObject({ dueAt: at('2026-10-12 17:00'), metAt: null });
    expect(await runAt(id)).toEqual({
      answer_warn: at('2026-10-09 15:00'),
      answer_delay: at('2026-10-12 13:00'),
      answer_breach: at('2026-10-12 17:01'),
      finish_breach: at('2026-10-13 17:01'),
    });
  });

  it('moves nothing the second time', async () => {
    const [id] = await seedClocks(clients.db, { at: start });
    await dayOff();
    await recount();
    const before = await timersOf(id);

    expect(await recount()).toEqual([]);
    expect(await timersOf(id)).toEqual(before);
  });

  it('leaves emergencies, what has ended, and what is due before alone', async () => {
    await seedClocks(clients.db, { at: start, priorityClass: 'emergency' });
    await seedClocks(clients.db, { at: start, priorityClass: 'urgent' });
    await seedClocks(clients.db, { at: start, change: (clock) => endClock(clock, { at: now, outcome: 'met' }) });
    await dayOff();

    expect(await recount()).toEqual([]);
  });

  it('moves no paused clock, and arms nothing for it', async () => {
    const [id = 0] = await seedClocks(clients.db, {
      at: start,
      change: (clock) => pauseClock(clock, at('2026-10-08 10:00')),
    });
    await dayOff();

    expect(await recount()).toEqual([]);
    expect(await timersOf(id)).toEqual([]);
    const [row] = await clients.db.select().from(reportClocks).where(eq(reportClocks.kind, 'answer'));
    expect(decodeClock(row?.clock ?? {}).counted).toHaveLength(5);
  });

  it('moves the hours of another agency only for those who count by them', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start, agencyCode: 'so-y-te' });
    const workday: [string, string][] = [['08:00', '10:00']];
    const week = [[], workday, workday, workday, workday, workday, []];
    await clients.sql`insert into agency_hours values ('so-y-te', ${clients.sql.json(week)}, '7', now())`;

    expect(await recount()).toEqual([
      { reportId: id, kind: 'answer', round: 1, from: at('2026-10-09 17:00'), to: at('2026-10-30 10:00') },
    ]);
    await clients.sql`delete from agency_hours`;
  });
});

describe('timers, when due times move', () => {
  it('ring again for a time to come, once they rang for one that has moved', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await clients.db.update(timers).set({ finishedAt: now, outcome: 'fired' });
    await dayOff();
    await recount();

    expect(await timersOf(id)).toMatchObject(
      Array(4).fill({ finishedAt: null, outcome: null, queuedAt: null, version: 1 }),
    );
  });

  it('do not ring again for a time that has passed', async () => {
    await dayOff();
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await clients.db.update(timers).set({ finishedAt: now, outcome: 'fired' }).where(eq(timers.kind, 'answer_warn'));
    await clients.db.delete(calendarDays).where(eq(calendarDays.date, '2026-10-07'));
    // Without the day off the warning was due on Thursday 15:00, the delay on Friday 13:00.
    await recount(at('2026-10-09 14:00'));

    expect((await timersOf(id)).map(({ kind, runAt, outcome }) => [kind, runAt, outcome])).toEqual([
      ['answer_warn', at('2026-10-09 15:00'), 'fired'],
      ['answer_delay', at('2026-10-09 13:00'), null],
      ['answer_breach', at('2026-10-09 17:01'), null],
      ['finish_breach', at('2026-10-12 17:01'), null],
    ]);
  });

  it('that were silenced or never armed stay so', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await clients.db
      .update(timers)
      .set({ finishedAt: now, outcome: 'cancelled' })
      .where(eq(timers.kind, 'answer_warn'));
    await clients.db.delete(timers).where(eq(timers.kind, 'answer_delay'));
    await dayOff();
    await recount();

    expect((await timersOf(id)).map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['answer_warn', 'cancelled'],
      ['answer_breach', null],
      ['finish_breach', null],
    ]);
    expect((await timersOf(id))[0]?.runAt).toEqual(at('2026-10-08 15:00'));
  });

  it('that failed are tried again', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await clients.db.update(timers).set({ failedAt: now, errorCode: 'x', queuedAt: now });
    await dayOff();
    await recount();

    expect(await timersOf(id)).toMatchObject(Array(4).fill({ failedAt: null, errorCode: null, queuedAt: null }));
  });
});

describe('a report that was late', () => {
  it('is late no more when its due time has moved past now, and stays late when it has not', async () => {
    const [id] = await seedClocks(clients.db, { at: start });
    await dayOff();
    await clients.db.update(reports).set({ overdueAt: at('2026-10-09 17:01') });
    await recount(at('2026-10-12 17:01'));
    expect((await reportOf(id))?.overdueAt).toEqual(at('2026-10-09 17:01'));

    await dayOff('2026-10-08');
    await recount(at('2026-10-13 17:00:59'));
    expect((await reportOf(id))?.overdueAt).toBeNull();
  });

  it('keeps the due time that waits for something else', async () => {
    const [id] = await seedClocks(clients.db, { at: start });
    await clients.db.update(reports).set({ dueAt: at('2026-10-20 08:00'), overdueAt: now });
    await dayOff();
    await recount();

    expect(await reportOf(id)).toMatchObject({
      dueAt: at('2026-10-20 08:00'),
      overdueAt: now,
      answerDueAt: at('2026-10-12 17:00'),
    });
  });
});

describe('many open reports', () => {
  /** Runs the job until nothing is queued any more. @returns what was moved in each chunk, and what was queued. */
  async function run(changeId: number, limit: number) {
    const queued: { payload: RecountPayload; key: string; runAt: Date }[] = [];
    const chunks: MovedClock[][] = [];
    let next: RecountPayload | undefined = { changeId, afterReportId: 0, pass: 1 };
    while (next) {
      const before = queued.length;
      await recountChunk(clients.db, next, {
        now: () => now,
        limit,
        onMoved: async (_tx, moved) => {
          chunks.push(moved);
        },
        queue: async (_tx, payload, options) => {
          queued.push({ payload, ...options });
        },
      });
      next = queued[before]?.payload;
    }
    return { queued, chunks };
  }

  async function change(): Promise<number> {
    const [row] = await clients.db
      .insert(calendarChanges)
      .values({ change: {}, reason: 'thử', movedReports: 0, changedBy: '7', changedAt: now })
      .returning();
    return row?.id ?? 0;
  }

  it('are done in chunks, each in a transaction of its own, then all once more', async () => {
    const ids = await seedClocks(clients.db, { at: start, reports: 5 });
    await dayOff();
    const id = await change();
    const { queued, chunks } = await run(id, 2);

    expect(chunks.map((moved) => [...new Set(moved.map((one) => one.reportId))])).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
    ]);
    const again = new Date(now.getTime() + 120_000);
    const job = (pass: number, afterReportId: number, when: Date) => ({
      payload: { changeId: id, afterReportId, pass },
      key: `${id}-${pass}-${afterReportId}`,
      runAt: when,
    });
    expect(queued).toEqual([
      job(1, ids[1] ?? 0, now),
      job(1, ids[3] ?? 0, now),
      job(2, 0, again),
      job(2, ids[1] ?? 0, now),
      job(2, ids[3] ?? 0, now),
    ]);
    const [row] = await clients.db.select().from(calendarChanges).where(eq(calendarChanges.id, id));
    expect(row?.movedReports).toBe(5);
  });

  it('end with an empty chunk when the last one was full', async () => {
    const [, second] = await seedClocks(clients.db, { at: start, reports: 2 });
    const { queued, chunks } = await run(await change(), 2);

    expect(chunks).toEqual([]);
    expect(queued.map(({ payload }) => [payload.pass, payload.afterReportId])).toEqual([
      [1, second],
      [2, 0],
      [2, second],
    ]);
  });

  it('that nothing is open for end at once', async () => {
    const { queued } = await run(await change(), 2);

    expect(queued.map(({ payload }) => payload.pass)).toEqual([2]);
  });

  it('lose nothing when telling fails: the chunk is as if it had not been', async () => {
    const [id = 0] = await seedClocks(clients.db, { at: start });
    await dayOff();
    const failing = recountChunk(
      clients.db,
      { changeId: await change(), afterReportId: 0, pass: 1 },
      {
        now: () => now,
        onMoved: () => Promise.reject(new Error('cut off')),
        queue: async () => {},
      },
    );

    await expect(failing).rejects.toThrow('cut off');
    expect((await reportOf(id))?.answerDueAt).toEqual(at('2026-10-09 17:00'));
    expect(await recount()).toHaveLength(2);
  });

  it('are moved once by two workers that do the same chunk', async () => {
    await seedClocks(clients.db, { at: start, reports: 20 });
    await dayOff();
    const payload = { changeId: await change(), afterReportId: 0, pass: 1 };
    const deps = { now: () => now, onMoved: async () => {}, queue: async () => {} };
    const moved = await Promise.all([recountChunk(clients.db, payload, deps), recountChunk(clients.db, payload, deps)]);

    expect(moved.toSorted((a, b) => a - b)).toEqual([0, 40]);
  });

  it('are told in the transaction that moved them, once for all', async () => {
    await seedClocks(clients.db, { at: start, reports: 2 });
    await dayOff();
    const told: MovedClock[][] = [];
    await clients.db.transaction((tx) =>
      recountOpenClocks(tx, {
        now,
        onMoved: async (_tx, moved) => {
          told.push(moved);
        },
      }),
    );

    expect(told.map((moved) => moved.length)).toEqual([4]);
  });
});
