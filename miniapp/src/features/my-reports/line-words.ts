/** One line of the list in words. */
import { dueWords, pastWords, type Reading } from '../report-view/when.ts';
import type { myReportsTexts } from './texts.ts';
import type { ReportLine } from './use-my-reports.ts';

type Words = typeof myReportsTexts.vi.line;
type Told = Pick<
  ReportLine,
  'state' | 'mainState' | 'mainCode' | 'agency' | 'holder' | 'dueAt' | 'overdue' | 'receivedAt' | 'needsMe'
>;

/** Who has it and until when: `UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11`. */
export function lineWords(line: Told, words: Words, reading: Reading): string {
  const { mainCode, agency, holder, receivedAt, needsMe } = line;
  // The service's sentence is for everybody with the code; here "the sender" is the one who reads.
  const parts = [needsMe === 'question' ? words.asksYou(agency) : holder];
  const due = dueOf(line, words, reading);
  if (due) parts.push(due);
  if (mainCode) parts.push(words.merged(mainCode));
  if (isOver(line)) parts.push(words.sent(pastWords(new Date(receivedAt), reading)));
  return parts.join(' · ');
}

function dueOf({ state, mainState, dueAt, overdue, needsMe }: Told, words: Words, reading: Reading): string | null {
  const kind = DUE_KIND[mainState ?? state];
  if (!dueAt || !kind) return null;
  const due = dueWords(new Date(dueAt), reading);
  if (kind === 'reply') return needsMe === 'question' ? words.reply(due) : null;
  if (kind === 'confirm') return needsMe === 'confirm' ? words.confirm(due) : null;
  return overdue ? words.late(due) : words[kind](due);
}

function isOver({ state, mainState }: Told): boolean {
  return DUE_KIND[mainState ?? state] === undefined;
}

/** What is waited for while a report is open; the others are over. */
const DUE_KIND: Readonly<Partial<Record<ReportLine['state'], 'accept' | 'answer' | 'reply' | 'confirm'>>> = {
  received: 'accept',
  dispatched: 'answer',
  in_progress: 'answer',
  awaiting_citizen: 'reply',
  answered: 'confirm',
};
