import { dueWords } from '../../deadlines/due-words.ts';
import { AppError } from '../../errors.ts';
import { type Language, textsIn } from '../../notifications/message-texts.ts';
import { type CannotReason, cannotReasons } from '../../notifications/move-texts.ts';
import { agencyName } from '../../reports/agency-names.ts';
import { type RefusalCode, refusals } from '../../reports/lifecycle/refusals.ts';
import type { Report } from '../../reports/report.ts';
import { ownReportOf, type Stake } from './stakes.ts';

/** True for a refusal of the lifecycle: something to explain to the person, not a fault. */
export function isRefusal(error: unknown): error is AppError & { code: RefusalCode } {
  return error instanceof AppError && Object.hasOwn(refusals, error.code);
}

/** Why it cannot be done, in the citizen's words: what the lifecycle says is written for officials. */
export function cannotText(code: RefusalCode, stake: Stake, language: Language): string {
  const why = reasonOf(code, stake);
  const report = why.startsWith('already_merged') ? (ownReportOf(stake) ?? stake.report) : stake.report;
  const { agency, dueAt } = holderOf(report, language);
  return textsIn(language).cannot({ code: stake.code, why, agency, dueAt });
}

/** Who holds a report and until when they must answer; nobody while an intake officer has it. */
export function holderOf(report: Report, language: Language): { agency: string | null; dueAt: string | null } {
  const held = report.agencyCode !== null && report.state !== 'received';
  const due = report.state === 'dispatched' || report.state === 'in_progress' ? report.answerDueAt : null;
  return {
    agency: held && report.agencyCode ? agencyName(report.agencyCode) : null,
    dueAt: due && dueWords(due, language),
  };
}

function reasonOf(code: RefusalCode, { through }: Stake): CannotReason {
  if (code === 'not_for_this_role') return through ? 'already_merged' : 'other';
  return cannotReasons.find((reason) => reason === code) ?? 'other';
}
