/** What a member of staff may see: agencies × categories (DESIGN §11). */
import { and, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { category } from '../../../../db/seed/categories.ts';

/** Null = all. Categories may be named by their group (`GT`) or one by one (`GT-01`). */
export interface Scope {
  agencies: readonly string[] | null;
  categories: readonly string[] | null;
}

/** True when a report of this agency and category lies within the scope; one without an agency only in that of all agencies. */
export function inScope(
  { agencies, categories }: Scope,
  report: { agencyCode: string | null; categoryCode: string | null },
): boolean {
  const agencyFits = agencies === null || (report.agencyCode !== null && agencies.includes(report.agencyCode));
  return agencyFits && categoryFits(categories, report.categoryCode);
}

/** The same as a condition; any of the agency columns will do. Undefined when everything is in scope. */
export function scopeCondition(
  { agencies, categories }: Scope,
  columns: { agencies: AnyPgColumn[]; category: AnyPgColumn },
): SQL | undefined {
  const agencyFits = agencies && or(...columns.agencies.map((column) => inArray(column, [...agencies])), sql`false`);
  const categoryFits =
    categories &&
    or(
      inArray(columns.category, [...categories]),
      inArray(sql`split_part(${columns.category}, '-', 1)`, [...categories]),
    );
  return and(agencyFits ?? undefined, categoryFits ?? undefined);
}

function categoryFits(categories: readonly string[] | null, code: string | null): boolean {
  if (categories === null) return true;
  if (code === null) return false;
  const group = category(code)?.group ?? code.split('-')[0] ?? code;
  return categories.includes(code) || categories.includes(group);
}
