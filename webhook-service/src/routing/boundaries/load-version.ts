import { asc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { agencies, adminUnits as unitTable, wardMapVersions } from '../../../../db/schema/index.ts';
import { adminUnits, wardTitle } from '../../../../db/seed/admin-units.ts';
import { AppError } from '../../errors.ts';
import { checkWardMap, type WardMapInput } from './check-version.ts';
import { erasFrom, type WardEra } from './era.ts';
import { stableHash } from './stable-hash.ts';
import { endedBy, type WardMapUnit } from './ward-map-unit.ts';

/**
 * Stores a new version of the ward map with its wards and their agencies (UBND and Công an), all or nothing. The same content
 * again changes nothing and gives the same id. Open reports stay where they are until they are re-homed.
 * @throws AppError `ward_map_invalid` (422) naming every fault.
 */
export async function loadWardMapVersion(
  tx: Tx,
  input: WardMapInput,
  { by, now }: { by: string; now: Date },
): Promise<{ id: number; created: boolean }> {
  return tx.transaction(async (step) => {
    // One at a time: the next version is judged by the one before it. Readers are not held up.
    await step.execute(sql`lock table ward_map_versions in share row exclusive mode`);
    const contentHash = stableHash([input.validFrom, input.label, input.units, input.outlines ?? null]);
    const rows = await step.select().from(wardMapVersions).orderBy(asc(wardMapVersions.validFrom));
    const same = rows.find((row) => row.contentHash === contentHash);
    if (same) return { id: same.id, created: false };
    const eras = erasFrom(
      { units: adminUnits, boundaries: null },
      rows.map((row) => ({ ...row, units: row.units as WardMapUnit[] })),
    );
    const before = eras.at(-1) ?? eras[0];
    const checked = checkWardMap(input, before);
    if (!checked.ok) throw invalid(checked.faults);
    const { version } = checked;
    await writeWards(step, version.units, version.validFrom, before);
    const [row] = await step
      .insert(wardMapVersions)
      .values({ ...version, contentHash, loadedBy: by, loadedAt: now })
      .returning({ id: wardMapVersions.id });
    if (!row) throw new Error('the version was not stored');
    return { id: row.id, created: true };
  });
}

/** New wards and the end of old ones. A ward that goes on under its code keeps its row: see `putWardNamesInForce`. */
async function writeWards(tx: Tx, units: readonly WardMapUnit[], validFrom: string, before: WardEra): Promise<void> {
  const known = new Set(before.map.units.map((unit) => unit.code));
  const created = units.filter((unit) => !known.has(unit.code));
  if (created.length > 0) {
    await tx.insert(unitTable).values(
      created.map(({ code, name, kind, centre: [longitude, latitude] }) => ({
        code,
        name,
        kind,
        latitude,
        longitude,
        validFrom,
      })),
    );
    await tx.insert(agencies).values(created.flatMap(wardAgencies));
  }
  const ended = [...endedBy(units)];
  if (ended.length > 0) {
    await tx.update(unitTable).set({ validUntil: validFrom }).where(inArray(unitTable.code, ended));
  }
}

function wardAgencies(unit: WardMapUnit) {
  return [
    { code: `ubnd-${unit.code}`, nameVi: `UBND ${wardTitle(unit)}`, kind: 'ward_pc', wardCode: unit.code },
    { code: `ca-${unit.code}`, nameVi: `Công an ${wardTitle(unit)}`, kind: 'ward_police', wardCode: unit.code },
  ];
}

function invalid(faults: readonly string[]): AppError {
  return new AppError({
    code: 'ward_map_invalid',
    status: 422,
    detail: `Bản đồ phường, xã có ${faults.length} lỗi. ${faults.join(' ')}`,
  });
}
