import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { staffMembers } from '../../../db/schema/index.ts';
import { intakeDesk } from '../reports/access/member.ts';

/** Names of those who acted, by the ids the history keeps; one query for a whole page. Unknown ids are left out. */
export async function staffNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const names = new Map([[intakeDesk.id, intakeDesk.name]]);
  const numbers = [...new Set(ids)].filter((id) => id !== null && /^\d{1,15}$/.test(id)).map(Number);
  if (numbers.length === 0) return names;
  const rows = await tx
    .select({ id: staffMembers.id, name: staffMembers.name })
    .from(staffMembers)
    .where(inArray(staffMembers.id, numbers));
  for (const { id, name } of rows) names.set(String(id), name);
  return names;
}
