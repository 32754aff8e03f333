/** Which reports somebody may see, as lists, details and commands ask it: one meaning, in SQL and in memory. */
import { inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { reports } from '../../../../db/schema/index.ts';
import { categories, category } from '../../../../db/seed/categories.ts';

export interface ReportScope {
  /** Agencies whose reports are seen; null = of all. */
  agencies: readonly string[] | null;
  /** Also those that no agency holds yet. Meaningless when all are seen. */
  unassigned?: boolean;
  /** Categories (`GT-01`) or groups (`GT`); null = all. */
  categories: readonly string[] | null;
  /** Also those without a category yet. Meaningless when all are seen. */
  uncategorised?: boolean;
}

export const everything: ReportScope = { agencies: null, categories: null };

export interface Scoped {
  agencyCode: string | null;
  categoryCode: string | null;
}

/** May a report of this agency and category be seen? */
export function isWithin(scope: ReportScope, { agencyCode, categoryCode }: Scoped): boolean {
  return agencyWithin(scope, agencyCode) && categoryWithin(scope, categoryCode);
}

/** The same as conditions on `reports`; none for a scope that sees everything. */
export function scopeConditions(scope: ReportScope): SQL[] {
  return [
    oneOf(reports.agencyCode, scope.agencies, scope.unassigned),
    oneOf(reports.categoryCode, scope.categories && categoryCodesOf(scope.categories), scope.uncategorised),
  ].filter((condition) => condition !== undefined);
}

/** Category codes of codes and groups: `GT` is every `GT-…`. What is neither is left out. */
export function categoryCodesOf(codesOrGroups: readonly string[]): string[] {
  const wanted = new Set(codesOrGroups);
  return categories.filter(({ code, group }) => wanted.has(code) || wanted.has(group)).map(({ code }) => code);
}

function agencyWithin({ agencies, unassigned }: ReportScope, agencyCode: string | null): boolean {
  if (agencies === null) return true;
  return agencyCode === null ? unassigned === true : agencies.includes(agencyCode);
}

function categoryWithin({ categories: within, uncategorised }: ReportScope, categoryCode: string | null): boolean {
  if (within === null) return true;
  if (categoryCode === null) return uncategorised === true;
  return within.includes(categoryCode) || within.includes(category(categoryCode)?.group ?? '');
}

function oneOf(
  column: typeof reports.agencyCode | typeof reports.categoryCode,
  values: readonly string[] | null,
  orNull = false,
): SQL | undefined {
  if (values === null) return undefined;
  const among = values.length === 0 ? sql`false` : inArray(column, [...values]);
  return orNull ? or(among, isNull(column)) : among;
}
