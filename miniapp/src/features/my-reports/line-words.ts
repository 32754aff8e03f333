/** One line of the list in words. */
import { dueWords, pastWords, type Reading } from '../report-view/when.ts';
import type { myReportsTexts } from './texts.ts';
import type { ReportLine } from './use-my-reports.ts';

type Words = typeof myReportsTexts.vi.line;
type Told = Pick<ReportLine, 'state' | 'mainState' | 'mainCode' | 'agency' | 'dueAt' | 'overdue' | 'receivedAt'>;

/** Who has it and until when: `UBND phường Láng đang giữ · trả lời trước 17:00 thứ Tư 25/11`. */
export function lineWords(line: Told, words: Words, reading: Reading): string {
  const { mainState, mainCode, agency, dueAt, overdue, receivedAt } = line;
  const state = mainState ?? line.state;
  const kind = DUE_KIND[state];
  const parts = [mainCode && words.merged(mainCode)];
  if (kind === undefined) parts.push(words.sent(pastWords(new Date(receivedAt), reading)));
  else {
    if (kind !== 'confirm') parts.push(agency ? words.held(agency) : words.intake);
    const due = dueAt && dueWords(new Date(dueAt), reading);
    if (due) parts.push(overdue && (kind === 'accept' || kind === 'answer') ? words.late(due) : words[kind](due));
  }
  return startedLarge(parts.filter(Boolean).join(' · '));
}

/** What is waited for while a report is open; the others are over. */
const DUE_KIND: Readonly<Partial<Record<ReportLine['state'], 'accept' | 'answer' | 'reply' | 'confirm'>>> = {
  received: 'accept',
  dispatched: 'answer',
  in_progress: 'answer',
  awaiting_citizen: 'reply',
  answered: 'confirm',
};

function startedLarge(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
