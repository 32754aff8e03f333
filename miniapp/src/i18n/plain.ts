/**
 * For searching without diacritics: "Đường Hoà" and "duong hoa" are the same. As the service reads words; kept here because the
 * service's own uses what three-year-old phones do not know.
 */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True when the text carries no Vietnamese mark, so that its words are ambiguous ("chay" is cháy, chạy and chay). */
export function hasNoDiacritics(text: string): boolean {
  return !/[\u0300-\u036fđĐ]/u.test(text.normalize('NFD'));
}
