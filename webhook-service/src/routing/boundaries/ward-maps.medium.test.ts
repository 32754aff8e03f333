import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { agencies, adminUnits as unitTable, wardMapVersions } from '../../../../db/schema/index.ts';
import { adminUnits, wardName } from '../../../../db/seed/admin-units.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { agencyName } from '../../reports/agency-names.ts';
import { candidatesOf } from '../place-candidates.ts';
import { findPlace } from '../place-names.ts';
import { wardAt } from '../ward-lookup.ts';
import { loadWardMapVersion } from './load-version.ts';
import { putWardNamesInForce } from './names-in-force.ts';
import {
  BAT_TRANG,
  CUA_NAM,
  centreOf,
  DONG_DA,
  DONG_DA_TAY,
  HO_GUOM,
  HOAN_KIEM,
  LANG,
  LANG_TRUNG,
  pointIn,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from './testing/square-wards.ts';
import { createWardMaps } from './ward-maps.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeEach(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
});
afterEach(async () => {
  await clients?.close();
  await database?.drop();
});

const loadedAt = new Date('2026-10-05T02:00:00Z');
/** Midnight in Hà Nội. */
const day = new Date('2026-12-31T17:00:00Z');
const before = new Date(day.getTime() - 1);
const version = {
  validFrom: '2027-01-01',
  label: 'Nghị quyết thử',
  units: reorganisation(),
  outlines: reorganisationOutlines(),
};
const load = (change: Partial<typeof version> = {}) =>
  loadWardMapVersion(clients.db, { ...version, ...change }, { by: '7', now: loadedAt });

/** Maps with a clock that the test moves. */
function maps(at = loadedAt) {
  const clock = { at };
  return { clock, wardMaps: createWardMaps({ base: squareWards(), now: () => clock.at }) };
}

describe('loading a ward map', () => {
  test('begins new wards with their agencies, and ends old ones, on its day', async () => {
    const { id, created } = await load();
    expect(created).toBe(true);
    const wards = await clients.db
      .select()
      .from(unitTable)
      .where(inArray(unitTable.code, [HO_GUOM, HOAN_KIEM, LANG, BAT_TRANG]));
    const [longitude, latitude] = centreOf(HOAN_KIEM);
    expect(wards.find(({ code }) => code === HO_GUOM)).toEqual({
      code: HO_GUOM,
      name: 'Hồ Gươm',
      kind: 'phuong',
      longitude,
      latitude,
      validFrom: '2027-01-01',
      validUntil: null,
    });
    expect(wards.find(({ code }) => code === HOAN_KIEM)).toMatchObject({ validFrom: null, validUntil: '2027-01-01' });
    expect(wards.find(({ code }) => code === LANG)).toMatchObject({ name: 'Láng', validFrom: null, validUntil: null });
    expect(wards.find(({ code }) => code === BAT_TRANG)).toMatchObject({ name: 'Bát Tràng', validUntil: null });
    const bodies = await clients.db.select().from(agencies).where(eq(agencies.wardCode, HO_GUOM));
    expect(bodies).toEqual(
      expect.arrayContaining([
        { code: 'ubnd-99001', nameVi: 'UBND phường Hồ Gươm', kind: 'ward_pc', wardCode: HO_GUOM },
        { code: 'ca-99001', nameVi: 'Công an phường Hồ Gươm', kind: 'ward_police', wardCode: HO_GUOM },
      ]),
    );
    expect(bodies).toHaveLength(2);
    const [row] = await clients.db.select().from(wardMapVersions);
    expect(row).toMatchObject({ id, validFrom: '2027-01-01', loadedBy: '7', loadedAt, label: 'Nghị quyết thử' });
  });

  test('a second time, keys in another order, changes nothing and gives the same id', async () => {
    const first = await load();
    const units = reorganisation().map((unit) => Object.fromEntries(Object.entries(unit).toReversed()));
    expect(await load({ units: units as never })).toEqual({ id: first.id, created: false });
    expect(await clients.db.select().from(wardMapVersions)).toHaveLength(1);
  });

  test('by two at once happens once', async () => {
    const results = await Promise.all([load(), load(), load()]);
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
  });

  test('with faults stores nothing and names them all', async () => {
    const units = reorganisation().map((unit) => ({ ...unit, from: [] }));
    await expect(load({ units })).rejects.toMatchObject({
      code: 'ward_map_invalid',
      status: 422,
      detail: expect.stringMatching(
        /^Bản đồ phường, xã có \d+ lỗi\. 99001 \(phường Hồ Gươm\) không ghi lấy từ .* 99004 /,
      ),
    });
    expect(await clients.db.select().from(wardMapVersions)).toEqual([]);
    expect(await clients.db.select().from(unitTable)).toHaveLength(126);
  });

  test('is judged by the map before it: no earlier day, no ward that has ended', async () => {
    await load();
    const next = { code: '99009', name: 'Mới', kind: 'phuong' as const, centre: centreOf(HOAN_KIEM), from: [HO_GUOM] };
    await expect(
      load({ validFrom: '2026-12-31', label: 'Sớm', units: [next], outlines: null as never }),
    ).rejects.toThrow('ward_map_invalid');
    const ended = { ...next, from: [HOAN_KIEM] };
    await expect(load({ validFrom: '2028-01-01', units: [ended], outlines: null as never })).rejects.toMatchObject({
      detail: expect.stringContaining('lấy từ mã 00070, không phải phường, xã đang có.'),
    });
    await expect(load({ validFrom: '2028-01-01', units: [next], outlines: null as never })).resolves.toMatchObject({
      created: true,
    });
  });
});

