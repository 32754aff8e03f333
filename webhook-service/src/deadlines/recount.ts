/**
 * Counts open clocks again after the calendar changed (domain-hanoi §2.6: swaps are decided days ahead). Repeatable: a
 * second run moves nothing. Reports are locked first and in order of id, as whoever performs a command does.
 */
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { calendarChanges, reportClocks, reports } from '../../../db/schema/index.ts';
import { KEEP_CALENDAR_MS, readCalendars } from './calendar-store.ts';
import { type Calendars, type Clock, clockTimers, decodeClock, recountClock } from './clock.ts';
import { type MovedClock, storeRecounted } from './recount-store.ts';

export type { MovedClock };

/** Tells who must know: history and the citizen, in the transaction that moved the due times. */
export type OnMoved = (tx: Tx, moved: MovedClock[]) => Promise<void>;

/** Payload of the job `recount.calendar`: ids only. */
export interface RecountPayload {
  changeId: number;
  /** Reports up to this id are done. */
  afterReportId: number;
  /**
   * The second pass comes when every process has read the new calendar: it finds the clocks that were started, resumed or
   * extended by the old one after the first pass had gone by.
   */
  pass: number;
}

/** Puts the job of the next chunk into the queue, in the caller's transaction; `key` names it once. */
export type QueueRecount = (tx: Tx, payload: RecountPayload, options: { key: string; runAt: Date }) => Promise<void>;

/** Reports of one transaction: each moved one is written to history and told, and its row stays locked meanwhile. */
export const RECOUNT_CHUNK = 500;

/** The first job of a change. */
export async function queueRecount(tx: Tx, changeId: number, queue: QueueRecount, now: Date): Promise<void> {
  await queueNext(tx, { changeId, afterReportId: 0, pass: 1 }, queue, now);
}

/** The handler of `recount.calendar`: one chunk in one transaction, which also queues the next. @returns due times moved. */
export async function recountChunk(
  db: Db,
  payload: RecountPayload,
  deps: { now: () => Date; onMoved: OnMoved; queue: QueueRecount; limit?: number },
): Promise<number> {
  const { changeId, pass } = payload;
  const { onMoved, queue, limit = RECOUNT_CHUNK } = deps;
  return db.transaction(async (tx) => {
    const now = deps.now();
    const calendars = await readCalendars(tx);
    const { moved, last } = await recountReports(tx, { after: payload.afterReportId, limit, now, calendars });
    if (moved.length > 0) await onMoved(tx, moved);
    const [change] = await tx
      .update(calendarChanges)
      .set({ movedReports: sql`${calendarChanges.movedReports} + ${new Set(moved.map((one) => one.reportId)).size}` })
      .where(eq(calendarChanges.id, changeId))
      .returning({ changedAt: calendarChanges.changedAt });
    if (last !== null) await queueNext(tx, { ...payload, afterReportId: last }, queue, now);
    else if (pass === 1 && change)
      await queueNext(tx, { changeId, afterReportId: 0, pass: 2 }, queue, secondPassAt(change.changedAt));
    return moved.length;
  });
}

/** Counts every open clock again in the caller's transaction, for few reports; for many there is `recountChunk`. */
export async function recountOpenClocks(
  tx: Tx,
  { now, onMoved }: { now: Date; onMoved?: OnMoved },
): Promise<MovedClock[]> {
  const calendars = await readCalendars(tx);
  const all: MovedClock[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { moved, last } = await recountReports(tx, { after, limit: RECOUNT_CHUNK, now, calendars });
    all.push(...moved);
    after = last;
  }
  if (all.length > 0) await onMoved?.(tx, all);
  return all;
}

/** `last` is the highest report id of a full chunk; null when there are no more. */
async function recountReports(
  tx: Tx,
  { after, limit, now, calendars }: { after: number; limit: number; now: Date; calendars: Calendars },
): Promise<{ moved: MovedClock[]; last: number | null }> {
  // The mode inside `clock` is not asked for here: unpacking every open clock for every chunk would cost more than it spares.
  const open = isNull(reportClocks.metAt);
  const found = await tx
    .selectDistinct({ id: reportClocks.reportId })
    .from(reportClocks)
    .where(and(open, gt(reportClocks.reportId, after)))
    .orderBy(asc(reportClocks.reportId))
    .limit(limit);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return { moved: [], last: null };

  const locked = await tx
    .select({ id: reports.id, dueAt: reports.dueAt })
    .from(reports)
    .where(inArray(reports.id, ids))
    .orderBy(asc(reports.id))
    .for('update');
  const rows = await tx
    .select({ id: reportClocks.id, reportId: reportClocks.reportId, clock: reportClocks.clock })
    .from(reportClocks)
    .where(and(open, inArray(reportClocks.reportId, ids)))
    .orderBy(asc(reportClocks.id))
    .for('update');
  const changed = rows.flatMap(({ id, reportId, clock }) => {
    const before = decodeClock(clock);
    const now = recountClock(before, calendars);
    return sameCount(before, now) ? [] : [{ id, reportId, before, after: now }];
  });
  const timers = changed.flatMap(({ reportId, after: clock }) =>
    clockTimers(clock).map((timer) => ({ reportId, ...timer })),
  );
  const moved = await storeRecounted(tx, { changed, reports: locked, timers, now });
  return { moved, last: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

function sameCount(a: Clock, b: Clock): boolean {
  const times = ({ dueAt, counted }: Clock) =>
    [dueAt?.getTime(), ...counted.flatMap(({ from, to }) => [from.getTime(), to.getTime()])].join();
  return times(a) === times(b);
}

/** Every process has read the calendar again by then, and what it was doing with the old one is committed. */
function secondPassAt(changedAt: Date): Date {
  return new Date(changedAt.getTime() + 2 * KEEP_CALENDAR_MS);
}

async function queueNext(tx: Tx, payload: RecountPayload, queue: QueueRecount, runAt: Date): Promise<void> {
  const { changeId, pass, afterReportId } = payload;
  await queue(tx, payload, { key: `${changeId}-${pass}-${afterReportId}`, runAt });
}
