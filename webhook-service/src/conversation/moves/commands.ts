import { canonical, plain } from '../../language/normalise.ts';
import { findReportCode, parseReportCode, type ReportCode } from '../../reports/report-code.ts';

export type ChatCommand =
  /** `bare`: the message is the code and nothing else. */
  | { type: 'lookUp'; code: ReportCode; bare: boolean }
  /** Asked for a report, but the code does not check. */
  | { type: 'lookUpUnreadable' }
  /** Asked without a code: the citizen's own latest report is meant. */
  | { type: 'lookUpLatest' }
  /** `code`: a report that is already made, which a message cannot undo. */
  | { type: 'cancel'; code: ReportCode | null };

/**
 * What in a message is a command rather than part of a report; null when nothing is. Works without diacritics.
 * A bare code counts as looking it up; in a longer sentence it does so only when the sentence asks how things stand,
 * because "HN-… rác vẫn còn" is more about a report, not a question.
 */
export function chatCommand(text: string): ChatCommand | null {
  const simple = plain(text);
  const found = findReportCode(text);
  // Where marks are typed they count: "thối" is a smell, "thôi" is a change of mind.
  const cancelled = SMELLS.test(canonical(text)) ? null : CANCEL.exec(simple);
  if (cancelled) {
    const rest = simple.slice(cancelled[0].length);
    if (MORE_OF_CANCEL.test(rest)) return { type: 'cancel', code: null };
    if (found.ok && rest.length <= 30) return { type: 'cancel', code: found.code };
  }
  const asks = LOOK_UP.exec(simple);
  if (asks) return lookUp(simple.slice(asks[0].length), found, ASKS_FOR_REPORT.test(asks[0]));
  if (found.ok && simple.length <= LONGEST_QUESTION && ASKS_HOW_IT_STANDS.test(simple))
    return { type: 'lookUp', code: found.code, bare: false };
  return bareCode(simple);
}

/** The message is a report's code and nothing else. */
export function isCodeAlone(text: string): boolean {
  return bareCode(plain(text))?.type === 'lookUp';
}

type Found = ReturnType<typeof findReportCode>;

const LOOK_UP =
  /^(?:(?:cho|em|toi|minh|xin|nho|ad|oi|giup|hoi|please|can you) )*(?:#?\s*tra[\s_]*cuu|kiem tra|xem|status|check|track)(?![\p{L}\d])/u;
const ASKS_FOR_REPORT = /tra[\s_]*cuu|status|track/;
/** After "tra cứu": still no word about anything but the report itself. */
const ABOUT_THE_REPORT =
  /^(?:[\s.,:?!#]|(?:ma|so|don|phan anh|kien nghi|ket qua|tien do|tinh trang|cua|giup|ho|cho|em|toi|minh|chau|voi|a|nhe|nha|ad|da gui|vua gui|hom qua|hom nay|lai|nay|cua toi|bao cao|code|report|my|of|the|please|on|update|for|latest)(?![\p{L}\d]))*$/u;

function lookUp(rest: string, found: Found, plainly: boolean): ChatCommand | null {
  // "Kiểm tra lại HN-…, đường vẫn hỏng" tells more about a report than it asks.
  const asksOnly = plainly || ABOUT_THE_REPORT.test(rest.replace(CODE, ' ')) || ASKS_HOW_IT_STANDS.test(rest);
  if (found.ok) return asksOnly ? { type: 'lookUp', code: found.code, bare: false } : null;
  const typed = parseReportCode(rest.replace(/^(?:[\s:]*(?:ma so|ma|phan anh|so|code|report)(?![\p{L}\d]))+/u, ''));
  if (typed.ok) return { type: 'lookUp', code: typed.code, bare: false };
  if (found.reason === 'check' || typed.reason === 'check') return { type: 'lookUpUnreadable' };
  if (!plainly) return null;
  // "tra cứu 12345" and "tra cứu HN-7K3M" are tries at a code; "tra cứu thuế trên cổng bị lỗi" is a report.
  if (/\d/.test(rest) && rest.length <= 20) return { type: 'lookUpUnreadable' };
  return ABOUT_THE_REPORT.test(rest) ? { type: 'lookUpLatest' } : null;
}

/** Longer ones tell a story as well, which belongs to the report. */
const LONGEST_QUESTION = 100;
const CODE = /(?<![\p{L}\d])hn[\s.:#_–-]*[0-9a-z](?:[\s.–-]?[0-9a-z]){7}(?![\p{L}\d])/u;
const ASKS_HOW_IT_STANDS =
  /(?<![\p{L}\d])(?:the nao|sao roi|ra sao|den dau|toi dau|bao gio|khi nao|bao lau|xong chua|chua xong a|co ket qua chua|ket qua chua|duoc chua|chua vay|tien do|tinh trang|tra cuu|when|status|how is|what about|any news|update)(?![\p{L}\d])/u;

function bareCode(simple: string): ChatCommand | null {
  const whole = parseReportCode(simple);
  const prefixed = /^#?\s*hn(?![\p{L}])/u.test(simple) || /^#?hn[\s.:#-]*[0-9fhkmprtvx]/u.test(simple);
  // Without HN in front only one unbroken piece is a code: words in a row could pass the check by chance.
  if (whole.ok && (prefixed || !/\s/.test(simple))) return { type: 'lookUp', code: whole.code, bare: true };
  if (!whole.ok && prefixed && (whole.reason === 'check' || /^#?hn-?(?=[a-z]*\d)[0-9a-z]{6,10}$/.test(simple)))
    return { type: 'lookUpUnreadable' };
  return null;
}

const CANCEL =
  /^(?:(?:xin|cho|em|toi|minh|chau|vui long|lam on|please|da|a|oi|ad|muon) )*(?:huy|thoi|khong gui nua|ko gui nua|k gui nua|gui nham|nhan nham|nham|cancel|never mind|nevermind|forget it)(?![\p{L}\d])/u;
const SMELLS = /(?<!\p{L})th[ốổồỗộờớởỡợ]i(?!\p{L})/u;
/** What may follow and leaves it a cancel; "hủy hoại môi trường" is a report. */
const MORE_OF_CANCEL =
  /^(?:[\s.,!?]|(?:bo|di|lenh|phan anh|tin|tin nhan|tin nay|noi dung|bao cao|yeu cau|don|nay|vua gui|giup|giup em|ho|cho|em|toi|minh|nhe|nha|a|het|roi|khong|can|gui|nua|khoi|that|it|my|the|report|message|please)(?![\p{L}\d]))*$/u;
