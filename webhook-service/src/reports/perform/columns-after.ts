import type { Clock } from '../../deadlines/clock.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import { evolve } from '../lifecycle/evolve.ts';
import type { Report } from '../report.ts';
import { clockOf } from './clocks-after.ts';

/** What the row of a report holds after an event: the facts of the lifecycle, and what lists and pages read. */
export function columnsAfter(report: Report, event: ReportEvent): Report {
  return { ...evolve(report, event), ...marks(event) };
}

/** Due times as the clocks have them now; one that is paused has none. */
export function dueColumns(
  report: Report,
  clocks: readonly Clock[],
): Pick<Report, 'acceptDueAt' | 'answerDueAt' | 'finishDueAt'> {
  return {
    // Kept while it is paused: the column tells what was promised, and is never without a value.
    acceptDueAt: clockOf(clocks, 'accept')?.dueAt ?? report.acceptDueAt,
    answerDueAt: clockOf(clocks, 'answer')?.dueAt ?? null,
    finishDueAt: clockOf(clocks, 'finish')?.dueAt ?? null,
  };
}

const OUT_OF_TRAY = { traySince: null, trayReasons: [] as string[] };
const OPEN_AGAIN = { closedAt: null, overdueAt: null } as const;

function marks(event: ReportEvent): Partial<Report> {
  const { at } = event;
  switch (event.type) {
    case 'dispatched':
      return { dispatchedAt: at, overdueAt: null, ...OUT_OF_TRAY };
    case 'accepted':
      // Whoever was to decide in the tray need not any more.
      return { acceptedAt: at, ...OUT_OF_TRAY };
    case 'handed_over':
    case 'escalated':
      return { acceptedAt: null, ...OUT_OF_TRAY };
    case 'sent_to_coordinator':
      return { acceptedAt: null, traySince: at, trayReasons: ['ping_pong'] };
    case 'extended':
      return { overdueAt: null };
    case 'answered':
      return { answeredAt: at };
    case 'confirmed':
    case 'closed_silent':
      return { closedAt: at };
    case 'reopened':
    case 'rechecked':
      return { ...OPEN_AGAIN, answeredAt: null };
    case 'refused':
      return { closedAt: at, refusalReason: event.data.reason, ...OUT_OF_TRAY };
    case 'objected':
      return { ...OPEN_AGAIN, refusalReason: null, traySince: at, trayReasons: ['objection'] };
    case 'merged':
    case 'withdrawn':
      return { closedAt: at, ...OUT_OF_TRAY };
    case 'split': {
      const open = { ...OPEN_AGAIN, mergedIntoId: null };
      // Left over by a main report that is gone: rules and agency go on with it as they would have.
      return event.actor.kind === 'system' ? open : { ...open, traySince: at, trayReasons: ['split'] };
    }
    default:
      return {};
  }
}
