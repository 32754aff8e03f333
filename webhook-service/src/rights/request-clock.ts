/** The clock of a data subject's request: answered in 2 working days, done in 15 days, extended once by at most 15 (domain-hanoi §2.5). */
import { addWorkingTime, type Calendar } from '../deadlines/calendar.ts';
import { DAY_MINUTES, MINUTE_MS } from '../deadlines/calendar-day.ts';

export interface RequestClock {
  answerDueAt: Date;
  doneDueAt: Date;
}

/** Two working days of eight hours. The law counts whole days from the next one; this is never later. */
const ANSWER_WORKING_MINUTES = 2 * 480;
const DONE_DAYS = 15;
export const MOST_EXTENSION_DAYS = 15;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const WARN_BEFORE_MS = DAY_MS;

/** When a request received now must be answered (working days of the city's offices) and done (calendar days). */
export function startRequestClock(receivedAt: Date, office: Calendar): RequestClock {
  return {
    answerDueAt: addWorkingTime(office, receivedAt, ANSWER_WORKING_MINUTES).dueAt,
    doneDueAt: later(receivedAt, DONE_DAYS),
  };
}

/** A new time for doing it, in whole days after the old one. @throws RangeError for none or more than 15 days */
export function extendedDue(doneDueAt: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1 || days > MOST_EXTENSION_DAYS) throw new RangeError('1 to 15 days');
  return later(doneDueAt, days);
}

export type Standing = 'in_time' | 'due_soon' | 'overdue';

/** How an open request stands, and which of its two times that is about: the first answer counts until it is given. */
export function standingOf(
  request: RequestClock & { state: 'received' | 'answered' | 'done' | 'refused' },
  now: Date,
): { standing: Standing; what: 'answer' | 'done' } {
  if (request.state === 'done' || request.state === 'refused') return { standing: 'in_time', what: 'done' };
  const done = standing(request.doneDueAt, now);
  if (request.state === 'answered' || done === 'overdue') return { standing: done, what: 'done' };
  return { standing: standing(request.answerDueAt, now), what: 'answer' };
}

function standing(dueAt: Date, now: Date): Standing {
  const left = dueAt.getTime() - now.getTime();
  return left < 0 ? 'overdue' : left <= WARN_BEFORE_MS ? 'due_soon' : 'in_time';
}

function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_MS);
}
