/** Where a report stands, in the words of the sentence on top. */
import type { ReportDetail } from './report-api.ts';
import type { reportViewTexts } from './texts.ts';
import { dueWords, type Reading } from './when.ts';

type Told = Pick<ReportDetail, 'holder' | 'agency' | 'due' | 'overdue' | 'role' | 'state' | 'timeline'>;

/** `UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11` */
export function standingWords(report: Told, texts: typeof reportViewTexts.vi, reading: Reading): string {
  // The service's sentence is for everybody with the code; here "the sender" is the one who reads.
  const isAskedHere = report.state === 'awaiting_citizen' && report.role === 'reporter';
  const holder = isAskedHere ? texts.asksYou(report.agency) : report.holder;
  const until = untilWords(report, texts.until, reading);
  return until ? `${holder} · ${until}` : holder;
}

function untilWords(
  { due, overdue, role, state }: Told,
  until: typeof reportViewTexts.vi.until,
  reading: Reading,
): string | null {
  const isMine = role === 'reporter';
  if (!due) return state === 'awaiting_citizen' ? until.paused : null;
  const at = dueWords(new Date(due.at), reading);
  if (due.kind === 'reply') return isMine ? until.reply(at) : until.paused;
  if (due.kind === 'confirm') return isMine ? until.confirm(at) : until.unconfirmed;
  return overdue ? until.late(at) : until[due.kind](at);
}

/** The sentence by which the history tells of the delay, with its apology; null when nothing is late now. */
export function apologyOf({ overdue, timeline }: Told, otherwise: string): string | null {
  if (!overdue) return null;
  const told = timeline.filter(({ event }) => event === 'overdue');
  return told[told.length - 1]?.text ?? otherwise;
}