describe('the map valid at a moment', () => {
  test('is the one of NQ 1656 until midnight in Hà Nội, and the new one from then on', async () => {
    await load();
    const { wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    expect(wardAt(wardMaps.wardMapAt(before), pointIn(CUA_NAM))).toMatchObject({ wardCode: CUA_NAM });
    expect(wardAt(wardMaps.wardMapAt(day), pointIn(CUA_NAM))).toMatchObject({ wardCode: HO_GUOM });
    expect(wardMaps.eraAt(before).validFrom).toBe('2025-07-01');
    expect(wardMaps.eraAt(day).validFrom).toBe('2027-01-01');
  });

  test('is read again at most once a minute, or when forced', async () => {
    const { clock, wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    await load();
    clock.at = new Date(loadedAt.getTime() + 59_999);
    await wardMaps.refresh(clients.db);
    expect(wardMaps.versions()).toEqual([]);
    clock.at = new Date(loadedAt.getTime() + 60_000);
    await wardMaps.refresh(clients.db);
    expect(wardMaps.versions()).toMatchObject([{ label: 'Nghị quyết thử', loadedBy: '7', from: day }]);

    const other = maps().wardMaps;
    await other.refresh(clients.db);
    await clients.db.delete(wardMapVersions);
    await other.refresh(clients.db, { force: true });
    expect(other.versions()).toEqual([]);
  });

  test('keeps what it read when the database fails', async () => {
    await load();
    const { wardMaps, clock } = maps();
    await wardMaps.refresh(clients.db);
    clock.at = new Date(loadedAt.getTime() + 120_000);
    const broken = connectDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    await expect(wardMaps.refresh(broken.db)).rejects.toThrow();
    // The next request does not wait for it again; one five seconds later does.
    await expect(wardMaps.refresh(broken.db)).resolves.toBeUndefined();
    clock.at = new Date(clock.at.getTime() + 5_000);
    await expect(wardMaps.refresh(broken.db)).rejects.toThrow();
    await broken.close();
    expect(wardAt(wardMaps.wardMapAt(day), pointIn(CUA_NAM))).toMatchObject({ wardCode: HO_GUOM });
  });

  test('a map loaded after its day is used two minutes later, when every process knows it', async () => {
    await load({ validFrom: '2026-10-01' });
    const { wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    const used = loadedAt.getTime() + 120_000;
    expect(wardMaps.eraAt(new Date(used - 1)).validFrom).toBe('2025-07-01');
    expect(wardMaps.eraAt(new Date(used)).validFrom).toBe('2026-10-01');
  });
});

describe('names', () => {
  test('of new wards and agencies are known as soon as the map is read, renamed ones on their day', async () => {
    await load();
    const { clock, wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    expect([wardName(HO_GUOM), agencyName('ubnd-99001'), agencyName('ca-99001')]).toEqual([
      'phường Hồ Gươm',
      'UBND phường Hồ Gươm',
      'Công an phường Hồ Gươm',
    ]);
    expect([wardName(BAT_TRANG), agencyName('ubnd-00577')]).toEqual(['xã Bát Tràng', 'UBND xã Bát Tràng']);
    clock.at = day;
    await wardMaps.refresh(clients.db);
    expect([wardName(BAT_TRANG), agencyName('ubnd-00577')]).toEqual([
      'phường Gốm Bát Tràng',
      'UBND phường Gốm Bát Tràng',
    ]);
    expect(wardName(HOAN_KIEM)).toBe('phường Hoàn Kiếm');
    expect(agencyName('so-xay-dung')).toBe('Sở Xây dựng');
    expect(agencyName('nobody')).toBe('nobody');
    expect(agencyName('ubnd-12345')).toBe('ubnd-12345');
  });

  test('in a text mean the wards of their time', async () => {
    await load();
    const { clock, wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    const named = (text: string, at?: Date) => findPlace(text, at).ward;
    expect(named('phường Hoàn Kiếm')).toMatchObject({ certainty: 'named', code: HOAN_KIEM });
    expect(named('phường Hoàn Kiếm', before)).toMatchObject({ certainty: 'named', code: HOAN_KIEM });
    expect(named('phường Hoàn Kiếm', day)).toMatchObject({ certainty: 'old-name', candidates: [HO_GUOM] });
    expect(named('phường Hồ Gươm', before)).toBeUndefined();
    expect(named('phường Hồ Gươm', day)).toMatchObject({ certainty: 'named', code: HO_GUOM });
    clock.at = day;
    await wardMaps.refresh(clients.db, { force: true });
    expect(named('phường Hồ Gươm')).toMatchObject({ certainty: 'named', code: HO_GUOM });
    expect(named('xã Bát Tràng')).toMatchObject({ certainty: 'old-name', code: BAT_TRANG });
  });

  test('of before lead through every reorganisation, with the reason', async () => {
    await load();
    const { wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    expect(candidatesOf('phường Đống Đa', day)).toMatchObject({
      certainty: 'old-name',
      candidates: [
        { code: DONG_DA_TAY, why: 'Một phần phường Đống Đa (cũ) nay thuộc phường Đống Đa Tây' },
        { name: 'phường Đống Đa Đông' },
      ],
    });
    expect(candidatesOf('phường Hàng Trống', day).candidates).toEqual([
      { code: HO_GUOM, name: 'phường Hồ Gươm', why: 'Phường Hàng Trống (cũ, quận Hoàn Kiếm) nay thuộc phường Hồ Gươm' },
    ]);
    const district = candidatesOf('quận Đống Đa', day).candidates.map(({ code }) => code);
    expect(district).toContain(DONG_DA_TAY);
    expect(district).not.toContain(DONG_DA);
  });

  test('in the tables follow on the day, once', async () => {
    await load();
    const { wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    expect(await putWardNamesInForce(clients.db, wardMaps.eraAt(before))).toBe(0);
    expect(await putWardNamesInForce(clients.db, wardMaps.eraAt(day))).toBe(1);
    expect(await putWardNamesInForce(clients.db, wardMaps.eraAt(day))).toBe(0);
    const [ward] = await clients.db.select().from(unitTable).where(eq(unitTable.code, BAT_TRANG));
    expect(ward).toMatchObject({ name: 'Gốm Bát Tràng', kind: 'phuong' });
    const bodies = await clients.db.select().from(agencies).where(eq(agencies.wardCode, BAT_TRANG));
    expect(bodies.map(({ nameVi }) => nameVi).toSorted()).toEqual([
      'Công an phường Gốm Bát Tràng',
      'UBND phường Gốm Bát Tràng',
    ]);
  });

  test('need no version: without one the tables and the names are those of the build', async () => {
    const { wardMaps } = maps();
    await wardMaps.refresh(clients.db);
    expect(await putWardNamesInForce(clients.db, wardMaps.eraAt(day))).toBe(0);
    for (const { code } of adminUnits.slice(0, 5)) expect(agencyName(`ubnd-${code}`)).toBe(`UBND ${wardName(code)}`);
    expect(() => wardName(LANG_TRUNG)).toThrow(RangeError);
  });
});
