/**
 * What a citizen does to a report by a short message: "đã xong", "chưa hài lòng", "rút HN-…". Only short phrases that can mean
 * nothing else: a sentence that merely contains one ("tôi gọi xong rồi mà…") is words, and words are never taken for a move.
 */
import type { RatingLevel, UnsatisfiedReason } from '../../reports/lifecycle/commands.ts';
import { findReportCode, parseReportCode, type ReportCode } from '../../reports/report-code.ts';
import { phrases, says, spokenWords, startsWith, withoutPoliteness } from '../words/spoken-words.ts';
import { reasonsIn } from './unsatisfied-reasons.ts';

export type Move =
  | { type: 'confirm' }
  /** `words`: what follows "chưa xong" and says what is still wrong; null when nothing does. */
  | { type: 'reject'; words: string | null }
  /** `reasons`: empty unless they were said in the same breath. */
  | { type: 'rate'; level: RatingLevel; reasons: UnsatisfiedReason[] }
  | { type: 'withdraw' }
  /** `ifRefused`: "xem lại HN-…" asks for a review of a refusal, and otherwise just to see the report. */
  | { type: 'object'; ifRefused: boolean }
  /** "cùng phản ánh", "theo dõi": one's own report joins another, or one is told of another. */
  | { type: 'join' }
  | { type: 'unfollow' }
  /** "xong chưa?": a question, whatever words it shares with an answer. */
  | { type: 'askStatus' };

export interface ChatMove {
  move: Move;
  /** `unreadable`: there is one, but mistyped. */
  code: ReportCode | 'unreadable' | null;
}

/** What a message does; null when it is anything else than a short phrase of the lists below. */
export function readMove(text: string): ChatMove | null {
  const { code, rest, codeFirst } = takeCode(text);
  if (rest.length > LONGEST) return code ? rejectionWithWords(rest, code) : null;
  const readings = withoutPoliteness(spokenWords(rest));
  const said = (list: readonly string[][]) => readings.some((words) => list.some((phrase) => says(words, phrase)));
  if (said(ASKS)) return { move: { type: 'askStatus' }, code };
  if (/[?？]/u.test(rest)) return null;
  // Without marks "chua xong a" may be a report (ạ) or a question (à).
  if (/\bchua xong a\s*[.!]*$/iu.test(rest)) return null;
  const move = exactMove(said, code !== null && !codeFirst) ?? ratingWithReasons(readings);
  return move ? { move, code } : rejectionWithWords(rest, code);
}

/** Longer than any phrase with its politeness. */
const LONGEST = 80;

const CONFIRM = phrases(
  'đã xong, xong, xong rồi, đã xong rồi, xong hết rồi, đã xong hết, đã xong hết rồi, xong xuôi, xong xuôi rồi, đã xong xuôi, ' +
    'đã xong việc, xong việc rồi, đã xử lý xong, đã xử lý xong rồi, xử lý xong, xử lý xong rồi, đã được xử lý, đã được xử lý xong, ' +
    'đã được xử lý rồi, đã xử lý, đã xử lý rồi, đã giải quyết, đã giải quyết xong, đã giải quyết rồi, đã được giải quyết, ' +
    'giải quyết xong rồi, đã giải quyết xong rồi, đã hoàn thành, hoàn thành, hoàn thành rồi, đã khắc phục, đã khắc phục xong, đã khắc phục rồi, ' +
    'đã được khắc phục, đã sửa xong, sửa xong rồi, đã sửa xong rồi, xác nhận, ' +
    'done, it s done, its done, it is done, all done, is done, yes done, already done, solved, it s solved, it is solved, is solved, ' +
    'fixed, it s fixed, it is fixed, is fixed, it has been fixed, it was fixed, resolved, it is resolved, is resolved, finished, ' +
    'it is finished, completed, confirm, confirmed',
);

