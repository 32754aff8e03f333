/** "Why is this the due time?", line by line in Vietnamese, for staff and for whoever asks them. */
import { category } from '../../../db/seed/categories.ts';
import { priorityPolicy } from '../../../db/seed/priority-policy.ts';
import { allowanceMs, countedMs } from './clock-count.ts';
import { dayLines } from './clock-explain-days.ts';
import { isLate } from './clock-late.ts';
import type { Calendars, Clock } from './clock-types.ts';
import { dueWords } from './due-words.ts';
import { durationWords, hoursWords } from './duration-words.ts';
import { type ClassPolicy, type DuePolicy, figuresFor } from './policy.ts';

export interface ExplainOptions {
  policyOf(version: string): DuePolicy | null;
  agencyName(code: string): string;
  calendars: Calendars;
}

type Source = ClassPolicy['sources'][keyof ClassPolicy['sources']];

const dueNames = { accept: 'Hạn chuyển đơn vị xử lý', answer: 'Hạn trả lời', finish: 'Hạn của cả việc' } as const;
const tasks = {
  accept: 'tiếp nhận và chuyển đơn vị xử lý',
  answer: 'trả lời',
  finish: 'tiếp nhận và trả lời',
} as const;
const done = { accept: 'Đã chuyển đơn vị xử lý', answer: 'Đã trả lời', finish: 'Đã trả lời' } as const;

/**
 * The rule and its source, the start, each day that counted and each that did not and why, pauses, extensions, the due time
 * and how it was met. A calendar that changed after the clock ended shows only in the names of days that did not count.
 */
export function explainClock(clock: Clock, options: ExplainOptions): string[] {
  const lines = [
    ...ruleLines(clock, options.policyOf(clock.policyVersion)),
    ...raisedLines(clock),
    startLine(clock, options),
    ...dayLines(clock, options.calendars),
    ...clock.pauses.map(({ from, to }) =>
      to
        ? `Tạm dừng từ ${dueWords(from)} đến ${dueWords(to)}, không tính.`
        : `Tạm dừng từ ${dueWords(from)}, chưa tính tiếp.`,
    ),
    ...clock.extensions.map(
      ({ at, minutes }) => `Gia hạn thêm ${hoursWords(minutes, clock.mode)} lúc ${dueWords(at)}.`,
    ),
    dueLine(clock),
    ...endLines(clock),
  ];
  return lines.map((line) => line.normalize('NFC'));
}

function ruleLines(clock: Clock, policy: DuePolicy | null): string[] {
  const name = `mức ${priorityPolicy[clock.priorityClass].nameVi}`;
  const task = clock.reopened ? 'trả lời lại sau khi mở lại' : tasks[clock.kind];
  const rule = `${task} trong ${hoursWords(clock.minutes, clock.mode)}`;
  if (!policy)
    return [
      `Quy định thời hạn phiên bản ${clock.policyVersion} không còn trong hệ thống. Đã ghi khi bắt đầu: ${name}, ${rule}.`,
    ];
  const figures = figuresFor(policy, clock.priorityClass, clock.categoryCode);
  const own = figures !== policy.classes[clock.priorityClass] && category(clock.categoryCode ?? '');
  const scope = own ? `${name}, lĩnh vực “${own.nameVi}”` : name;
  return [`Quy định thời hạn phiên bản ${clock.policyVersion}, ${scope}: ${rule}.`, ...sourceLines(clock, figures)];
}

function sourceLines(clock: Clock, { acceptHours, answerHours, sources }: ClassPolicy): string[] {
  if (clock.kind === 'accept') return [sourceWords(sources.accept)];
  if (clock.kind === 'answer') return [sourceWords(clock.reopened ? sources.reopen : sources.answer)];
  return [
    `Trong đó tiếp nhận ${hoursWords(acceptHours * 60, clock.mode)}. ${sourceWords(sources.accept)}`,
    `Trong đó trả lời ${hoursWords((answerHours ?? 0) * 60, clock.mode)}. ${sourceWords(sources.answer)}`,
  ];
}

function sourceWords({ certainty, source }: Source): string {
  if (certainty === 'A') return `Giả định: ${source}.`;
  return certainty === 'H' ? `Căn cứ: ${source}.` : `Căn cứ: ${source} (chưa đọc được văn bản).`;
}

function raisedLines({ raised, priorityClass, startedAt }: Clock): string[] {
  if (!raised) return [];
  const [before, after] = [priorityPolicy[raised.from].nameVi, priorityPolicy[priorityClass].nameVi];
  const change = before === after ? `Lĩnh vực được đổi, vẫn mức ${after}` : `Mức được đổi từ ${before} sang ${after}`;
  if (raised.startedAt.getTime() === startedAt.getTime()) return [`${change}, tính lại từ đầu.`];
  return [`${change} lúc ${dueWords(startedAt)}; trước đó tính từ ${dueWords(raised.startedAt)}.`];
}

function startLine({ startedAt, mode, calendarAgency }: Clock, { agencyName }: ExplainOptions): string {
  const start = `Bắt đầu tính từ ${dueWords(startedAt)}`;
  if (mode === '24x7') return `${start}, cả đêm và ngày nghỉ.`;
  if (calendarAgency === null) return `${start}, theo giờ hành chính của thành phố.`;
  return `${start}, theo giờ làm việc của ${agencyName(calendarAgency)}.`;
}

function dueLine(clock: Clock): string {
  const name = dueNames[clock.kind];
  const allowance = allowanceMs(clock);
  const words = hoursWords(allowance / 60_000, clock.mode);
  if (clock.dueAt) return `${name}: ${dueWords(clock.dueAt)}, khi đủ ${words}; trong phút đó vẫn là đúng hạn.`;
  const counted = countedMs(clock.counted);
  if (counted === allowance) return `${name}: đã hết trước khi tạm dừng, đủ ${words}.`;
  const used = counted > 0 ? `đã tính ${durationWords(counted)}` : 'chưa tính phút nào';
  return `${name}: chưa có vì đang tạm dừng; ${used} trong ${words}, còn ${durationWords(allowance - counted)}.`;
}

function endLines(clock: Clock): string[] {
  const { metAt, outcome, dueAt, kind } = clock;
  if (!metAt) return [];
  if (outcome === 'needless')
    return [`Từ ${dueWords(metAt)} không còn phải tính: phản ánh đã kết thúc theo cách khác.`];
  if (!isLate(clock, metAt)) return [`${done[kind]} lúc ${dueWords(metAt)}: đúng hạn.`];
  // A clock that ended while paused has no due time to measure from.
  const by = dueAt ? ` ${durationWords(metAt.getTime() - dueAt.getTime())}` : '';
  return [`${done[kind]} lúc ${dueWords(metAt)}: quá hạn${by}.`];
}
