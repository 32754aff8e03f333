import type { Db } from '../../../../db/client.ts';
import { citizens, reportClocks, reports, timers } from '../../../../db/schema/index.ts';
import { readCalendars } from '../calendar-store.ts';
import { type Clock, type ClockKind, clockTimers, encodeClock, startClock } from '../clock.ts';
import { currentDuePolicy, type PriorityClass } from '../policy.ts';

let reportsMade = 0;

/** Reports in work with an answer and a finish clock and their timers, as the service makes them, many at once. */
export async function seedClocks(
  db: Db,
  given: {
    at: Date;
    reports?: number;
    priorityClass?: PriorityClass;
    agencyCode?: string;
    change?: (clock: Clock) => Clock;
  },
): Promise<number[]> {
  const { at, priorityClass = 'normal', agencyCode = null, change = (clock) => clock } = given;
  const calendars = await readCalendars(db);
  const clockOf = (kind: ClockKind) => {
    const start = { policy: currentDuePolicy, priorityClass, categoryCode: null, round: 1, at };
    const clock = startClock(kind, { ...start, agencyCode: kind === 'answer' ? agencyCode : null }, calendars);
    if (!clock) throw new Error(`no ${kind} clock for ${priorityClass}`);
    return change(clock);
  };
  const [accept, answer, finish] = [clockOf('accept'), clockOf('answer'), clockOf('finish')];
  const [citizen] = await db
    .insert(citizens)
    .values({ oaUserId: '7712345678901234567' })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { followed: true } })
    .returning();
  const ids: number[] = [];
  const clocks = [answer, finish];
  for (let left = given.reports ?? 1; left > 0; left -= 1_000) {
    const rows = await db
      .insert(reports)
      .values(
        Array.from({ length: Math.min(left, 1_000) }, () => ({
          code: `HN-T${++reportsMade}`,
          state: 'in_progress' as const,
          channel: 'chat' as const,
          citizenId: citizen?.id ?? 0,
          text: 'Đèn hỏng',
          priorityClass,
          receivedAt: at,
          acceptDueAt: accept.dueAt ?? at,
          answerDueAt: answer.dueAt,
          finishDueAt: finish.dueAt,
          dueAt: answer.dueAt,
          policyVersion: answer.policyVersion,
        })),
      )
      .returning({ id: reports.id });
    ids.push(...rows.map(({ id }) => id));
    await db.insert(reportClocks).values(
      rows.flatMap(({ id }) =>
        clocks.map((clock) => ({
          reportId: id,
          kind: clock.kind,
          round: clock.round,
          clock: encodeClock(clock),
          dueAt: clock.dueAt,
          metAt: clock.metAt,
        })),
      ),
    );
    const armed = rows.flatMap(({ id }) => clocks.flatMap(clockTimers).map((timer) => ({ reportId: id, ...timer })));
    if (armed.length > 0) await db.insert(timers).values(armed);
  }
  return ids;
}
