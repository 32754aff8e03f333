/** Numbers that lead to a person: telephones, identity cards, accounts, licence plates. Prices and house numbers stay. */

/** What stands in the place of what was hidden. It holds no digit, so hiding twice changes nothing more. */
export const HIDDEN = '[đã ẩn]';

/** What may stand between two digits of one number: "0912.345.678", "0912 - 345 678", "(024) 3825 3535". */
const BETWEEN = String.raw`[ \t\u00a0.\-–_()*]{0,3}`;
const digits = (least: number, most: number) => `(?:${BETWEEN}\\d){${least},${most}}`;

/**
 * Nought or the country's code, and 8 to 11 digits more: telephones of ten digits, older ones of eleven, land lines, and
 * identity cards, which begin with nought as well. People write the letter o for nought to get past filters.
 */
const TELEPHONE = new RegExp(
  `(?<![\\p{L}\\d])(?:[0oO]${digits(8, 11)}|(?:\\(?\\+|00)${BETWEEN}84\\)?${digits(8, 11)}|84${digits(9, 10)})(?!\\d)`,
  'gu',
);

/** "không chín một hai …": nine digits or more, spoken. */
const SPOKEN_DIGIT = 'không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín';
const SPOKEN = new RegExp(`(?<!\\p{L})(?:${SPOKEN_DIGIT})(?:[\\s,.\\-]+(?:${SPOKEN_DIGIT})){8,}(?!\\p{L})`, 'giu');

/** Identity cards, accounts, customer numbers: nine digits and more in one piece; bank cards in fours. */
const LONG = /(?<!\d)(?:\d{9,}|\d{4}(?:[ .-]\d{4}){2,4}(?:[ .-]\d{1,3})?)(?!\d)/gu;

/** Whatever number follows the word for an account, an identity card or a passport. */
const NAMED =
  /(?<!\p{L})((?:stk|số tk|số tài khoản|tài khoản|tk|so tai khoan|account(?: number)?|cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh(?: thư| nhân dân)?|hộ chiếu|passport)(?:[ \t]+(?:số|so|no\.?|là|của (?:tôi|em|mình)))*[ \t]*[:.]?[ \t]*)((?:[A-Z]{1,3})?\d(?:[ .-]?\d){5,18})(?!\d)/giu;

/**
 * "29A-123.45", "30E1-1234", "29 B1 234.56", "30a12345": two digits of the province, the series, four or five digits. Small h, k and m
 * only with the digit of a motorbike's series: "20h 1234" is an hour.
 */
const PLATE =
  /(?<![\p{L}\d])\d{2}[ ]?-?[ ]?(?:[A-ZĐ]{1,2}\d?|[a-gi-jln-zđ]\d?|[hkm]\d|md\d?)(?:[ ]?[-–.][ ]?|[ ])?(?:\d{3}[. ]?\d{2}|\d{4})(?!\d)/gu;

const MONEY = /^[ \t]*(?:đồng|đ|vnđ|vnd|triệu|tr|tỷ|tỉ|nghìn|ngàn|k|usd|\$)(?!\p{L})/iu;

/** Replaces every number that leads to a person. The text must hold no dates and times: they have as many digits. */
export function maskNumbers(text: string): string {
  return text
    .replace(NAMED, `$1${HIDDEN}`)
    .replace(PLATE, unlessMoney)
    .replace(TELEPHONE, unlessMoney)
    .replace(SPOKEN, HIDDEN)
    .replace(LONG, unlessMoney);
}

/** A price is no number of a person's, however many digits it has. */
function unlessMoney(found: string, offset: number, whole: string): string {
  return MONEY.test(whole.slice(offset + found.length)) ? found : HIDDEN;
}
