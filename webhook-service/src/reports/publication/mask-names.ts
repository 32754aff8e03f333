/** Names of people, where words say that it is one: a title and at least two words behind it. */
import { HIDDEN } from './mask-numbers.ts';

const TITLES =
  'ông|bà|anh|chị|em|cô|chú|bác|cậu|mợ|dì|thím|cụ|cháu|bé|thầy|đồng chí|đ\\/c|mr\\.?|mrs\\.?|ms\\.?|tên là|tên|họ tên|họ và tên|tôi là|mình là|em là|chủ nhà|chủ quán|chủ hộ';
const CAPITAL = String.raw`\p{Lu}[\p{Ll}\p{M}]*`;

/** "ông Nguyễn Văn A", "Chị Trần Thị Bích Ngọc": the title stays, so that the sentence can still be read. */
const CAPITALISED = new RegExp(
  `(?<![\\p{L}\\d])((?:${anyCase(TITLES)})[ \\t]*:?[ \\t]+)(${CAPITAL}(?:[ \\t]+${CAPITAL}){1,5})(?!\\p{L})`,
  'gu',
);

/** Family name, the middle name half of the country has, one or two names more: clear also in small letters. */
const SMALL =
  /(?<![\p{L}\d])((?:ông|bà|anh|chị|cô|chú|bác|cụ|thầy|tên|tên là)[ \t]*:?[ \t]+)((?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đào|mai|trịnh|cao|tạ|lương)[ \t]+(?:văn|thị|đức|hữu|đình|ngọc|minh|quang|xuân|thanh)[ \t]+\p{Ll}+)(?!\p{L})/giu;

/** A street or ward that is called like a person: "phố Bà Triệu Hà Nội", "Hai Bà Trưng Hà Nội", "đường Anh hùng". */
const IN_A_PLACE_NAME =
  /(?:^|[^\p{L}])(?:phố|đường|ngõ|ngách|hẻm|phường|xã|quận|huyện|thôn|xóm|trường|thpt|thcs|tiểu học|chợ|cầu|đền|chùa|hai)[ \t]+$/iu;

/** Replaces names of people behind a title. A name without one may be a street's, and stays. */
export function maskNames(text: string): string {
  const replace = (found: string, title: string, _name: string, offset: number, whole: string) =>
    IN_A_PLACE_NAME.test(whole.slice(0, offset)) ? found : `${title}${HIDDEN}`;
  return text.replace(CAPITALISED, replace).replace(SMALL, replace);
}

/** As written, with a capital at the beginning of a sentence, or all in capitals. */
function anyCase(words: string): string {
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1);
  return [...new Set(words.split('|').flatMap((word) => [word, capital(word), word.toLocaleUpperCase('vi')]))].join(
    '|',
  );
}