const REJECT = phrases(
  'chưa xong, vẫn chưa xong, chưa xong đâu, vẫn chưa xong đâu, chưa xong gì, chưa xong gì cả, chưa xong gì hết, chưa xong hết, ' +
    'đã xong đâu, có xong đâu, chưa, vẫn chưa, chưa đâu, chưa được, vẫn chưa được, không xong, chưa hề xong, chưa thấy xong, ' +
    'chưa xử lý, chưa xử lý xong, vẫn chưa xử lý, vẫn chưa xử lý xong, chưa được xử lý, vẫn chưa được xử lý, chưa ai xử lý, ' +
    'chưa thấy ai xử lý, chưa thấy xử lý, chưa xử lý gì, chưa xử lý gì cả, không xử lý, chưa làm gì, chưa làm gì cả, ' +
    'chưa giải quyết, chưa giải quyết xong, vẫn chưa giải quyết, chưa được giải quyết, vẫn chưa được giải quyết, ' +
    'chưa khắc phục, chưa khắc phục xong, vẫn chưa khắc phục, chưa được khắc phục, chưa hoàn thành, chưa sửa, chưa sửa xong, ' +
    'vẫn chưa sửa, vẫn chưa sửa xong, chưa được sửa, ' +
    'not done, it s not done, it is not done, is not done, isn t done, it isn t done, not done yet, still not done, not yet, ' +
    'not finished, not fixed, not fixed yet, still not fixed, it is not fixed, it s not fixed, is not fixed, not solved, ' +
    'still not solved, it is not solved, is not solved, not resolved, still not resolved',
);

const RATE: readonly { level: RatingLevel; phrases: string[][] }[] = [
  {
    level: 'satisfied',
    phrases: phrases(
      'hài lòng, rất hài lòng, hài lòng lắm, quá hài lòng, hoàn toàn hài lòng, hài lòng rồi, cũng hài lòng, mức hài lòng, là hài lòng, ' +
        'satisfied, very satisfied, i am satisfied, i m satisfied, fully satisfied',
    ),
  },
  {
    level: 'accepted',
    phrases: phrases(
      'chấp nhận, chấp nhận được, tạm chấp nhận, tạm chấp nhận được, cũng chấp nhận được, mức chấp nhận, chấp nhận kết quả, là chấp nhận, ' +
        'acceptable, accepted, accept, it is acceptable, it s acceptable',
    ),
  },
  {
    level: 'unsatisfied',
    phrases: phrases(
      'chưa hài lòng, không hài lòng, chưa hài lòng lắm, không hài lòng lắm, rất không hài lòng, chưa thật hài lòng, chưa thực sự hài lòng, ' +
        'chưa được hài lòng, không hề hài lòng, chẳng hài lòng, vẫn chưa hài lòng, hoàn toàn không hài lòng, mức chưa hài lòng, là chưa hài lòng, ' +
        'not satisfied, unsatisfied, dissatisfied, not satisfied at all, i am not satisfied, i m not satisfied, very unsatisfied',
    ),
  },
];

const WITHDRAW = phrases(
  'rút, rút lại, rút phản ánh, rút lại phản ánh, rút phản ánh này, rút lại phản ánh này, rút phản ánh của tôi, rút đơn, rút về, ' +
    'withdraw, withdraw report, withdraw it, withdraw my report, withdraw this report, withdraw the report',
);
const OBJECT = phrases(
  'đề nghị xem lại, yêu cầu xem lại, mong xem lại, không đồng ý, chưa đồng ý, review again, i disagree, object',
);
const REVIEW = phrases('xem lại, xem lại phản ánh, xem lại phản ánh này, review, review it');
const JOIN = phrases(
  'cùng phản ánh, cùng một phản ánh, cùng sự việc, cùng một sự việc, cùng một việc, theo dõi, theo dõi phản ánh, cùng theo dõi, trùng, ' +
    'trùng rồi, đúng là trùng, bị trùng, gộp, gộp lại, gộp phản ánh, gộp vào, same, same report, same problem, same issue, same as, ' +
    'it is the same, it s the same, follow, follow report, join, merge',
);
const UNFOLLOW = phrases(
  'bỏ theo dõi, thôi theo dõi, ngừng theo dõi, không theo dõi nữa, hủy theo dõi, unfollow, stop following',
);
const ASKS = phrases(
  'xong chưa, đã xong chưa, xong hết chưa, đã xong hết chưa, xong rồi à, đã xong rồi à, đã xong à, xong chưa vậy, đã xử lý chưa, ' +
    'xử lý chưa, xử lý xong chưa, đã xử lý xong chưa, đã giải quyết chưa, giải quyết chưa, giải quyết xong chưa, sửa xong chưa, ' +
    'đã sửa chưa, bao giờ xong, bao giờ mới xong, bao giờ thì xong, khi nào xong, khi nào mới xong, khi nào thì xong, bao lâu nữa xong, ' +
    'chưa xong à, vẫn chưa xong à, chưa xong hả, sao chưa xong, sao vẫn chưa xong, sao mãi chưa xong, sao lâu thế, ' +
    'có kết quả chưa, đã có kết quả chưa, đến đâu rồi, tới đâu rồi, xử lý đến đâu rồi, thế nào rồi, sao rồi, ' +
    'is it done, is it done yet, done yet, is it fixed, is it fixed yet, when will it be done, when will it be fixed, any update, any news, ' +
    'bao lâu, mất bao lâu, bao lâu thì xong, bao lâu thì có kết quả, how long, how long will it take, how long does it take, how long is it going to take',
);

