import { eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { claimDueTimers, type Timer } from '../deadlines/timers.ts';
import { agencyName } from './agency-names.ts';
import { record, system } from './history/record.ts';
import type { Report } from './intake/receive-report.ts';
import { tellCitizen } from './tell-citizen.ts';

/** Timers of one transaction: enough to spare round trips, few enough to keep locks short. */
const BATCH = 100;

/** Fires every timer that is due. @returns how many fired. */
export async function fireDueTimers(deps: {
  db: Db;
  now: () => Date;
  observe: (kind: Timer['kind']) => void;
}): Promise<number> {
  let fired = 0;
  for (;;) {
    const batch = await deps.db.transaction((tx) => fireBatch(tx, deps.now()));
    for (const timer of batch) deps.observe(timer.kind);
    fired += batch.length;
    if (batch.length < BATCH) return fired;
  }
}

async function fireBatch(tx: Tx, now: Date): Promise<Timer[]> {
  const due = await claimDueTimers(tx, now, BATCH);
  if (due.length === 0) return [];
  const ids = [...new Set(due.map((timer) => timer.reportId))];
  const rows = await tx.select().from(reports).where(inArray(reports.id, ids)).for('update');
  const byId = new Map(rows.map((report) => [report.id, report]));
  for (const timer of due) {
    const report = byId.get(timer.reportId);
    if (report && stillMatters(timer, report)) await act(tx, timer, report, now);
  }
  return due;
}

/** A timer of a step the report has left is silent, even if it was not cancelled in time. */
function stillMatters(timer: Timer, report: Report): boolean {
  if (timer.kind.startsWith('accept')) return report.state === 'received';
  return report.state === 'dispatched' || report.state === 'in_progress';
}

async function act(tx: Tx, timer: Timer, report: Report, now: Date): Promise<void> {
  const breach = timer.kind.endsWith('breach');
  const dueAt = timer.kind.startsWith('accept') ? report.acceptDueAt : report.answerDueAt;
  await record(tx, report.id, [
    {
      event: breach ? 'overdue' : 'due_soon',
      actor: system,
      at: now,
      // The citizen is told of a delay before asking (domain-hanoi §6.2 rule 6); a warning is for the office.
      isPublic: breach,
      data: {
        clock: timer.kind.startsWith('accept') ? 'accept' : 'answer',
        dueAt: dueAt?.toISOString() ?? null,
        agencyCode: report.agencyCode,
      },
    },
  ]);
  if (!breach || !dueAt) return;
  await tx.update(reports).set({ overdueAt: now }).where(eq(reports.id, report.id));
  await tellCitizen(tx, report, {
    kind: 'overdue',
    key: `${timer.kind}:${timer.version}`,
    say: (texts, language) =>
      texts.overdue({
        code: report.code,
        agency: report.agencyCode ? agencyName(report.agencyCode) : null,
        dueAt: dueWords(dueAt, language),
      }),
    now,
  });
}
