/** Words around a report that are none: greetings, thanks, "dạ vâng ạ". Whole words only, with their marks or without any. */
import { canonical, plain } from '../../language/normalise.ts';
import { phrases, says, spokenWords, startsWith, withoutPoliteness } from './spoken-words.ts';

const GREETINGS = list(
  'xin chào, chào, alo, aloo, alooo, hello, helo, hi, hey, ơi, có ai không, có ai ở đó không, cho hỏi, cho em hỏi, ' +
    'cho tôi hỏi, cho mình hỏi, cho cháu hỏi, good morning, good afternoon, good evening, anyone there',
);
const THANKS = list(
  'cảm ơn nhiều, cảm ơn, cám ơn, camon, cảm tạ, biết ơn, thank you, thank u, thanks, thank, thx, tks, many thanks, ' +
    'a lot, so much, very much',
);
const FILLERS = list(
  'dạ, vâng, ừ, uh, um, uk, ok, okay, oke, okie, yes, no, ạ, à, ah, nhé, nha, nhỉ, với, e, em, a, anh, chị, anh chị, ac, ' +
    'ad, admin, shop, bạn, các bạn, bác, cô, chú, cháu, mình, tôi, bot, hệ thống, ông, bà, quý vị, mn, mng, mọi người, ' +
    'thành phố, ubnd, của, các, rất, nhiều, lắm, quá, rồi, chân thành, xin, trân trọng, đã rõ, rõ rồi, đã hiểu, hiểu rồi, ' +
    'đã biết, được, dc, tốt, tốt quá, tuyệt vời, tuyệt, hay, nhanh, và, and, good, great, nice, perfect, team, you, there, ' +
    'everyone, so, very, đúng, phải, vẫn, việc này, việc đó, việc cũ, cùng việc, i',
);
/** Said with a photo that follows: the photo is the message. */
const PHOTO_TALK = list(
  'gửi, gửi thêm, gửi lại, thêm, bổ sung, đây, đây là, là, ảnh, ảnh hiện trường, hình, hình ảnh, hiện trường, bức ảnh, ' +
    'tấm ảnh, ảnh chụp, here, is, are, a photo, photo, photos, the photo, more photos, picture, pictures, one more',
);

const ANY = matcher([...GREETINGS, ...THANKS, ...FILLERS, ...PHOTO_TALK], 'gu');
const GREETING = matcher(GREETINGS);
const THANKING = matcher(THANKS);

/**
 * Greetings, thanks and the like: nothing to report in them. Digits may be an address, so they are never small talk.
 * Marks count where they are typed: "đây rồi" says nothing, "dây rơi" a lot.
 */
export function isSmallTalk(text: string): boolean {
  return !/[\p{L}\d]/u.test(canonical(text).replace(ANY, ' '));
}

/** Thanks, "ok", a thumb: an answer to them would only be one more message to read. A greeting deserves one. */
export function needsNoAnswer(text: string): boolean {
  const said = canonical(text);
  return isSmallTalk(text) && (THANKING.test(said) || !GREETING.test(said));
}

/** "Cảm ơn nhiều ạ": thanks, and nothing else. */
export function isThanks(text: string): boolean {
  return isSmallTalk(text) && THANKING.test(canonical(text));
}

/** "Cảm ơn", "alo ad ơi": polite, and nothing else. */
export function isGreetingOrThanks(text: string): boolean {
  const said = canonical(text);
  return isSmallTalk(text) && (THANKING.test(said) || GREETING.test(said));
}

const ACKNOWLEDGED = list(
  'dạ, vâng, ừ, uh, um, uk, ok, okay, oke, okie, đã rõ, rõ rồi, đã hiểu, hiểu rồi, đã biết, biết rồi, got it, noted, sure',
);
const BESIDE = list(
  'ạ, à, ah, em, e, anh, chị, a, ad, admin, bạn, bác, cô, chú, cháu, nhé, nha, mình, rất, nhiều, xin, i',
);
const ACKNOWLEDGING = matcher(ACKNOWLEDGED);
const ACKNOWLEDGEMENT = matcher([...ACKNOWLEDGED, ...BESIDE, ...THANKS], 'gu');

