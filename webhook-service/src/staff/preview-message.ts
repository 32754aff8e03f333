import type { Db, Tx } from '../../../db/client.ts';
import { waitDue } from '../deadlines/policy.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { agencyName } from '../reports/agency-names.ts';
import type { ReportEvent } from '../reports/lifecycle/events.ts';
import { isRefusalReason, type RefusalReasonCode } from '../reports/lifecycle/refusal-reasons.ts';
import type { ClockSetting } from '../reports/perform/clocks-after.ts';
import { type NewsFacts, newsOf } from '../reports/perform/news.ts';
import type { Report } from '../reports/report.ts';
import type { TextPurpose } from '../reports/standard-texts/purposes.ts';

export interface PreviewDeps {
  db: Db;
  now: () => Date;
  setting: (tx: Tx) => Promise<ClockSetting>;
  publicUrl: string;
}

/** What a preview knows of what was typed: the filled text, and names that stand in it. */
type Typed = Readonly<Record<string, string | null | undefined>> & { text: string };

/**
 * The very message the citizen would receive, in Vietnamese, by the texts that are really sent. Empty when a command tells the
 * citizen nothing. What only the command itself decides (the new due time, the number of pictures) is left out.
 */
export function createPreview(deps: PreviewDeps) {
  return async (report: Report, purpose: TextPurpose, typed: Typed): Promise<string> => {
    const now = deps.now();
    const event = eventOf(report, purpose, { typed, now });
    if (!event) return '';
    const { policy, calendars } = await deps.setting(deps.db);
    const facts: NewsFacts = {
      code: report.code,
      publicUrl: deps.publicUrl,
      agency: report.state === 'received' || !report.agencyCode ? null : agencyName(report.agencyCode),
      answerDueAt: purpose === 'extend' ? null : report.answerDueAt,
      acceptDueAt: report.acceptDueAt,
      waitDueAt: waitDue(policy, report.priorityClass, now, calendars),
      question: typed.text,
      answer: typed.text,
      main: null,
      where: purpose === 'refuse' ? typed.text : null,
      objections: report.objections,
      canReopen: true,
    };
    return newsOf(event, facts)?.(textsIn('vi'), 'vi') ?? '';
  };
}

function eventOf(
  report: Report,
  purpose: TextPurpose,
  { typed, now }: { typed: Typed; now: Date },
): ReportEvent | null {
  const { agencyCode } = report;
  // Who acts is not in any message.
  const common = { at: now, actor: { kind: 'system', role: 'system', id: null } as const, isPublic: true };
  const reason = typed.text;
  switch (purpose) {
    case 'accept':
      return null;
    case 'askCitizen':
      return { ...common, type: 'citizen_asked', reason: null, data: { agencyCode } };
    case 'extend':
      return { ...common, type: 'extended', reason, data: { minutes: 0, extension: report.extensions + 1 } };
    case 'answer':
      return {
        ...common,
        type: 'answered',
        reason: null,
        data: { agencyCode, photos: 0, documents: 0, noEvidenceReason: null },
      };
    case 'refuse':
      return { ...common, type: 'refused', reason: null, data: { reason: refusalReasonOf(typed.reason ?? '') } };
    case 'handOver':
      return {
        ...common,
        type: 'handed_over',
        reason,
        data: { agencyCode: typed.otherAgency ?? '…', from: agencyCode, why: 'not_mine' },
      };
    case 'escalate':
      return {
        ...common,
        type: 'escalated',
        reason: null,
        data: { agencyCode: typed.superior ?? '…', from: agencyCode },
      };
  }
}

/** Until a reason is chosen, the one that can be said of any report. */
function refusalReasonOf(typed: string): RefusalReasonCode {
  return isRefusalReason(typed) ? typed : 'unclear';
}