function exactMove(said: (list: readonly string[][]) => boolean, verbFirst: boolean): Move | null {
  if (said(CONFIRM)) return { type: 'confirm' };
  if (said(REJECT)) return { type: 'reject', words: null };
  for (const { level, phrases: list } of RATE) if (said(list)) return { type: 'rate', level, reasons: [] };
  if (said(WITHDRAW)) return { type: 'withdraw' };
  if (said(OBJECT)) return { type: 'object', ifRefused: false };
  // With the verb first it asks to see the report again, unless that was refused.
  if (said(REVIEW)) return { type: 'object', ifRefused: verbFirst };
  if (said(JOIN)) return { type: 'join' };
  if (said(UNFOLLOW)) return { type: 'unfollow' };
  return null;
}

/** "Chưa hài lòng vì quá chậm", "không hài lòng: 2, 4". */
function ratingWithReasons(readings: readonly string[][]): Move | null {
  const unsatisfied = RATE.find(({ level }) => level === 'unsatisfied')?.phrases ?? [];
  for (const words of readings) {
    for (const phrase of unsatisfied) {
      const reasons = startsWith(words, phrase) ? reasonsIn(words.slice(phrase.length).join(' ')) : [];
      if (reasons.length > 0) return { type: 'rate', level: 'unsatisfied', reasons };
    }
  }
  return null;
}

/** "Chưa xong, rác vẫn còn ở góc chợ". Without a sign behind it only when a code says what is meant: it might begin a story. */
function rejectionWithWords(rest: string, code: ChatMove['code']): ChatMove | null {
  const [, head = '', words = ''] = /^([^,.;:!\n–-]{1,40})[,.;:!\n–-]+\s*(.+)$/su.exec(rest.trim()) ?? [];
  const heads = withoutPoliteness(spokenWords(head));
  const rejects = REJECT.some((phrase) => phrase.length > 1 && heads.some((spoken) => says(spoken, phrase)));
  if (rejects && words.trim() && !/[?？]/u.test(rest)) return { move: { type: 'reject', words: words.trim() }, code };
  if (!code || /[?？]/u.test(rest)) return null;
  const all = withoutPoliteness(spokenWords(rest));
  return LEADS.some((phrase) => all.some((spoken) => startsWith(spoken, phrase)))
    ? { move: { type: 'reject', words: rest.trim() }, code }
    : null;
}

const LEADS = phrases('chưa xong, vẫn chưa xong, not done, still not done, it is not done');

/** The code and what is left without it. */
function takeCode(text: string): { code: ChatMove['code']; rest: string; codeFirst: boolean } {
  const found = findReportCode(text);
  if (found.ok || found.reason === 'check') {
    const typed = text.normalize('NFC');
    const rest = typed.replace(CODE, ' ').trim();
    const codeFirst = !/\p{L}/u.test(typed.slice(0, Math.max(0, typed.search(CODE))));
    return { code: found.ok ? found.code : 'unreadable', rest, codeFirst };
  }
  // Typed without HN: only as the first or the last word.
  const pieces = text.trim().split(/\s+/u);
  for (const index of [0, pieces.length - 1]) {
    const reading = parseReportCode(pieces[index] ?? '');
    if (reading.ok && pieces.length > 1)
      return { code: reading.code, rest: pieces.filter((_, at) => at !== index).join(' '), codeFirst: index === 0 };
  }
  return { code: null, rest: text.normalize('NFC').trim(), codeFirst: false };
}

const CODE = /(?<![\p{L}\d])#?hn(?:\s|[-‐-―.:_#]){0,3}[0-9a-z](?:[\s.‐-―-]?[0-9a-z]){7}(?![\p{L}\d])/giu;
