import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { follows } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { duplicateOfferFor, nearbyForDraft } from './offer.ts';
import { suggestDuplicates } from './suggest-duplicates.ts';
import { metresNorth, storeCitizen, storeReport } from './testing/store-report.ts';

let own: TestDatabase;
let database: DatabaseClients;
const NOW = new Date('2026-10-06T06:00:00Z');
beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
});
beforeEach(async () => {
  for (const table of ['follows', 'duplicate_suggestions', 'reports'])
    await database.sql`delete from ${database.sql(table)}`;
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

const store = ({ metres = 0, ...over }: Parameters<typeof storeReport>[1] & { metres?: number } = {}) =>
  storeReport(database.db, { latitude: metresNorth(metres), receivedAt: NOW, ...over });
const offerFor = async (id: number) => {
  await suggestDuplicates(id, { db: database.db, now: () => NOW });
  return duplicateOfferFor(database.db, id);
};
const SECRET = 'Bác Tư nhà số 7, 0912345678: ổ gà to giữa phố';

describe('the offer to follow instead', () => {
  test('names the report, its field, ward, distance and state, and none of the other person’s words', async () => {
    const main = await store({ text: SECRET, placeText: 'ngõ 80 Chùa Láng', state: 'in_progress' });
    const offer = await offerFor((await store({ metres: 34, text: SECRET })).id);
    expect(offer).toEqual({
      mainCode: main.code,
      categoryName: 'Ổ gà, mặt đường hư hỏng, lún nứt',
      placeWords: 'phường Láng',
      distanceMetres: 30,
      state: 'in_progress',
      because: ['cách khoảng 30 m', 'cùng lĩnh vực “Ổ gà, mặt đường hư hỏng, lún nứt”', 'gửi gần như cùng lúc'],
    });
  });

  test('is the main report, when the like one was merged since', async () => {
    const main = await store({ metres: 20 });
    const report = await store({ metres: 5 });
    const merged = await store({ metres: 0 });
    await suggestDuplicates(report.id, { db: database.db, now: () => NOW });
    await database.sql`update reports set state = 'merged', merged_into_id = ${main.id} where id = ${merged.id}`;
    await database.sql`update duplicate_suggestions set score = 100 where report_id = ${merged.id} or other_id = ${merged.id}`;
    expect((await duplicateOfferFor(database.db, report.id))?.mainCode).toBe(main.code);
  });

  test('is the one that gathers others, though another is a little more alike: a flood has one main report', async () => {
    const [main, beside] = [await store({ metres: 30 }), await store({ metres: 0 })];
    const report = await store({ metres: 5 });
    await suggestDuplicates(report.id, { ...database, now: () => NOW });
    expect((await duplicateOfferFor(database.db, report.id))?.mainCode).toBe(beside.code);
    for (let other = 0; other < 20; other++) await store({ state: 'merged', mergedIntoId: main.id });
    expect((await duplicateOfferFor(database.db, report.id))?.mainCode).toBe(main.code);
  });

  test('stays what it was while ever more are found to be like one’s own', async () => {
    const main = await store({ metres: 20 });
    const report = await store({ metres: 5 });
    expect((await offerFor(report.id))?.mainCode).toBe(main.code);
    for (let later = 0; later < 12; later++)
      await suggestDuplicates((await store({ metres: 5 })).id, { ...database, now: () => NOW });
    expect((await duplicateOfferFor(database.db, report.id))?.mainCode).toBe(main.code);
  });

  test('can be taken up by its code when that report has been merged since; by no other code', async () => {
    const [main, other, report] = [
      await store({ metres: 20 }),
      await store({ metres: 10 }),
      await store({ metres: 5 }),
    ];
    await suggestDuplicates(report.id, { ...database, now: () => NOW });
    await database.sql`update reports set state = 'merged', merged_into_id = ${main.id} where id = ${other.id}`;
    for (const { code } of [main, other]) {
      expect((await duplicateOfferFor(database.db, report.id, code))?.mainCode).toBe(main.code);
    }
    expect(await duplicateOfferFor(database.db, report.id, report.code)).toBeNull();
  });

  test('is not made for one’s own report, one followed already, a private category, or a report that is over', async () => {
    const citizenId = await storeCitizen(database.db);
    await store({ citizenId });
    const again = new Date(NOW.getTime() + 600_000);
    const second = await store({ citizenId, receivedAt: again });
    expect(await offerFor(second.id)).toBeNull();
    const other = await store({ metres: 5 });
    expect((await offerFor(second.id))?.mainCode).toBe(other.code);
    await database.db.insert(follows).values({ reportId: other.id, citizenId, since: NOW });
    expect(await offerFor(second.id)).toBeNull();

    await store({ metres: 3_000, categoryCode: 'AN-09', text: 'đánh vợ' });
    expect(await offerFor((await store({ metres: 3_000, categoryCode: 'AN-09', text: 'đánh vợ' })).id)).toBeNull();
    expect(await offerFor((await store({ state: 'refused' })).id)).toBeNull();
    expect(await duplicateOfferFor(database.db, 99_999_999)).toBeNull();
  });
});

describe('reports near a draft', () => {
  const draft = (over = {}) =>
    nearbyForDraft(database.db, { latitude: metresNorth(0), longitude: 105.8012, text: 'ổ gà to', now: NOW, ...over });

  test('are offered before sending, with or without a category, three at most', async () => {
    for (const metres of [0, 5, 10, 15]) await store({ metres, text: SECRET });
    for (const offers of [await draft(), await draft({ categoryCode: 'GT-01' })]) {
      expect(offers).toHaveLength(3);
      expect(JSON.stringify(offers)).not.toMatch(/Tư|0912345678|số 7/);
    }
  });

  test('leave out one’s own, private categories, far ones and other kinds', async () => {
    const mine = await store();
    await store({ categoryCode: 'AN-03', text: 'ổ gà to' });
    await store({ metres: 600 });
    expect(await draft({ citizenId: mine.citizenId })).toEqual([]);
    expect(await draft({ categoryCode: 'CS-01' })).toEqual([]);
    expect(await draft({ categoryCode: 'DV-01' })).toEqual([]);
    expect((await draft({ citizenId: mine.citizenId + 1 })).map(({ mainCode }) => mainCode)).toEqual([mine.code]);
  });
});
