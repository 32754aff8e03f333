/** Staff edit the calendar: days off, make-up days, hours of an agency. Every edit is recorded and open due times follow. */
import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { agencies, agencyHours, calendarChanges, calendarDays } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import type { DayFact } from './calendar-build.ts';
import { type CalendarEdit, editFaults, editWarnings, type Week, weekFaults } from './calendar-faults.ts';
import { type QueueRecount, queueRecount } from './recount.ts';

export type { CalendarEdit, Week };

export interface EditContext {
  by: string;
  /** The decision it follows, e.g. "Văn bản 12729/VPCP-KGVX": kept with the change and as the source of the days. */
  reason: string;
  now: Date;
  /** Puts `recount.calendar` into the queue, in this transaction. */
  queue: QueueRecount;
}

export interface CalendarEdited {
  changeId: number;
  /** What looks odd but may be meant, one Vietnamese sentence each. */
  warnings: string[];
}

/**
 * Sets and removes days that differ from the ordinary week. @throws AppError `calendar_edit_invalid` (422) with every fault.
 */
export async function changeCalendar(tx: Tx, edit: CalendarEdit, context: EditContext): Promise<CalendarEdited> {
  const { set = [], remove = [] } = edit;
  const days: DayFact[] = await tx
    .select({ date: calendarDays.date, name: calendarDays.name, kind: calendarDays.kind })
    .from(calendarDays)
    .for('update');
  refuseIf(editFaults(edit, days, context.reason));
  const before = new Map(days.map((day) => [day.date, day]));
  if (remove.length > 0) await tx.delete(calendarDays).where(inArray(calendarDays.date, [...remove]));
  for (const { date, name, kind } of set) {
    const row = { name: name.normalize('NFC'), kind, certainty: 'high', source: context.reason };
    await tx
      .insert(calendarDays)
      .values({ date, ...row })
      .onConflictDoUpdate({ target: calendarDays.date, set: row });
  }
  const changed = [...set.map((day) => ({ date: day.date, to: day })), ...remove.map((date) => ({ date, to: null }))];
  const change = {
    days: changed.map(({ date, to }) => ({ date, from: named(before.get(date)), to: named(to) })),
  };
  const after = [...days.filter(({ date }) => !changed.some((one) => one.date === date)), ...set];
  return { changeId: await recorded(tx, change, context), warnings: editWarnings(set, after, context.now) };
}

/**
 * Sets the hours of an agency, or, with null, gives it the office week again.
 * @throws AppError `agency_not_found` (404), `calendar_edit_invalid` (422) with every fault.
 */
export async function setAgencyHours(
  tx: Tx,
  { agencyCode, week }: { agencyCode: string; week: Week | null },
  context: EditContext,
): Promise<CalendarEdited> {
  const [agency] = await tx.select().from(agencies).where(eq(agencies.code, agencyCode)).for('update');
  if (!agency) throw new AppError({ code: 'agency_not_found', status: 404, detail: 'Không có đơn vị này.' });
  refuseIf(weekFaults(week, context.reason));
  const [before] = await tx.select().from(agencyHours).where(eq(agencyHours.agencyCode, agencyCode));
  if (week === null) await tx.delete(agencyHours).where(eq(agencyHours.agencyCode, agencyCode));
  else {
    const row = { week: week.map((day) => day.map(([from, to]): [string, string] => [from, to])) };
    const stamp = { changedBy: context.by, changedAt: context.now };
    await tx
      .insert(agencyHours)
      .values({ agencyCode, ...row, ...stamp })
      .onConflictDoUpdate({ target: agencyHours.agencyCode, set: { ...row, ...stamp } });
  }
  const change = { agencyHours: { agencyCode, from: before?.week ?? null, to: week } };
  return { changeId: await recorded(tx, change, context), warnings: [] };
}

async function recorded(tx: Tx, change: Record<string, unknown>, context: EditContext): Promise<number> {
  const { by, reason, now, queue } = context;
  const [row] = await tx
    .insert(calendarChanges)
    .values({ change, reason, movedReports: 0, changedBy: by, changedAt: now })
    .returning({ id: calendarChanges.id });
  if (!row) throw new Error('the change was not stored');
  await queueRecount(tx, row.id, queue, now);
  return row.id;
}

function named(day: { name: string; kind: DayFact['kind'] } | null | undefined) {
  return day ? { name: day.name, kind: day.kind } : null;
}

function refuseIf(faults: string[]): void {
  if (faults.length === 0) return;
  throw new AppError({
    code: 'calendar_edit_invalid',
    status: 422,
    detail: `Lịch làm việc chưa sửa được: ${faults.join('; ')}.`,
  });
}
