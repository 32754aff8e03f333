import { type Clock, isLate } from '../../deadlines/clock.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import type { Report } from '../report.ts';
import { clockOf } from './clocks-after.ts';
import type { Order } from './perform.ts';

interface Around {
  clocks: readonly Clock[];
  before: readonly Clock[];
  order: Order;
  mergeInto: Report | null;
}

/** What the history keeps of an event: its data, the due times it set and what they were counted from. No citizen's words. */
export function historyData(event: ReportEvent, { clocks, before, order, mergeInto }: Around): Record<string, unknown> {
  return {
    ...event.data,
    ...dueSet(clocks, before),
    ...(event.type === 'answered' && { onTime: clockOf(before, 'answer')?.dueAt ? isInTime(before, event.at) : null }),
    ...(event.type === 'merged' && mergeInto && { into: mergeInto.code }),
    ...(event.type === 'dispatched' && order.internal),
  };
}

/** Due times that are new with this change, with the intervals that counted: what the status page explains. */
function dueSet(clocks: readonly Clock[], before: readonly Clock[]): Record<string, unknown> {
  const known = new Set(before);
  const data: Record<string, unknown> = {};
  for (const kind of ['accept', 'answer', 'finish'] as const) {
    const clock = clockOf(clocks, kind);
    if (!clock || known.has(clock) || clock.metAt !== null) continue;
    data[`${kind}DueAt`] = clock.dueAt?.toISOString() ?? null;
    if (kind !== 'finish' && clock.dueAt) {
      data.counted = clock.counted.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));
      data.priorityClass = clock.priorityClass;
    }
  }
  return data;
}

function isInTime(before: readonly Clock[], at: Date): boolean {
  const answer = clockOf(before, 'answer');
  return answer !== null && !isLate(answer, at);
}
