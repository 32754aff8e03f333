import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { duplicateSuggestions, reportHistory, reports } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { duplicatesOf } from './duplicates-of.ts';
import { findDuplicates } from './find-duplicates.ts';
import { rejectDuplicate } from './reject-duplicate.ts';
import { suggestDuplicates } from './suggest-duplicates.ts';
import { metresNorth, type StoredReport, storeReport } from './testing/store-report.ts';

let own: TestDatabase;
let database: DatabaseClients;
const NOW = new Date('2026-10-06T06:00:00Z');
const staff = { kind: 'staff', role: 'dispatcher', id: 'dispatcher-1' } as const;

beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
});
beforeEach(() => database.sql`truncate duplicate_suggestions restart identity`);
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

/** Each test has a street of its own, five kilometres from the next. */
let street = 0;
beforeEach(() => {
  street += 5_000;
});
function store(over: Parameters<typeof storeReport>[1] & { metres?: number; hours?: number } = {}) {
  const { metres = 0, hours = 0, ...rest } = over;
  return storeReport(database.db, {
    latitude: metresNorth(street + metres),
    receivedAt: new Date(NOW.getTime() + hours * 3_600_000),
    ...rest,
  });
}
const find = async (report: StoredReport) =>
  (await findDuplicates(database.db, report, { now: NOW, limit: 5 })).map(({ other }) => other.id);
const suggest = (report: StoredReport) => suggestDuplicates(report.id, { db: database.db, now: () => NOW });
const suggestions = () =>
  database.db.select().from(duplicateSuggestions).orderBy(duplicateSuggestions.reportId, duplicateSuggestions.otherId);

describe('finding duplicates', () => {
  test('finds the near one of the same kind and says why', async () => {
    const older = await store();
    await store({ metres: 400 });
    await store({ metres: 10, categoryCode: 'CS-01' });
    const report = await store({ metres: 35, text: 'o ga sau', hours: 2 });
    const found = await findDuplicates(database.db, report, { now: NOW, limit: 5 });
    expect(found.map(({ other, because, distanceM }) => [other.id, because, Math.round(distanceM ?? 0)])).toEqual([
      [
        older.id,
        [
          'cách nhau 35 m',
          'cùng lĩnh vực “Ổ gà, mặt đường hư hỏng, lún nứt”',
          'gửi cách nhau 2 giờ',
          'cùng nhắc tới “ổ gà”',
        ],
        35,
      ],
    ]);
  });

  test.each(['received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered'] as const)(
    'offers a report that is %s',
    async (state) => {
      const other = await store({ state });
      expect(await find(await store())).toEqual([other.id]);
    },
  );

  test.each(['closed_confirmed', 'closed_unconfirmed', 'refused', 'withdrawn'] as const)(
    'never offers one that is %s',
    async (state) => {
      await store({ state });
      expect(await find(await store())).toEqual([]);
    },
  );

  test('a merged one stands for its main report, also when that is too far away or too old itself', async () => {
    const main = await store({ metres: 190, hours: -1_500 });
    const follower = await store({ metres: 20, state: 'merged', mergedIntoId: main.id });
    const report = await store();
    const [found] = await findDuplicates(database.db, report, { now: NOW, limit: 5 });
    expect([found?.other.id, found?.because.slice(0, 2)]).toEqual([
      main.id,
      [`so với phản ánh ${follower.code} đã gộp vào đó`, 'cách nhau 20 m'],
    ]);
  });

  test('nothing is found for a category that is not about a place', async () => {
    await store({ categoryCode: 'DV-01' });
    expect(await find(await store({ categoryCode: 'DV-01' }))).toEqual([]);
  });

  test('the search stops at twice the hours', async () => {
    const [text, categoryCode] = ['rác bốc mùi ngõ 8', 'MT-01'];
    const report = await store({ text, categoryCode });
    await store({ text, categoryCode, hours: -96.1 });
    expect(await find(report)).toEqual([]);
    const inTime = await store({ text, categoryCode, hours: -95 });
    expect(await find(report)).toEqual([inTime.id]);
  });

  test('without a pin the ward, the category and the street decide', async () => {
    const unpinned = { latitude: null, longitude: null, categoryCode: 'MT-01', text: 'rác ba ngày', wardCode: '00004' };
    const older = await storeReport(database.db, {
      ...unpinned,
      placeText: 'ngõ 106 Hoàng Quốc Việt',
      receivedAt: NOW,
    });
    await storeReport(database.db, { ...unpinned, placeText: 'ngõ 234 Hoàng Quốc Việt', receivedAt: NOW });
    const pinned = await storeReport(database.db, {
      ...unpinned,
      ...{ latitude: 21.03, longitude: 105.83, text: 'rác ngõ 106 Hoàng Quốc Việt', receivedAt: NOW },
    });
    const report = await storeReport(database.db, { ...unpinned, placeText: 'ngo 106 HQV', receivedAt: NOW });
    expect((await find(report)).sort()).toEqual([older.id, pinned.id].sort());
    expect((await find(pinned)).sort()).toEqual([older.id, report.id].sort());
  });
});

