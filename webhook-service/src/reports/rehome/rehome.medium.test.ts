import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { citizens, rehomingBatches, reports, adminUnits as unitTable } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { loadWardMapVersion } from '../../routing/boundaries/load-version.ts';
import {
  BAT_TRANG,
  CUA_NAM,
  DONG_DA,
  DONG_DA_DONG,
  HALF,
  HO_GUOM,
  HOAN_KIEM,
  LANG,
  pointIn,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from '../../routing/boundaries/testing/square-wards.ts';
import { createWardMaps, type WardMaps } from '../../routing/boundaries/ward-maps.ts';
import { applyRehoming, type MoveReport, type RehomingMove } from './apply.ts';
import { previewRehoming } from './preview.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let wardMaps: WardMaps;
let versionId = 0;
let citizenId = 0;
beforeEach(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 6 });
  wardMaps = createWardMaps({ base: squareWards(), now: () => day });
  const version = {
    validFrom: '2027-01-01',
    label: 'Nghị quyết thử',
    units: reorganisation(),
    outlines: reorganisationOutlines(),
  };
  ({ id: versionId } = await loadWardMapVersion(clients.db, version, {
    by: '7',
    now: new Date('2026-10-05T02:00:00Z'),
  }));
  const [citizen] = await clients.db.insert(citizens).values({ oaUserId: 'invented-1' }).returning({ id: citizens.id });
  citizenId = citizen?.id ?? 0;
});
afterEach(async () => {
  await clients?.close();
  await database?.drop();
});

const day = new Date('2026-12-31T17:00:00Z');
const dayBefore = new Date('2026-12-30T17:00:00Z');

type NewReport = Partial<typeof reports.$inferInsert>;
const rowOf = (code: string, facts: NewReport): typeof reports.$inferInsert => ({
  code,
  state: 'dispatched',
  channel: 'chat',
  citizenId,
  text: 'Nắp cống vỡ',
  priorityClass: 'normal',
  receivedAt: dayBefore,
  acceptDueAt: dayBefore,
  policyVersion: 'test',
  ...facts,
});
const store = (...rows: [string, NewReport][]) =>
  clients.db.insert(reports).values(rows.map(([code, facts]) => rowOf(code, facts)));

const preview = (now = day) =>
  previewRehoming(clients.db, versionId, { by: '7', reason: 'Sắp xếp lại phường, xã', now, wardMaps });
const apply = (batchId: number, moveReport: MoveReport = move, now = day) =>
  applyRehoming(clients.db, batchId, { by: '8', now, moveReport, wardMaps });

/** Does what the lifecycle does with a move, as far as these tests look at it. */
let moves: (RehomingMove & { reportId: number })[] = [];
const move: MoveReport = async (tx, reportId, change) => {
  moves.push({ reportId, ...change });
  await tx
    .update(reports)
    .set({ wardCode: change.wardCode, agencyCode: change.agencyCode })
    .where(eq(reports.id, reportId));
};
beforeEach(() => {
  moves = [];
});

const whereabouts = async () => {
  const rows = await clients.db.select().from(reports).orderBy(asc(reports.id));
  return Object.fromEntries(rows.map(({ code, wardCode, agencyCode }) => [code, `${wardCode} ${agencyCode}`]));
};
const batchRow = async (id: number) =>
  (await clients.db.select().from(rehomingBatches).where(eq(rehomingBatches.id, id)))[0];

