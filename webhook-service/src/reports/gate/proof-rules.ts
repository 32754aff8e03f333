/** Second cause, "chưa có hình ảnh hoặc văn bản chứng minh": does what was sent prove anything? */
import { plain } from '../../language/normalise.ts';
import { type Finding, missing, satisfied } from './finding.ts';
import type { AnswerDraft, GateFacts } from './judge-answer.ts';
import { noEvidenceReasons } from './no-evidence.ts';
import { FEWEST_NOTE_WORDS, proofPolicy } from './policy.ts';
import { isCompletePromise } from './specifics-rules.ts';
import { withoutPhrases } from './text/phrases.ts';
import { passage, type Reading, read, spokenWords, wordsOf } from './text/reading.ts';
import { fillers, saysSomething } from './text/vocabulary.ts';
import { type Weighed, weighEvidence } from './weigh-evidence.ts';

export function judgeProof(draft: AnswerDraft, facts: GateFacts, reading: Reading): Finding[] {
  const weighed = weighEvidence(draft.evidence, facts);
  const { proof, reasons } = proofPolicy(facts.categoryCode);
  const has = (kind: 'photo' | 'document') => weighed.some((piece) => piece.kind === kind && piece.why === null);
  const proven = { photo: has('photo'), document: has('document'), either: has('photo') || has('document') }[proof];
  const excused = draft.noEvidence ? judgeReason(draft.noEvidence, { reasons, facts, reading }) : null;
  const enough = proven || excused?.ok === true;
  return [
    ...weighed.flatMap((piece) => notCounted(piece, enough)),
    ...(excused === null || (proven && !excused.ok) ? [] : [excused]),
    ...(enough || excused !== null ? [] : [whatIsNeeded(proof, has('photo') || has('document'))]),
    ...(proven ? [satisfied('proof_missing', 'no_proof', 'Có minh chứng được tính.')] : []),
  ];
}

/** A photo of before may well stand beside the one of after: it is only pointed out, unless nothing else proves the answer. */
function notCounted({ piece, why }: Weighed, enough: boolean): Finding[] {
  if (why === null) return [];
  const { rule, text } = why;
  return [
    enough
      ? satisfied(rule, 'no_proof', `${text(piece)} Không sao, đã có minh chứng khác.`)
      : missing(rule, 'no_proof', text(piece)),
  ];
}

function whatIsNeeded(proof: 'photo' | 'document' | 'either', hasOther: boolean): Finding {
  if (proof === 'photo' && hasOther) return missing('photo_needed', 'no_proof', NEEDS.photo);
  if (proof === 'document' && hasOther) return missing('document_needed', 'no_proof', NEEDS.document);
  return missing('proof_missing', 'no_proof', NEEDS_ANY[proof]);
}

const NEEDS = {
  photo: 'Việc này nhìn thấy được nên văn bản chưa đủ: xin đính ảnh chụp sau khi xử lý.',
  document: 'Việc này được quyết định trên giấy tờ nên ảnh chưa đủ: xin đính văn bản, biên bản hoặc thông báo kết quả.',
} as const;
const OR_REASON = 'Nếu không thể có, xin chọn một lý do trong danh sách và ghi rõ.';
const NEEDS_ANY = {
  photo: `Chưa có minh chứng được tính: xin đính ảnh chụp sau khi xử lý. ${OR_REASON}`,
  document: `Chưa có minh chứng được tính: xin đính văn bản, biên bản hoặc thông báo kết quả. ${OR_REASON}`,
  either: `Chưa có minh chứng được tính: xin đính ảnh hoặc văn bản. ${OR_REASON}`,
} as const;

interface ReasonContext {
  reasons: readonly string[];
  facts: GateFacts;
  reading: Reading;
}

function judgeReason({ reason, note }: NonNullable<AnswerDraft['noEvidence']>, context: ReasonContext): Finding {
  const name = noEvidenceReasons[reason];
  if (!context.reasons.includes(reason)) {
    const allowed = context.reasons.map((code) => `“${noEvidenceReasons[code as keyof typeof noEvidenceReasons]}”`);
    const text = `Lý do “${name}” không dùng được cho lĩnh vực này. Xin đính minh chứng, hoặc chọn: ${allowed.join('; ')}.`;
    return missing('reason_not_for_category', 'no_proof', text);
  }
  if (!saysEnough(note, name)) {
    const text = `Lý do “${name}” cần ghi rõ cho vụ việc này, ít nhất ${FEWEST_NOTE_WORDS} từ: vì sao không thể có ảnh hoặc văn bản.`;
    return missing('reason_note_too_general', 'no_proof', text);
  }
  if (reason === 'not_solved_yet' && !isCompletePromise(context.reading, context.facts)) {
    const text = `Lý do “${name}” chỉ dùng được khi câu trả lời nói rõ vì sao chưa xong, ai làm và đến ngày nào xong.`;
    return missing('reason_without_promise', 'no_proof', text);
  }
  return satisfied('proof_missing', 'no_proof', `Không có ảnh, văn bản vì: ${name}.`);
}

/** Long enough, and more than phrases of offices or the name of the reason again. */
function saysEnough(note: string, name: string): boolean {
  const known = new Set(wordsOf(name));
  const reading = read(note);
  const own = spokenWords(passage(withoutPhrases(fillers, reading))).filter(
    (word) => saysSomething(word, reading.unmarked) && !known.has(plain(word)),
  );
  return reading.words.length >= FEWEST_NOTE_WORDS && new Set(own).size >= FEWEST_OWN_WORDS;
}

const FEWEST_OWN_WORDS = 2;
