import { plain } from '../language/normalise.ts';
import { findReportCode, parseReportCode, type ReportCode } from '../reports/report-code.ts';

export type ChatCommand =
  | { type: 'lookUp'; code: ReportCode }
  /** Asked for a report, but the code does not check. */
  | { type: 'lookUpUnreadable' }
  | { type: 'cancel' };

const LOOK_UP = /^(?:#?\s*tra[\s_]*cuu|kiem tra|xem|status|check|track)\b/;
const CANCEL = /^(?:huy|huy bo|huy di|thoi|bo qua|cancel)[\s.!]*$/;

/**
 * What in a message is a command rather than part of a report; null when nothing is. Works without diacritics.
 * A bare code counts as looking it up; a code inside a longer sentence does not (that is a reply, not a question).
 */
export function chatCommand(text: string): ChatCommand | null {
  const simple = plain(text).trim();
  if (CANCEL.test(simple)) return { type: 'cancel' };
  const asks = LOOK_UP.exec(simple);
  const inSentence = findReportCode(text);
  if (asks) {
    if (inSentence.ok) return { type: 'lookUp', code: inSentence.code };
    const rest = parseReportCode(simple.slice(asks[0].length).replace(/^(?:\s*(?:ma|phan anh|so|code|report))+/, ''));
    if (rest.ok) return { type: 'lookUp', code: rest.code };
    return inSentence.reason === 'check' || rest.reason === 'check' || /^#?\s*tra[\s_]*cuu|^status/.test(simple)
      ? { type: 'lookUpUnreadable' }
      : null;
  }
  const whole = parseReportCode(simple);
  if (whole.ok && /hn/.test(simple)) return { type: 'lookUp', code: whole.code };
  if (!whole.ok && whole.reason === 'check' && /^hn/.test(simple)) return { type: 'lookUpUnreadable' };
  return null;
}

const SMALL_TALK =
  /^(?:(?:xin )?chao|alo+|hi|hello|hey|e|em|anh|chi|ad|admin|shop|oi|a|da|vang|ok|oke|okay|cam on|cam on nhieu|thanks?|thank you|tks|good (?:morning|afternoon|evening)|ban|bot|he thong|co ai khong|cho hoi|cho em hoi|cho toi hoi)(?:\s|[.,!?])*/;

/** Greetings, thanks and the like: nothing to report in them. */
export function isSmallTalk(text: string): boolean {
  let rest = plain(text).trim();
  for (;;) {
    const match = SMALL_TALK.exec(rest);
    if (!match || match[0].length === 0) break;
    const next = rest.slice(match[0].length);
    // Whole words only: "hi" must not eat the start of "hiện".
    if (next && /\w$/.test(match[0])) break;
    rest = next;
  }
  return rest === '' || !/\p{L}/u.test(rest);
}

const THANKS = /\b(?:cam on|thanks?|thank you|tks)\b/;

/** Thanks need no answer; a greeting deserves one. */
export function isThanks(text: string): boolean {
  return isSmallTalk(text) && THANKS.test(plain(text));
}
