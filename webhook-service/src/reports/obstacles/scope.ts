/** What a member of staff sees of the rows that belong to reports: agencies × categories (DESIGN §11). */
import { and, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { categoryCodesOf, isWithin } from '../list/scope.ts';

/** Null = all. Categories may be named by their group (`GT`) or one by one (`GT-01`). */
export interface Scope {
  agencies: readonly string[] | null;
  categories: readonly string[] | null;
}

/** True when something of this agency and category is in scope; what has none only when the scope has all. */
export function inScope(scope: Scope, row: { agencyCode: string | null; categoryCode: string | null }): boolean {
  return isWithin({ ...scope, unassigned: false, uncategorised: false }, row);
}

/** The same as a condition, where any of the agency columns will do. Undefined when everything is in scope. */
export function scopeCondition(
  { agencies, categories }: Scope,
  columns: { agencies: AnyPgColumn[]; category: AnyPgColumn },
): SQL | undefined {
  const agencyFits = agencies && or(...columns.agencies.map((column) => among(column, agencies)));
  const categoryFits = categories && among(columns.category, categoryCodesOf(categories));
  return and(agencyFits ?? undefined, categoryFits ?? undefined);
}

function among(column: AnyPgColumn, values: readonly string[]): SQL {
  return values.length === 0 ? sql`false` : inArray(column, [...values]);
}
