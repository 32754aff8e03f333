import { and, asc, gt, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { planMove, type RehomingItem, type Reorganisation } from './plan-move.ts';

/** States of a report somebody still works on; an answered one is answered by whom it was. */
export const OPEN_STATES = ['received', 'dispatched', 'in_progress', 'awaiting_citizen'] as const;

/** The moves of all open reports under a new ward map, in the order the reports came. */
export async function findMoves(tx: Tx, change: Reorganisation): Promise<RehomingItem[]> {
  const wards = touchedWards(change);
  const agencies = wards.flatMap((code) => [`ubnd-${code}`, `ca-${code}`]);
  const items: RehomingItem[] = [];
  let after = 0;
  for (;;) {
    const rows = await tx
      .select({
        id: reports.id,
        code: reports.code,
        wardCode: reports.wardCode,
        agencyCode: reports.agencyCode,
        latitude: reports.latitude,
        longitude: reports.longitude,
      })
      .from(reports)
      .where(
        and(
          gt(reports.id, after),
          inArray(reports.state, [...OPEN_STATES]),
          or(inArray(reports.wardCode, wards), inArray(reports.agencyCode, agencies)),
        ),
      )
      .orderBy(asc(reports.id))
      .limit(PAGE);
    for (const row of rows) {
      const item = planMove(row, change);
      if (item) items.push(item);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return items;
    after = last.id;
  }
}

const PAGE = 2_000;

/** Wards whose land is not simply theirs any longer: listed as given away, or ended by an earlier map. */
function touchedWards({ era, units }: Reorganisation): string[] {
  return [...new Set([...units.flatMap((unit) => unit.from), ...era.heirs.keys()])];
}
