import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { dueWords } from '../deadlines/due-words.ts';
import type { Language } from '../notifications/message-texts.ts';
import { agencyName } from './agency-names.ts';
import { stateLabels } from './lifecycle/states.ts';
import type { Report } from './report.ts';
import { statusLink } from './report-links.ts';

export interface StatusFacts {
  code: string;
  state: string;
  agency: string | null;
  dueAt: string | null;
  link: string;
}

/** What anyone who knows the code may be told in the chat; null when there is no such report. */
export async function statusFacts(
  tx: Tx,
  code: string,
  options: { publicUrl: string; language: Language },
): Promise<StatusFacts | null> {
  const [report] = await tx.select().from(reports).where(eq(reports.code, code));
  if (!report) return null;
  const { holder, dueAt } = whoAndWhen(report);
  return {
    code: report.code,
    state: stateLabels[report.state][options.language],
    agency: holder ? agencyName(holder) : null,
    dueAt: dueAt ? dueWords(dueAt, options.language) : null,
    link: statusLink(options.publicUrl, report.code),
  };
}

/** Who holds the report and must act by when; nobody once it is answered or over, or while intake has it. */
function whoAndWhen({ state, resumeState, agencyCode, acceptDueAt, answerDueAt }: Report) {
  switch (state) {
    case 'received':
      return { holder: null, dueAt: acceptDueAt };
    case 'dispatched':
    case 'in_progress':
      return { holder: agencyCode, dueAt: answerDueAt };
    case 'awaiting_citizen':
      return { holder: resumeState === 'received' ? null : agencyCode, dueAt: null };
    default:
      return { holder: null, dueAt: null };
  }
}
