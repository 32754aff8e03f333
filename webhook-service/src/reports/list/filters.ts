/** What a list of reports can be narrowed to, as conditions on `reports`. */
import { and, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { reports } from '../../../../db/schema/index.ts';
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import { openStates, type ReportState } from '../lifecycle/states.ts';
import { parseReportCode } from '../report-code.ts';
import { categoryCodesOf, type ReportScope, scopeConditions } from './scope.ts';
import { plainWords } from './search-text.ts';

/** `soon`: within a day. `none`: nothing is due, such as a class that is only redirected. */
export const dueFilters = ['overdue', 'soon', 'later', 'none'] as const;
export type DueFilter = (typeof dueFilters)[number];

export interface ReportFilters {
  scope: ReportScope;
  agencies?: readonly string[];
  wards?: readonly string[];
  /** Categories (`GT-01`) or groups (`GT`). */
  categories?: readonly string[];
  states?: readonly ReportState[];
  classes?: readonly PriorityClass[];
  due?: DueFilter;
  dueBefore?: Date;
  receivedFrom?: Date;
  /** Not included. */
  receivedTo?: Date;
  /** Words that must all occur, with or without diacritics; a report code finds that report. */
  text?: string;
  /** Only those that wait in the dispatcher's tray, or only those that do not. */
  tray?: boolean;
}

/** States in which something can be due: all but the closed ones. */
export const runningStates = [...openStates, 'answered'] as const;

/** In these words, because the partial indexes have them: parameters could not be matched with them. */
export const isRunning = sql.raw(`"reports"."state" in (${runningStates.map((state) => `'${state}'`).join(', ')})`);

/** Due time, or never: what has none comes last, and pages by it need no second question. The indexes have the same words. */
export const dueKey = sql`coalesce(${reports.dueAt}, 'infinity'::timestamptz)`;

const MINUTE_MS = 60_000;
const SOON_MS = 24 * 60 * MINUTE_MS;
/** More words narrow nothing any more. */
const MOST_WORDS = 12;

/** All conditions of the filters; `now` decides what is overdue. */
export function conditionsOf(filters: ReportFilters, now: Date): SQL | undefined {
  const { agencies, wards, categories, states, classes, dueBefore, receivedFrom, receivedTo, tray } = filters;
  return and(
    ...scopeConditions(filters.scope),
    agencies && among(reports.agencyCode, agencies),
    wards && among(reports.wardCode, wards),
    categories && among(reports.categoryCode, categoryCodesOf(categories)),
    states && among(reports.state, states),
    classes && among(reports.priorityClass, classes),
    filters.due && dueCondition(filters.due, now),
    dueBefore && dueWithin(null, dueBefore),
    receivedFrom && gte(reports.receivedAt, receivedFrom),
    receivedTo && lt(reports.receivedAt, receivedTo),
    tray === undefined ? undefined : tray ? isNotNull(reports.traySince) : isNull(reports.traySince),
    ...textConditions(filters.text ?? ''),
  );
}

/** One value is compared with `=`: only then can an index give the rows of it in order. */
function among(
  column: (typeof reports)['_']['columns'][keyof (typeof reports)['_']['columns']],
  values: readonly string[],
): SQL {
  if (values.length === 0) return sql`false`;
  return values.length === 1 ? sql`${column} = ${values[0]}` : inArray(column, [...values]);
}

function dueCondition(due: DueFilter, now: Date): SQL {
  // The whole due minute is on time (`overdueFrom`).
  const lateBefore = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  const soonBefore = new Date(now.getTime() + SOON_MS);
  switch (due) {
    case 'overdue':
      return dueWithin(null, lateBefore);
    case 'soon':
      return dueWithin(lateBefore, soonBefore);
    case 'later':
      return dueWithin(soonBefore, 'infinity');
    case 'none':
      return sql`${dueKey} = 'infinity' and ${isRunning}`;
  }
}

/** Only what runs can be due: the partial indexes know it, and are told. */
function dueWithin(from: Date | null, until: Date | 'infinity'): SQL {
  const end = until === 'infinity' ? sql`${dueKey} < 'infinity'` : sql`${dueKey} < ${until.toISOString()}::timestamptz`;
  return from === null
    ? sql`${end} and ${isRunning}`
    : sql`${dueKey} >= ${from.toISOString()}::timestamptz and ${end} and ${isRunning}`;
}

function textConditions(text: string): SQL[] {
  const code = parseReportCode(text);
  if (code.ok) return [sql`${reports.code} = ${code.code}`];
  const wanted = [...new Set(plainWords(text))].slice(0, MOST_WORDS);
  // In the words of the index. Letters and digits only, so an array literal needs no quotes.
  return wanted.length === 0
    ? []
    : [sql`string_to_array(${reports.searchText}, ' ') @> ${`{${wanted.join(',')}}`}::text[]`];
}
