/** First cause, "chung chung": is the text an answer to this report at all? (domain-hanoi §6.2, rules 5 and 8) */
import { type Finding, missing, satisfied } from './finding.ts';
import type { GateFacts } from './judge-answer.ts';
import { fewestWords } from './policy.ts';
import { withoutPointers } from './text/attachments.ts';
import { firstOf, has, withoutPhrases } from './text/phrases.ts';
import { type Reading, wordsOf } from './text/reading.ts';
import { alikeness, sharedPart } from './text/similarity.ts';
import { type Substance, substanceOf } from './text/substance.ts';
import { isTemplateOnly, placeholderLeft } from './text/template.ts';
import { because, courtesies, fillers, nothingThere, saysSomething } from './text/vocabulary.ts';
import { namesAnEnd, timesIn } from './text/when.ts';
import { whoIn } from './text/who.ts';

/** An empty text, or one that only points elsewhere, gets that one finding: what else it lacks goes without saying. */
export function judgeSpecifics(reading: Reading, facts: GateFacts): Finding[] {
  if (reading.words.length === 0) return [missing('text_empty', 'not_attached', EMPTY)];
  // Empty phrases beside the pointer are the worse fault, and are named: "đã ghi nhận, ảnh gửi kèm".
  if (onlyPoints(reading, facts) && !has(fillers, reading))
    return [missing('text_only_points', 'not_attached', ONLY_POINTS)];
  const substance = substanceOf(reading, facts);
  return [
    lengthOf(reading, facts),
    placeholders(reading),
    ...template(reading, facts),
    ...what(reading, substance),
    who(reading, facts),
    when(reading, facts),
    ...promise(reading, facts, substance),
    ...copies(reading, facts),
  ];
}

const FEWEST_BESIDE_POINTERS = 3;
const EMPTY =
  'Chưa có nội dung trả lời: có thể Ông/Bà quên nhập. Xin viết đã kiểm tra khi nào, ai kiểm tra, thấy gì và đã làm gì.';
const ONLY_POINTS =
  'Câu trả lời chỉ dẫn tới văn bản hoặc đường dẫn. Xin viết ngay trong tin: ai đã làm gì, khi nào, kết quả ra sao; văn bản chỉ là minh chứng kèm theo.';

function onlyPoints({ plain }: Reading, { agencyName }: GateFacts): boolean {
  const points = /https?:|www\.|(?<!\p{L})(?:xem(?! xet)|kem theo|dinh kem|gui kem|link|file)(?!\p{L})/u.test(plain);
  const own = new Set(wordsOf(agencyName));
  const beside = wordsOf(withoutPointers(plain)).filter((word) => saysSomething(word, true) && !own.has(word));
  return points && beside.length < FEWEST_BESIDE_POINTERS;
}

function lengthOf(reading: Reading, facts: GateFacts): Finding {
  const count = wordsOf(withoutPhrases(courtesies, reading)).length;
  const least = fewestWords[facts.priorityClass];
  if (count >= least)
    return satisfied('text_too_short', 'general', `Nội dung dài ${count} từ, đủ tối thiểu ${least} từ.`);
  const text = `Nội dung mới có ${count} từ (không kể lời chào), cần ít nhất ${least} từ. Xin viết thêm: ai đã làm gì, ở đâu, khi nào, kết quả ra sao.`;
  return missing('text_too_short', 'general', text);
}

function placeholders({ typed }: Reading): Finding {
  const left = placeholderLeft(typed);
  if (left === null) return satisfied('placeholder_left', 'general', 'Không còn chỗ trống chưa điền.');
  return missing(
    'placeholder_left',
    'general',
    `Còn chỗ trống chưa điền: “${left}”. Xin thay bằng thông tin thật của vụ việc này.`,
  );
}

function template({ typed }: Reading, { standardTexts, agencyName }: GateFacts): Finding[] {
  if (!standardTexts.some((body) => isTemplateOnly(typed, body, agencyName))) return [];
  const text =
    'Câu trả lời chỉ là văn bản mẫu. Xin bổ sung điều riêng của vụ việc này: thấy gì tại chỗ, đã làm gì, kết quả ra sao.';
  return [missing('template_only', 'general', text)];
}

