import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { dateWords, dueWords } from '../deadlines/due-words.ts';
import { AppError } from '../errors.ts';
import { agencyName } from './agency-names.ts';
import { record } from './history/record.ts';
import type { Report } from './intake/receive-report.ts';
import { type Actor, decide } from './lifecycle/decide.ts';
import { tellCitizen } from './tell-citizen.ts';

/**
 * Passes a dispatched report on to the right agency. The answer clock keeps running: whose fault the detour was is not the
 * citizen's concern (DESIGN §6). `report` must have been read `for update`. @throws AppError when the lifecycle refuses.
 */
export async function handOverReport(
  tx: Tx,
  report: Report,
  handOver: { agencyCode: string; actor: Actor; because: string[] },
  now: Date,
): Promise<void> {
  const { categoryCode, priorityClass } = report;
  const context = { now, actor: handOver.actor, categoryCode, priorityClass, agencyCode: report.agencyCode };
  const decision = decide(report.state, { type: 'handOver', agencyCode: handOver.agencyCode }, context);
  if (!decision.ok) throw new AppError({ code: decision.code, status: 409, detail: decision.reason });
  await tx
    .update(reports)
    .set({ state: decision.to, agencyCode: handOver.agencyCode, version: report.version + 1 })
    .where(eq(reports.id, report.id));
  await record(
    tx,
    report.id,
    decision.events.map(({ type, actor, at, isPublic, data }) => ({
      event: type,
      actor,
      at,
      isPublic,
      data: { ...data, from: report.agencyCode, because: handOver.because },
    })),
  );
  await tellCitizen(tx, report, {
    kind: 'handed_over',
    key: String(report.version + 1),
    say: (texts, language) =>
      texts.handedOver({
        code: report.code,
        agency: agencyName(handOver.agencyCode),
        date: dateWords(now, language),
        dueAt: report.answerDueAt ? dueWords(report.answerDueAt, language) : null,
      }),
    now,
  });
}
