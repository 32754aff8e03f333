/** What a history entry counts for: pure, so that balance and ranking can be checked against any story of a report. */
import { dayNumberAt, type LocalDate, localDateOf } from '../../deadlines/calendar-day.ts';
import type { ReportState } from '../lifecycle/states.ts';
import type { HistoryEntry } from './record.ts';

/** A report around an entry. Agency, ward and category are those of before it: who held the report when it happened. */
export interface ReportAtEvent {
  /** Day of receipt in Hà Nội, `YYYY-MM-DD`. */
  receivedDay: LocalDate;
  agencyCode: string | null;
  wardCode: string | null;
  categoryCode: string | null;
  /** Null before it was received. */
  stateBefore: ReportState | null;
  stateAfter: ReportState;
}

/** Counted by the day it happened, per agency, ward and category. */
export const eventMeasures = [
  'answered',
  'answered_on_time',
  'answered_late',
  'reopened',
  'confirmed',
  'closed_silent',
  'refused',
  'handed_over',
  'extended',
  'escalated',
  'rated',
  'rated_satisfied',
  'rated_accepted',
  'rated_unsatisfied',
  'gate_refused',
  'overdue',
] as const;

export type EventMeasure = (typeof eventMeasures)[number];
/** Counted by the day of receipt, for the whole city: the lines of the daily balance. */
export type BalanceMeasure = 'received' | `state:${ReportState}`;

export interface Tally {
  day: LocalDate;
  measure: EventMeasure | BalanceMeasure;
  /** Empty when unknown, and for the balance. */
  agencyCode: string;
  wardCode: string;
  categoryCode: string;
  count: number;
}

/** The tallies of one entry that takes the report from `stateBefore` to `stateAfter`. */
export function talliesOf(entry: HistoryEntry, report: ReportAtEvent): Tally[] {
  const { receivedDay, stateBefore, stateAfter } = report;
  const counted: Tally[] = [];
  if (entry.event === 'received') counted.push(balanceTally(receivedDay, 'received', 1));
  if (stateBefore !== stateAfter) {
    if (stateBefore !== null) counted.push(balanceTally(receivedDay, `state:${stateBefore}`, -1));
    counted.push(balanceTally(receivedDay, `state:${stateAfter}`, 1));
  }
  const day = localDateOf(dayNumberAt(entry.at.getTime()));
  for (const measure of measuresOf(entry)) {
    counted.push({
      day,
      measure,
      agencyCode: report.agencyCode ?? '',
      wardCode: report.wardCode ?? '',
      categoryCode: report.categoryCode ?? '',
      count: 1,
    });
  }
  return counted;
}

/** The tallies of entries written together: each counts for itself, the change of state once. */
export function talliesOfAll(entries: readonly HistoryEntry[], report: ReportAtEvent): Tally[] {
  const unmoved = { ...report, stateBefore: report.stateAfter };
  return entries.flatMap((entry, index) => talliesOf(entry, index === 0 ? report : unmoved));
}

function balanceTally(day: LocalDate, measure: BalanceMeasure, count: number): Tally {
  return { day, measure, agencyCode: '', wardCode: '', categoryCode: '', count };
}

function measuresOf({ event, data }: HistoryEntry): EventMeasure[] {
  switch (event) {
    case 'answered':
      return ['answered', ...punctuality(data?.onTime)];
    case 'rated': {
      const level = ratings.find((measure) => measure === `rated_${data?.level}`);
      return level ? ['rated', level] : ['rated'];
    }
    // The third "not mine" is a hand-over as well.
    case 'sent_to_coordinator':
      return ['handed_over'];
    case 'reopened':
    case 'confirmed':
    case 'closed_silent':
    case 'refused':
    case 'handed_over':
    case 'extended':
    case 'escalated':
    case 'gate_refused':
    case 'overdue':
      return [event];
    default:
      return [];
  }
}

/** `null`: there was no due time. On time only when it is said so: a forgotten mark must not flatter anyone. */
function punctuality(onTime: unknown): EventMeasure[] {
  if (onTime === null) return [];
  return [onTime === true ? 'answered_on_time' : 'answered_late'];
}

const ratings = ['rated_satisfied', 'rated_accepted', 'rated_unsatisfied'] as const;
