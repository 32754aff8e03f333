/**
 * Reads what an official typed in a citizen's chat into a deed: pure. The citizen reads it too, so the marks are natural words
 * (docs/for-officials.md), and only a mark makes words a deed: a sentence without one is a note, however much it sounds like
 * an answer. Works without diacritics, in any case, with the report's code anywhere.
 */
import type { NoEvidenceReason } from '../../reports/gate/no-evidence.ts';
import type { RefusalReasonCode } from '../../reports/lifecycle/refusal-reasons.ts';
import { fold } from './fold.ts';
import { type SaidDate, saidDateAt } from './said-date.ts';
import { noEvidenceReasonsIn, refusalReasonsIn } from './said-reasons.ts';

export type ConsoleReading =
  /** `noEvidence`: why there is no proof, when it is said and its reason is clear. */
  | { deed: 'answer'; text: string; noEvidence: { reason: NoEvidenceReason; note: string } | null }
  | { deed: 'ask'; question: string }
  | { deed: 'accept' }
  /** `until`: null when the day could not be read. */
  | { deed: 'extend'; until: SaidDate | null; reason: string }
  /** `unit`: as typed. */
  | { deed: 'handOver'; unit: string; reason: string }
  /** `reasons`: what of the closed list the words can mean. */
  | { deed: 'refuse'; reasons: RefusalReasonCode[]; words: string }
  /** `marked`: said to be about the progress; otherwise just words. */
  | { deed: 'note'; text: string; marked: boolean };

export type ConsoleDeed = ConsoleReading['deed'];

/** What the words do. Never throws; without a mark they are a note. */
export function readMarks(typed: string): ConsoleReading {
  const text = withoutCodeUpFront(typed.normalize('NFC').replace(/\0/g, '').trim());
  for (const read of [readAnswer, readAsk, readExtension, readHandOver, readRefusal, readAcceptance]) {
    const reading = read(text);
    if (reading) return reading;
  }
  return { deed: 'note', text: typed.normalize('NFC').trim(), marked: PROGRESS.test(fold(text)) };
}

/** The deeds a person may name for words that carry no mark. */
export const nameableDeeds = ['answer', 'ask', 'accept', 'note'] as const;
export type NameableDeed = (typeof nameableDeeds)[number];

/** The same words, after a person has said what they do. */
export function readAs(deed: NameableDeed, typed: string): ConsoleReading {
  const reading = readMarks(typed);
  if (deed === 'note') return { deed, text: typed.normalize('NFC').trim(), marked: true };
  if (reading.deed === deed) return reading;
  const text = withoutCodeUpFront(typed.normalize('NFC').trim());
  switch (deed) {
    case 'answer':
      return { deed, text, noEvidence: noEvidenceIn(text) };
    case 'ask':
      return { deed, question: text };
    case 'accept':
      return { deed };
  }
}

/** A report's code, or what is meant to be one: whether it is right is not decided here. */
const CODE = '#?hn[\\s.:_–-]{0,3}(?=[^\\s]{0,8}\\d)[0-9a-z]{4}[\\s.–-]{0,2}[0-9a-z]{4}(?![0-9a-z])';
/** What may stand between a mark and its colon: of which report. */
const OF_REPORT = `(?:[\\s,]+(?:cua|cho|ve|phan anh|kien nghi|don|vu viec|ma|so)(?![a-z]))*(?:[\\s,]*${CODE})?`;
/** Nothing but a colon, a dash between spaces or a new line tells a mark from the beginning of a sentence. */
const STOP = '\\s*(?:[:：]|[–—-](?=\\s)|\\n)\\s*';
const PEOPLE = '(?:anh/chi|ong/ba|anh chi|ong ba|anh|chi|ong|ba|bac|co|chu|em|ban|quy vi|cong dan|nguoi dan)';

const ANSWER = mark(
  '(?:tra\\s+loi\\s+)?ket\\s*qua(?:\\s+(?:xu\\s+ly|giai\\s+quyet))?|kq(?:xl)?|da\\s+(?:xu\\s+ly|giai\\s+quyet)\\s+xong',
);
const ASK_PLAINLY = mark('(?:cau\\s+|xin\\s+)?hoi(?:\\s+them)?');
const ASK_KINDLY = mark(
  `(?:(?:xin|de\\s+nghi|nho|mong)(?:\\s+${PEOPLE})?\\s+(?:cho\\s+biet|bo\\s+sung|cung\\s+cap)|can\\s+(?:${PEOPLE}\\s+)?(?:bo\\s+sung|cung\\s+cap))(?:\\s+them)?(?:\\s+thong\\s+tin)?`,
);
const EXTEND = new RegExp(
  `^(?:xin\\s+)?(?:gia\\s+han|lui\\s+han|hen)(?:\\s+(?:tra\\s+loi|xu\\s+ly|giai\\s+quyet|hoan\\s+thanh|xong|lai|them|den|toi|truoc|vao|ngay))*${OF_REPORT}(?:\\s+(?:den|toi|truoc|vao|ngay))*(?<stop>${STOP})?\\s*`,
);
const HAND_OVER = mark(
  '(?:de\\s+nghi\\s+|xin\\s+)?chuyen(?:\\s+(?:don\\s+vi|co\\s+quan)(?:\\s+khac)?)?(?:\\s+xu\\s+ly)?',
);
const PROGRESS = mark('tien\\s+do|cap\\s+nhat(?:\\s+tien\\s+do)?|thong\\s+tin\\s+(?:tien\\s+do|xu\\s+ly)');
const REFUSE = mark('tu\\s+choi(?:\\s+tiep\\s+nhan)?');
const WORK = '\\s+(?:va\\s+)?(?:dang\\s+)?(?:xu\\s+ly|giai\\s+quyet)';
const ACCEPT = new RegExp(
  `^(?:da\\s+)?(?:tiep\\s+nhan(?:${WORK})?|nhan(?:${WORK}|\\s+viec))${OF_REPORT}\\s*(?:$|[.,;:!–—\\n-])`,
);

