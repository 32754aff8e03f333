import type { UnsatisfiedReason } from '../../reports/lifecycle/commands.ts';
import { phrases, says, spokenWords, withoutPoliteness } from '../words/spoken-words.ts';

/**
 * The reasons in an answer to "what was not good enough?": numbers of the question or its words, in any order, separated by
 * commas, "và" or nothing. Empty when something else is said, too: then it is no answer to that question.
 */
export function reasonsIn(text: string): UnsatisfiedReason[] {
  const spoken = spokenWords(text.replace(/[,;/+&.]/gu, ' '));
  for (const words of withoutPoliteness(spoken)) {
    const reasons = listed(words);
    if (reasons.length > 0) return reasons;
  }
  return [];
}

function listed(spoken: readonly string[]): UnsatisfiedReason[] {
  const found = new Set<UnsatisfiedReason>();
  for (let at = 0; at < spoken.length; ) {
    const match = REASONS.find(({ phrase }) => says(spoken.slice(at, at + phrase.length), phrase));
    if (!match && !JOINTS.has(spoken[at] ?? '')) return [];
    if (match) found.add(match.reason);
    at += match?.phrase.length ?? 1;
  }
  return ORDER.filter((reason) => found.has(reason));
}

/** As numbered in the question. */
const ORDER: readonly UnsatisfiedReason[] = ['general', 'no_proof', 'not_done', 'too_late', 'other'];
const JOINTS = new Set(['và', 'va', 'vì', 'vi', 'do', 'là', 'la', 'and', 'because', 'số', 'so']);

const WORDS: Readonly<Record<UnsatisfiedReason, string>> = {
  general:
    '1, một, chung chung, trả lời chung chung, quá chung chung, nói chung chung, không cụ thể, chưa cụ thể, trả lời không cụ thể, trả lời chưa cụ thể, general, too general, vague, too vague',
  no_proof:
    '2, hai, thiếu ảnh, không có ảnh, chưa có ảnh, không ảnh, thiếu văn bản, không có văn bản, thiếu ảnh hoặc văn bản, thiếu ảnh văn bản, không có ảnh văn bản, thiếu minh chứng, không có minh chứng, thiếu bằng chứng, không có bằng chứng, no photo, no photos, no document, no photo or document, no proof, no evidence',
  not_done:
    '3, ba, thực tế chưa xử lý, chưa xử lý, thực tế chưa xong, chưa làm, chưa làm gì, chưa sửa, vẫn còn, không xử lý, thực tế không xử lý, not really solved, not solved, not fixed, nothing was done',
  too_late:
    '4, bốn, quá chậm, chậm, chậm quá, lâu, quá lâu, lâu quá, chậm trễ, muộn, quá muộn, trễ, too slow, slow, too late, late',
  other: '5, năm, khác, điều khác, lý do khác, việc khác nữa, other, something else, another reason',
};

/** The longest first, or "thiếu ảnh hoặc văn bản" would leave "hoặc văn bản". */
const REASONS = ORDER.flatMap((reason) => phrases(WORDS[reason]).map((phrase) => ({ reason, phrase }))).sort(
  (a, b) => b.phrase.length - a.phrase.length,
);
