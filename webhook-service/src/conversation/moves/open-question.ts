import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { questions, reports } from '../../../../db/schema/index.ts';
import type { Report } from '../../reports/report.ts';

export interface OpenQuestion {
  report: Report;
  text: string;
  askedAt: Date;
}

/** Questions of officials that wait for this person, newest first. */
export async function openQuestionsTo(tx: Tx, citizenId: number): Promise<OpenQuestion[]> {
  return tx
    .select({ report: reports, text: questions.text, askedAt: questions.askedAt })
    .from(reports)
    .innerJoin(questions, and(eq(questions.reportId, reports.id), eq(questions.state, 'open')))
    .where(and(eq(reports.citizenId, citizenId), eq(reports.state, 'awaiting_citizen')))
    .orderBy(desc(questions.id));
}
