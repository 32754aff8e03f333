/** Words around a report that are none: greetings, thanks, "dạ vâng ạ". Matched without diacritics, whole words only. */
import { plain } from '../language/normalise.ts';

const GREETINGS = [
  ...[
    'xin chao',
    'chao',
    'alo',
    'aloo',
    'alooo',
    'hello',
    'helo',
    'hi',
    'hey',
    'oi',
    'co ai khong',
    'co ai o do khong',
  ],
  ...['cho hoi', 'cho em hoi', 'cho toi hoi', 'cho minh hoi', 'cho chau hoi'],
  ...['good morning', 'good afternoon', 'good evening', 'anyone there'],
];
const THANKS = [
  ...['cam on nhieu', 'cam on', 'camon', 'cam ta', 'thank you', 'thank u', 'thanks', 'thank', 'thx', 'tks', 'ths'],
  ...['biet on', 'many thanks', 'a lot', 'so much', 'very much'],
];
const FILLERS = [
  ...[
    'da',
    'vang',
    'uh',
    'um',
    'u',
    'uk',
    'ok',
    'okay',
    'oke',
    'okie',
    'okla',
    'yes',
    'no',
    'a',
    'ah',
    'nhe',
    'nha',
    'nhi',
    'voi',
  ],
  ...[
    'e',
    'em',
    'anh',
    'chi',
    'anh chi',
    'ac',
    'ad',
    'admin',
    'shop',
    'ban',
    'cac ban',
    'bac',
    'co',
    'chu',
    'chau',
    'minh',
    'toi',
  ],
  ...[
    'bot',
    'he thong',
    'ong',
    'ba',
    'quy vi',
    'mn',
    'mng',
    'moi nguoi',
    'thanh pho',
    'ubnd',
    'phuong minh',
    'cua',
    'cac',
    'rat',
    'nhieu',
  ],
  ...[
    'lam',
    'qua',
    'roi',
    'chan thanh',
    'xin',
    'tran trong',
    'da ro',
    'ro roi',
    'da hieu',
    'hieu roi',
    'da biet',
    'duoc',
    'dc',
    'tot',
    'tot qua',
  ],
  ...[
    'tuyet voi',
    'hay',
    'the',
    'tuyet',
    'nhanh',
    'va',
    'and',
    'good',
    'great',
    'nice',
    'perfect',
    'team',
    'you',
    'there',
    'everyone',
    'so',
    'very',
  ],
  ...['dung', 'phai', 'van', 'viec nay', 'viec do', 'viec cu', 'cung viec', 'i'],
];
/** Said with a photo that follows: the photo is the message. */
const PHOTO_TALK = [
  ...[
    'gui',
    'gui them',
    'gui lai',
    'them',
    'bo sung',
    'day',
    'day la',
    'la',
    'anh hien truong',
    'hinh',
    'hinh anh',
    'hien truong',
    'buc anh',
  ],
  ...[
    'tam anh',
    'anh chup',
    'here',
    'is',
    'a photo',
    'photo',
    'photos',
    'the photo',
    'more photos',
    'picture',
    'pictures',
    'one more',
    'are',
  ],
];

const ANY = matcher([...GREETINGS, ...THANKS, ...FILLERS, ...PHOTO_TALK], 'gu');
const GREETING = matcher(GREETINGS);
const THANKING = matcher(THANKS);

/** Greetings, thanks and the like: nothing to report in them. Digits may be an address, so they are never small talk. */
export function isSmallTalk(text: string): boolean {
  return !/[\p{L}\d]/u.test(plain(text).replace(ANY, ' '));
}

/** Thanks, "ok", a thumb: an answer to them would only be one more message to read. A greeting deserves one. */
export function needsNoAnswer(text: string): boolean {
  const simple = plain(text);
  if (!isSmallTalk(text)) return false;
  return THANKING.test(simple) || !GREETING.test(simple);
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
  /^(?:(?:da|vang|em|toi|minh|la|yes|please) )*(?:them|them vao|noi them|bo sung|dung|dung roi|phai|phai roi|(?:van |cung )?viec (?:do|cu|nay)|cung viec|same|add|add it|yes)(?: (?:a|nhe|nha|day|do|please))*[\s.]*$/u;

/** The answer to "is this a new matter or more about …?" that means the second. */
export function saysSame(text: string): boolean {
  return SAME.test(plain(text));
}

/** Longest phrase first, so that "cảm ơn nhiều" is not left as "nhiều". */
function matcher(phrases: readonly string[], flags = 'u'): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst})(?![\\p{L}\\d])`, flags);
}
