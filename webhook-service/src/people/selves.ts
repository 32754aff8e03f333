import { eq, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { mergedInto } from './oa-user-id.ts';

/**
 * The rows one person has had: theirs, and that of the chat they were before it was known whose it is. Consents and ratings are
 * append-only: they stay with the row they were written for, and are read through this. A subquery, for `inArray`.
 */
export function selvesOf(tx: Tx, citizenId: number) {
  return tx
    .select({ id: citizens.id })
    .from(citizens)
    .where(or(eq(citizens.id, citizenId), eq(citizens.oaUserId, mergedInto(citizenId))));
}
