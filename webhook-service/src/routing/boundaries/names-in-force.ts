import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { agencies, adminUnits as unitTable } from '../../../../db/schema/index.ts';
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import type { WardEra } from './era.ts';

/**
 * Writes the names of an era's wards and of their agencies where the tables say something else: a ward that goes on under
 * its code is renamed on the day, not when the version is loaded. Changes nothing the second time.
 * @returns how many wards were renamed.
 */
export async function putWardNamesInForce(tx: Tx, era: WardEra): Promise<number> {
  return tx.transaction(async (step) => {
    const rows = new Map((await step.select().from(unitTable)).map((row) => [row.code, row]));
    const renamed = era.map.units.filter((unit) => {
      const row = rows.get(unit.code);
      return row && (row.name !== unit.name || row.kind !== unit.kind);
    });
    for (const unit of renamed) {
      const { code, name, kind, centre } = unit;
      const [longitude, latitude] = centre;
      await step.update(unitTable).set({ name, kind, longitude, latitude }).where(eq(unitTable.code, code));
      const title = wardTitle(unit);
      await step
        .update(agencies)
        .set({ nameVi: `UBND ${title}` })
        .where(eq(agencies.code, `ubnd-${code}`));
      await step
        .update(agencies)
        .set({ nameVi: `Công an ${title}` })
        .where(eq(agencies.code, `ca-${code}`));
    }
    return renamed.length;
  });
}