function readAnswer(text: string): ConsoleReading | null {
  const body = after(ANSWER, text);
  return body === null ? null : { deed: 'answer', text: body, noEvidence: noEvidenceIn(body) };
}

/** "Hỏi:" is no part of the question; "Cần bổ sung:" is. */
function readAsk(text: string): ConsoleReading | null {
  const plainly = after(ASK_PLAINLY, text);
  if (plainly !== null) return { deed: 'ask', question: plainly };
  const kindly = ASK_KINDLY.exec(fold(text));
  if (!kindly) return null;
  const words = text.slice(0, kindly.groups?.words?.length ?? 0);
  return { deed: 'ask', question: `${words}: ${text.slice(kindly[0].length).trim()}` };
}

function readExtension(text: string): ConsoleReading | null {
  const folded = fold(text);
  const found = EXTEND.exec(folded);
  if (!found) return null;
  const rest = text.slice(found[0].length);
  const spaced = fold(rest).replace(/\s/g, ' ');
  const date = saidDateAt(spaced);
  // "Hẹn gặp bác sau" is a sentence; "Hẹn: tuần sau" wants to be an extension, and is told what it lacks.
  if (!date) return found.groups?.stop ? { deed: 'extend', until: null, reason: rest.trim() } : null;
  const reason = rest.slice(date.length).replace(BEFORE_REASON, '').trim();
  return { deed: 'extend', until: date.date, reason: withoutBecause(reason) };
}

function readHandOver(text: string): ConsoleReading | null {
  const body = after(HAND_OVER, text);
  if (body === null) return null;
  const cut = /\s*(?:,?\s+(?=(?:vi|do(?! thi)|ly do)[\s:])|[:：\n]|\s[–—-]\s)\s*/.exec(fold(body));
  if (!cut) return { deed: 'handOver', unit: body, reason: '' };
  const reason = body.slice(cut.index + cut[0].length).trim();
  return { deed: 'handOver', unit: body.slice(0, cut.index).trim(), reason: withoutBecause(reason) };
}

function readRefusal(text: string): ConsoleReading | null {
  const words = after(REFUSE, text);
  return words === null ? null : { deed: 'refuse', reasons: refusalReasonsIn(spacedFold(words)), words };
}

/** "Đã tiếp nhận, sẽ kiểm tra ngay" accepts; "đã tiếp nhận chưa?" does not, nor "đã nhận": that may be a photo. */
function readAcceptance(text: string): ConsoleReading | null {
  const folded = fold(text);
  return ACCEPT.test(folded) && !folded.includes('?') ? { deed: 'accept' } : null;
}

/** "Không có ảnh vì …" within an answer; a reason that is not clear is none. */
const WITHOUT_PROOF =
  /khong (?:the )?(?:co|chup|dinh kem|kem|gui)(?: duoc)?(?: theo)? (?:anh|hinh|hinh anh|minh chung|anh chup)(?: [a-z]+){0,4}? (?:la )?(?:vi|do|boi)(?: vi)? ([^.\n]+)/;

function noEvidenceIn(body: string): { reason: NoEvidenceReason; note: string } | null {
  const found = WITHOUT_PROOF.exec(spacedFold(body));
  if (!found) return null;
  const [reason, ...more] = noEvidenceReasonsIn(found[1] ?? '');
  return reason && more.length === 0 ? { reason, note: body.slice(found.index, found.index + found[0].length) } : null;
}

function mark(words: string): RegExp {
  return new RegExp(`^(?<words>${words})${OF_REPORT}${STOP}`);
}

/** What follows a mark; null when the text does not begin with it. */
function after(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(fold(text));
  return found ? text.slice(found[0].length).trim() : null;
}

const UP_FRONT = new RegExp(`^[\\s"'“”«»*•.!-]*(?:(?:phan anh|kien nghi|ve|ma|re)\\s+)*${CODE}\\s*[:,;.–—-]*\\s*`);

/** "HN-…: Kết quả: …" says the same as "Kết quả HN-…: …". */
function withoutCodeUpFront(text: string): string {
  const found = UP_FRONT.exec(fold(text));
  return (found ? text.slice(found[0].length) : text).replace(/^[\s"'“”«»*•#-]+/u, '');
}

const BEFORE_REASON = /^[\s,.;:–—-]+/;

function withoutBecause(reason: string): string {
  const because = /^(?:ly do|vi|do|boi vi)(?=[\s:])\s*:?\s*/.exec(fold(reason));
  return because ? reason.slice(because[0].length).trim() : reason;
}

function spacedFold(text: string): string {
  return fold(text).replace(/\s/g, ' ');
}