/** "Dạ vâng", "ok ạ", a thumb: the message was read. It answers no question; "đúng rồi" and "không" do. */
export function isAcknowledgement(text: string): boolean {
  const said = canonical(text);
  if (!/[\p{L}\d]/u.test(said)) return said !== '';
  return ACKNOWLEDGING.test(said) && !/[\p{L}\d]/u.test(said.replace(ACKNOWLEDGEMENT, ' '));
}

const NEW_MATTER = phrases(
  'việc mới, việc khác, phản ánh mới, phản ánh khác, một việc mới, một việc khác, đây là việc mới, đây là việc khác, ' +
    'new report, new problem, new issue, another report, another problem, another issue, something else',
);

/** "Việc mới" and no word about it yet: a button pressed, or the answer to "something new?". */
export function saysOnlyNewMatter(text: string): boolean {
  return withoutPoliteness(spokenWords(text)).some((spoken) => NEW_MATTER.some((phrase) => says(spoken, phrase)));
}

/** "Việc mới: …" begins something of its own, whatever question is open. */
export function saysNewMatter(text: string): boolean {
  const spoken = spokenWords(text);
  return NEW_MATTER.some((phrase) => startsWith(spoken, phrase));
}

const NOT_KNOWN =
  /(?<![\p{L}\d])(?:(?:khong|ko|k|kh|hok|chua|chang|cha) (?:(?:the|duoc|dc|con|he) )?(?:biet|ro|nho|xac dinh|co dia chi|co vi tri)|bo qua|skip|(?:i )?(?:don t|dont|do not|not|no) (?:know|sure|idea))(?![\p{L}\d])/gu;
const ABOUT_THE_PLACE =
  /(?<![\p{L}\d])(?:dia chi|duong|pho|ngo|phuong|xa|ten|o dau|dau|cho do|cho nay|cho nao|cu the|chinh xac|so nha|la gi|gi|the nao|nao|nua|vi tri|thuoc|where|the|address|exact|exactly|ward|it is|which)(?![\p{L}\d])/gu;

/** "Không biết", "em không rõ địa chỉ ạ", "bỏ qua", "no idea": no answer to be had. "Không biết ai đổ rác" is a report. */
export function doesNotKnow(text: string): boolean {
  const simple = plain(text).replace(/['’]/gu, ' ');
  const rest = simple.replace(NOT_KNOWN, ' ');
  return rest !== simple && isSmallTalk(rest.replace(ABOUT_THE_PLACE, ' '));
}

const SAME =
  /^(?:(?:da|vang|em|toi|minh|la|yes|please) )*(?:them|them vao|noi them|bo sung|dung|dung roi|phai|phai roi|(?:van |cung )?viec (?:do|cu|nay)|cung viec|same|add|add it|add to|yes)(?: (?:a|nhe|nha|day|do|please))*[\s.]*$/u;

/** The answer to "is this a new matter or more about …?" that means the second. */
export function saysSame(text: string): boolean {
  return SAME.test(plain(text)) && !/(?<!\p{L})(?:đừng|dùng|dừng)(?!\p{L})/u.test(canonical(text));
}

/** A message without the report's code in it: "thêm vào HN-…" is "thêm vào". */
export function withoutCode(text: string): string {
  return text.normalize('NFC').replace(CODE, ' ').trim();
}

const CODE = /(?<![\p{L}\d])#?hn[\s.:#_‐-―-]{0,3}[0-9a-z](?:[\s.‐-―-]?[0-9a-z]){7}(?![\p{L}\d])/giu;

/** Each phrase as it is written and as it is typed without marks; the longest first, or "cảm ơn nhiều" would leave "nhiều". */
function matcher(phrases: readonly string[], flags = 'u'): RegExp {
  const spelled = [...new Set(phrases.flatMap((phrase) => [canonical(phrase), plain(phrase)]))];
  const longestFirst = spelled.sort((a, b) => b.length - a.length).join('|');
  return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst})(?![\\p{L}\\d])`, flags);
}

/** Phrases written side by side, so that a reader sees them all. */
function list(phrases: string): string[] {
  return phrases.split(', ');
}
