import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import {
  agencies as agencyTable,
  calendarDays,
  categories as categoryTable,
  adminUnits as unitTable,
} from '../schema/reference.ts';
import { adminUnits } from './admin-units.ts';
import { allAgencies } from './agencies.ts';
import { categories } from './categories.ts';
import { holidays } from './holidays.ts';
import { seedTexts } from './standard-texts.ts';

/**
 * Writes the reference data this build knows. Names and classes follow the build; calendar days are only added, never
 * overwritten, because staff may have edited them; standard texts are written once.
 */
export async function seedReferenceData(db: PostgresJsDatabase): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(unitTable)
      .values(
        adminUnits.map(({ code, name, kind, centre: [longitude, latitude] }) => ({
          code,
          name,
          kind,
          latitude,
          longitude,
        })),
      )
      .onConflictDoUpdate({ target: unitTable.code, set: { name: sql`excluded.name`, kind: sql`excluded.kind` } });
    await tx
      .insert(agencyTable)
      .values(
        allAgencies().map(({ code, nameVi, kind, wardCode }) => ({ code, nameVi, kind, wardCode: wardCode ?? null })),
      )
      .onConflictDoUpdate({ target: agencyTable.code, set: { nameVi: sql`excluded.name_vi` } });
    await tx
      .insert(categoryTable)
      .values(
        categories.map(({ code, group, nameVi, nameEn, priority, accepts }) => ({
          code,
          groupCode: group,
          nameVi,
          nameEn,
          priorityClass: priority,
          accepts,
        })),
      )
      .onConflictDoUpdate({
        target: categoryTable.code,
        set: {
          nameVi: sql`excluded.name_vi`,
          nameEn: sql`excluded.name_en`,
          priorityClass: sql`excluded.priority_class`,
          accepts: sql`excluded.accepts`,
        },
      });
    await tx
      .insert(calendarDays)
      .values([...holidays])
      .onConflictDoNothing();
    await seedTexts(tx);
  });
}
