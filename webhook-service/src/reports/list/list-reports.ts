import { and, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { cursorInvalid, decodeCursor, encodeCursor } from '../../http/keyset-cursor.ts';
import type { ReportState } from '../lifecycle/states.ts';
import { conditionsOf, dueKey, isRunning, type ReportFilters, runningStates } from './filters.ts';
import { lineColumns, type ReportLine, reportLine } from './report-line.ts';

export const reportOrders = ['due', 'received'] as const;
/** `due`: what is due first comes first, what has no due time last. `received`: the newest first. */
export type ReportOrder = (typeof reportOrders)[number];

export interface ListPage {
  sort: ReportOrder;
  /** `next` of the page before. */
  cursor?: string;
  /** At most 100. */
  limit?: number;
  now: Date;
}

export const MOST_PER_PAGE = 100;

/**
 * Reports within the scope that fit all filters, a page at a time. By due time only reports that are not closed are listed:
 * of a closed one nothing is due.
 * @throws AppError 422 `cursor_invalid` for a cursor of another order, `order_needs_running` for closed states by due time.
 */
export async function listReports(
  tx: Tx,
  filters: ReportFilters,
  page: ListPage,
): Promise<{ items: ReportLine[]; next: string | null }> {
  const { sort, cursor, now } = page;
  const limit = Math.min(page.limit ?? 50, MOST_PER_PAGE);
  if (sort === 'due' && filters.states?.some((state) => !mayBeDue(state))) throw orderNeedsRunning();
  const order = orders[sort];
  const rows = await tx
    .select(lineColumns)
    .from(reports)
    .where(and(conditionsOf(filters, now), order.only, cursor === undefined ? undefined : order.after(cursor)))
    .orderBy(...order.by)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => reportLine(row, now)),
    next: last ? encodeCursor(sort, order.key(last)) : null,
  };
}

interface Order {
  only: SQL | undefined;
  by: SQL[];
  after(cursor: string): SQL;
  key(row: { dueAt: Date | null; receivedAt: Date; id: number }): (number | null)[];
}

const orders: Readonly<Record<ReportOrder, Order>> = {
  due: {
    only: isRunning,
    by: [sql`${dueKey} asc`, sql`${reports.id} asc`],
    after: (cursor) => {
      const [due = null, id] = decodeCursor(cursor, 'due', 2);
      return sql`(${dueKey}, ${reports.id}) > (${due === null ? 'infinity' : momentOf(due)}::timestamptz, ${idOf(id)})`;
    },
    key: ({ dueAt, id }) => [dueAt?.getTime() ?? null, id],
  },
  received: {
    only: undefined,
    by: [sql`${reports.receivedAt} desc`, sql`${reports.id} desc`],
    after: (cursor) => {
      const [at, id] = decodeCursor(cursor, 'received', 2);
      return sql`(${reports.receivedAt}, ${reports.id}) < (${momentOf(at)}::timestamptz, ${idOf(id)})`;
    },
    key: ({ receivedAt, id }) => [receivedAt.getTime(), id],
  },
};

function momentOf(part: unknown): string {
  const moment = typeof part === 'number' ? new Date(part) : null;
  if (!moment || Number.isNaN(moment.getTime())) throw cursorInvalid();
  return moment.toISOString();
}

function idOf(part: unknown): number {
  if (typeof part !== 'number') throw cursorInvalid();
  return part;
}

function mayBeDue(state: ReportState): boolean {
  return (runningStates as readonly ReportState[]).includes(state);
}

function orderNeedsRunning(): AppError {
  return new AppError({
    code: 'order_needs_running',
    status: 422,
    detail: 'Phản ánh đã đóng không còn hạn. Hãy xếp theo ngày tiếp nhận để xem cả phản ánh đã đóng.',
  });
}