describe('the job', () => {
  test('keeps one row per pair, whichever of the two is searched for, however often', async () => {
    const older = await store();
    const newer = await store({ metres: 10 });
    await Promise.all([suggest(newer), suggest(older), suggest(newer)]);
    const rows = await suggestions();
    expect(rows.map(({ reportId, otherId, state }) => [reportId, otherId, state])).toEqual([
      [newer.id, older.id, 'open'],
    ]);
    expect(rows[0]?.because).toContain('cách nhau 10 m');
  });

  test('renews an open suggestion after a change and leaves a rejected one alone', async () => {
    const older = await store();
    const newer = await store({ metres: 10 });
    await suggest(newer);
    await database.db
      .update(reports)
      .set({ latitude: metresNorth(street + 25) })
      .where(eq(reports.id, newer.id));
    await suggest(newer);
    expect((await suggestions())[0]?.because).toContain('cách nhau 25 m');
    await database.db.transaction((tx) => rejectDuplicate(tx, newer, older, staff, NOW));
    await suggest(newer);
    expect((await suggestions()).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([
      ['rejected', 'dispatcher-1'],
    ]);
  });

  test('does nothing for a report that is over or does not exist', async () => {
    await store();
    expect(await suggest(await store({ state: 'merged' }))).toBe(0);
    expect(await suggestDuplicates(99_999_999, { db: database.db, now: () => NOW })).toBe(0);
    expect(await suggestions()).toEqual([]);
  });
});

describe('what the dispatcher is shown', () => {
  test('the report that gathers others is to be the main one, else the older', async () => {
    const older = await store();
    const newer = await store({ metres: 10 });
    await suggest(newer);
    const seen = async (report: StoredReport) =>
      (await duplicatesOf(database.db, report)).suggestions.map(({ other, main, followers }) => [
        other.id,
        main,
        followers,
      ]);
    expect(await seen(newer)).toEqual([[older.id, 'other', 0]]);
    expect(await seen(older)).toEqual([[newer.id, 'this', 0]]);
    const follower = await store({ metres: 5, state: 'merged', mergedIntoId: newer.id });
    expect(await seen(newer)).toEqual([[older.id, 'this', 0]]);
    expect(await seen(older)).toEqual([[newer.id, 'other', 1]]);
    const shown = await duplicatesOf(database.db, newer);
    expect([shown.followers.map(({ id }) => id), shown.followerCount, shown.mergedInto]).toEqual([
      [follower.id],
      1,
      null,
    ]);
    expect(await duplicatesOf(database.db, follower)).toMatchObject({ suggestions: [], mergedInto: { id: newer.id } });
  });

  test('a suggestion whose other report is over is not shown', async () => {
    const older = await store();
    const newer = await store({ metres: 10 });
    await suggest(newer);
    await database.db.update(reports).set({ state: 'refused' }).where(eq(reports.id, older.id));
    expect((await duplicatesOf(database.db, newer)).suggestions).toEqual([]);
  });
});

describe('rejecting', () => {
  const reject = (report: StoredReport, other: StoredReport) =>
    database.db.transaction((tx) => rejectDuplicate(tx, report, other, staff, NOW));

  test('is kept in the history once, without anybody’s words', async () => {
    const [older, newer] = [await store(), await store()];
    await reject(older, newer);
    await reject(older, newer);
    const rows = await database.db
      .select()
      .from(reportHistory)
      .where(and(eq(reportHistory.reportId, older.id), eq(reportHistory.event, 'duplicate_rejected')));
    expect(rows.map(({ data, isPublic, actor }) => [data, isPublic, actor])).toEqual([
      [{ otherCode: newer.code }, false, 'dispatcher-1'],
    ]);
    expect((await suggestions()).map(({ reportId, otherId }) => [reportId, otherId])).toEqual([[newer.id, older.id]]);
  });

  test('is refused for a merged pair and for one report', async () => {
    const main = await store();
    const follower = await store({ state: 'merged', mergedIntoId: main.id });
    await expect(reject(main, follower)).rejects.toMatchObject({ code: 'duplicate_already_merged', status: 409 });
    await expect(reject(follower, main)).rejects.toMatchObject({ code: 'duplicate_already_merged', status: 409 });
    await expect(reject(main, main)).rejects.toMatchObject({ code: 'duplicate_of_itself', status: 422 });
  });
});