function what(reading: Reading, { done, found, promised, news }: Substance): Finding[] {
  const said = done || found ? news.size >= FEWEST_NEWS : news.size >= PLENTY_OF_NEWS && !promised;
  if (said) return [satisfied('no_what', 'general', 'Có nêu việc đã làm hoặc điều đã thấy.')];
  const filler = firstOf(fillers, reading);
  const lacks = missing(
    'no_what',
    'general',
    'Chưa nói đã thấy gì tại hiện trường và đã làm gì. Xin nêu việc cụ thể, ví dụ: “đã thay 4 bóng đèn, kiểm tra lại cả 9 đèn đều sáng”.',
  );
  if (filler === null) return [lacks];
  const text = `Câu trả lời chỉ gồm lời chung chung như “${filler}”. Xin thay bằng việc cụ thể: ai, đã làm gì, đến khi nào xong.`;
  return [missing('filler_only', 'general', text), lacks];
}

/** New words that say something: with fewer an answer is the citizen's own report with "đã xử lý" behind it. */
const FEWEST_NEWS = 4;
/** So much to say is no phrase, whatever its verbs are. */
const PLENTY_OF_NEWS = 12;

function who(reading: Reading, { agencyName }: GateFacts): Finding {
  const named = whoIn(reading, agencyName);
  if (named !== null) return satisfied('no_who', 'general', `Có nêu ai thực hiện: “${named}”.`);
  const text = `Chưa nói ai kiểm tra, ai thực hiện. Xin nêu tên đơn vị, tổ, đội hoặc chức danh, ví dụ: “${agencyName}”; “lực lượng chức năng” là chưa đủ.`;
  return missing('no_who', 'general', text);
}

function when(reading: Reading, { answeredAt }: GateFacts): Finding {
  const times = timesIn(reading, answeredAt);
  const first = times[0];
  if (first !== undefined) return satisfied('no_when', 'general', `Có nêu thời gian: “${first.said}”.`);
  return missing(
    'no_when',
    'general',
    'Chưa nói khi nào. Xin ghi ngày, giờ kiểm tra hoặc hoàn thành, ví dụ: “sáng 12/10/2026” hoặc “14h30 hôm nay”.',
  );
}

/** §6.2.8: what is not solved says why, who and until when. Beside something done, a promise is only an outlook. */
function promise(reading: Reading, facts: GateFacts, { done, promised }: Substance): Finding[] {
  if (!promised || done || has(nothingThere, reading)) return [];
  const lacks = [
    has(because, reading) ? null : 'vì sao chưa xong',
    whoIn(reading, facts.agencyName) === null ? 'ai sẽ làm' : null,
    namesAnEnd(reading, facts.answeredAt) ? null : 'đến ngày nào xong',
  ].filter((lack) => lack !== null);
  if (lacks.length === 0)
    return [satisfied('open_promise', 'general', 'Chưa xong nhưng đã nói rõ vì sao, ai làm và hạn xong.')];
  const text = `Việc chưa xong mà câu trả lời chưa nói ${lacks.join(', ')}. Xin nêu đủ lý do, đơn vị làm và ngày xong, ví dụ: “trước ngày 20/10/2026”.`;
  return [missing('open_promise', 'general', text)];
}

/** True when a text promises and says why, who and until when: what the reason `not_solved_yet` asks for. */
export function isCompletePromise(reading: Reading, facts: GateFacts): boolean {
  return has(because, reading) && whoIn(reading, facts.agencyName) !== null && namesAnEnd(reading, facts.answeredAt);
}

function copies({ typed, words }: Reading, { reportText, earlierAnswers }: GateFacts): Finding[] {
  const found: Finding[] = [];
  if (words.length >= FEWEST_TO_COMPARE && sharedPart(typed, reportText) >= REPEATS) {
    const text = 'Phần lớn câu trả lời lặp lại lời người dân. Xin viết điều đơn vị đã thấy và đã làm.';
    found.push(missing('repeats_report', 'general', text));
  }
  const like = (ofThisReport: boolean, least: number) =>
    earlierAnswers.some((earlier) => earlier.ofThisReport === ofThisReport && alikeness(typed, earlier.text) >= least);
  if (like(true, SAME_AGAIN)) {
    const text =
      'Câu trả lời gần như giống lần trả lời trước của chính phản ánh này, mà người dân đã báo chưa xong. Xin nói rõ đã làm thêm gì từ đó đến nay.';
    found.push(missing('copy_of_own_answer', 'general', text));
  }
  if (like(false, COPIED)) {
    const text =
      'Câu trả lời gần như chép từ câu trả lời của một phản ánh khác. Xin viết riêng cho vụ việc này: địa điểm, thời gian, việc đã làm.';
    found.push(missing('copy_of_other_answer', 'general', text));
  }
  return found;
}

const FEWEST_TO_COMPARE = 6;
const REPEATS = 0.6;
/** A second answer to the same report that keeps two thirds of the wording brings no news. */
const SAME_AGAIN = 0.65;
/** One agency words its answers alike: another place and another day bring two answers of one kind below this. */
const COPIED = 0.85;