describe('the preview', () => {
  test('lists open reports whose ward or agency changes, in the order they came, and moves nothing', async () => {
    await store(
      ['A1', { wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070', ...pointIn(HOAN_KIEM) }],
      ['A2', { wardCode: DONG_DA, agencyCode: 'ubnd-00235', state: 'in_progress', ...pointIn(DONG_DA, HALF / 2) }],
      ['A3', { wardCode: DONG_DA, agencyCode: 'ubnd-00235', state: 'awaiting_citizen' }],
      ['A4', { wardCode: CUA_NAM, state: 'received' }],
      ['A5', { wardCode: '00025', agencyCode: 'ca-00082' }],
      ['B1', { wardCode: '00025', agencyCode: 'ubnd-00025' }],
      ['B2', { wardCode: BAT_TRANG, agencyCode: 'ubnd-00577' }],
      ['B3', { wardCode: LANG, agencyCode: 'ubnd-00199', ...pointIn(LANG, -HALF / 2) }],
      ['B4', { wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070', state: 'answered' }],
      ['B5', { wardCode: HOAN_KIEM, state: 'refused' }],
      ['B6', { wardCode: HOAN_KIEM, state: 'merged' }],
      ['B7', { wardCode: HOAN_KIEM, state: 'closed_unconfirmed' }],
    );
    const before = await whereabouts();
    const { items, batchId, previewHash } = await preview(dayBefore);
    expect(items.map(({ code, how, toWard, toAgency }) => [code, how, toWard, toAgency])).toEqual([
      ['A1', 'pin', HO_GUOM, 'ubnd-99001'],
      ['A2', 'pin', DONG_DA_DONG, 'ubnd-99004'],
      ['A3', 'needs_person', null, null],
      ['A4', 'only-successor', HO_GUOM, null],
      ['A5', 'only-successor', '00025', 'ca-99001'],
    ]);
    expect(await whereabouts()).toEqual(before);
    expect(await batchRow(batchId)).toMatchObject({
      versionId,
      status: 'previewed',
      items,
      previewHash,
      reason: 'Sắp xếp lại phường, xã',
      createdBy: '7',
      createdAt: dayBefore,
      appliedAt: null,
    });
    expect((await preview()).previewHash).toBe(previewHash);
  });

  test('needs a version and a reason', async () => {
    const options = { by: '7', reason: 'x', now: day, wardMaps };
    await expect(previewRehoming(clients.db, 999, options)).rejects.toMatchObject({
      code: 'ward_map_not_found',
      status: 404,
    });
    await expect(previewRehoming(clients.db, versionId, { ...options, reason: '  ' })).rejects.toMatchObject({
      code: 'reason_missing',
      status: 422,
    });
  });
});

describe('applying it', () => {
  test('moves each report once, with who, why and which batch, and puts the new names in force', async () => {
    await store(
      ['A1', { wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070', ...pointIn(HOAN_KIEM) }],
      ['A3', { wardCode: DONG_DA, agencyCode: 'ubnd-00235' }],
      ['A4', { wardCode: CUA_NAM, state: 'received' }],
    );
    const { batchId } = await preview();
    expect(await apply(batchId)).toEqual({ moved: 2, alreadyMoved: 0, changedMeanwhile: [], needsPerson: ['A3'] });
    expect(await whereabouts()).toEqual({ A1: '99001 ubnd-99001', A3: '00235 ubnd-00235', A4: '99001 null' });
    expect(moves.map(({ reportId: _, ...rest }) => rest)).toEqual([
      {
        wardCode: HO_GUOM,
        agencyCode: 'ubnd-99001',
        because: ['Bản đồ phường, xã áp dụng từ ngày 01/01/2027: vị trí đã ghim thuộc phường Hồ Gươm.'],
        batchId,
        by: '8',
        now: day,
      },
      expect.objectContaining({ wardCode: HO_GUOM, agencyCode: null }),
    ]);
    expect(await batchRow(batchId)).toMatchObject({ status: 'applied', appliedBy: '8', appliedAt: day });
    const [ward] = await clients.db.select().from(unitTable).where(eq(unitTable.code, BAT_TRANG));
    expect(ward?.name).toBe('Gốm Bát Tràng');

    expect(await apply(batchId)).toEqual({ moved: 0, alreadyMoved: 2, changedMeanwhile: [], needsPerson: ['A3'] });
    expect(moves).toHaveLength(2);
    expect((await preview()).items.map(({ code }) => code)).toEqual(['A3']);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'a report was answered',
      () => clients.db.update(reports).set({ state: 'answered' }).where(eq(reports.code, 'A1')),
    ],
    [
      'a report was handed over',
      () => clients.db.update(reports).set({ agencyCode: 'pc08' }).where(eq(reports.code, 'A1')),
    ],
    ['another report came', () => store(['A9', { wardCode: CUA_NAM }])],
    [
      'a person chose the ward',
      () =>
        clients.db.update(reports).set({ wardCode: '99003', agencyCode: 'ubnd-99003' }).where(eq(reports.code, 'A3')),
    ],
  ])('is refused when %s since the preview', async (_, happen) => {
    await store(
      ['A1', { wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070' }],
      ['A3', { wardCode: DONG_DA, agencyCode: 'ubnd-00235' }],
    );
    const { batchId } = await preview();
    await happen();
    await expect(apply(batchId)).rejects.toMatchObject({ code: 'preview_outdated', status: 409 });
    expect(moves).toEqual([]);
    expect((await batchRow(batchId))?.status).toBe('previewed');
  });

  test('is refused before the day, for an older map than the one in force, and for no batch', async () => {
    await store(['A1', { wardCode: HOAN_KIEM }]);
    const { batchId } = await preview(dayBefore);
    const early = new Date(day.getTime() - 1);
    await expect(apply(batchId, move, early)).rejects.toMatchObject({ code: 'ward_map_not_in_force', status: 409 });
    const next = {
      validFrom: '2027-06-01',
      label: 'Nghị quyết sau',
      units: [{ ...reorganisation()[0], code: '99009', name: 'Mới', from: [HO_GUOM] }],
    };
    await loadWardMapVersion(clients.db, next, { by: '7', now: day });
    const june = new Date('2027-06-01T00:00:00Z');
    await expect(apply(batchId, move, june)).rejects.toMatchObject({ code: 'ward_map_superseded', status: 409 });
    await expect(apply(999)).rejects.toMatchObject({ code: 'rehoming_not_found', status: 404 });
    expect(moves).toEqual([]);
  });

  test('goes on where it was cut off, in chunks of 500 in the order of the reports', async () => {
    const many = Array.from(
      { length: 1_203 },
      (_, index) => [`R${index}`, { wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070' }] as [string, NewReport],
    );
    await store(...many);
    const { batchId } = await preview();
    const cutOff: MoveReport = async (tx, reportId, change) => {
      if (moves.length === 700) throw new Error('power cut');
      await move(tx, reportId, change);
    };
    await expect(apply(batchId, cutOff)).rejects.toThrow('power cut');
    const moved = Object.values(await whereabouts()).filter((where) => where === '99001 ubnd-99001');
    expect(moved).toHaveLength(500);
    moves = [];
    expect(await apply(batchId)).toMatchObject({ moved: 703, alreadyMoved: 500, changedMeanwhile: [] });
    expect(moves.map(({ reportId }) => reportId)).toEqual(
      moves.map(({ reportId }) => reportId).toSorted((a, b) => a - b),
    );
    expect((await preview()).items).toEqual([]);
  });

  test('by two at once moves no report twice', async () => {
    await store(
      ...Array.from({ length: 60 }, (_, index) => [`R${index}`, { wardCode: HOAN_KIEM }] as [string, NewReport]),
    );
    const { batchId } = await preview();
    const results = await Promise.all([apply(batchId), apply(batchId)]);
    expect(moves).toHaveLength(60);
    expect(new Set(moves.map(({ reportId }) => reportId)).size).toBe(60);
    expect(results.map(({ moved }) => moved).toSorted((a, b) => a - b)).toEqual([0, 60]);
  });

  test('leaves a report alone that changed between the check and its turn', async () => {
    await store(
      ...Array.from({ length: 501 }, (_, index) => [`R${index}`, { wardCode: HOAN_KIEM }] as [string, NewReport]),
    );
    const { batchId } = await preview();
    let done = false;
    const result = await apply(batchId, async (tx, reportId, change) => {
      await move(tx, reportId, change);
      // R500 is in the second chunk: somebody withdraws it while the first is at work.
      if (done) return;
      done = true;
      await clients.sql`update reports set state = 'withdrawn' where code = 'R500'`;
    });
    expect(result).toEqual({ moved: 500, alreadyMoved: 0, changedMeanwhile: ['R500'], needsPerson: [] });
    expect((await whereabouts()).R500).toBe('00070 null');
  });
});
