/** "Sửa: …", "không phải, ở số 15", "nhầm, ngõ 12": what follows takes the place of what was said before. */
import { plain, tidy } from '../../language/normalise.ts';

const LEAD =
  /^(?:(?:a|da|o|vang|em|toi|minh|xin|cho|ad|oi|sorry|oh|no),? )*(?:(?:xin )?(?:sua|dinh chinh)(?: lai)? ?(?::| la | thanh )|khong phai(?: o)?(?: (?:do|day|the|cho do|cho day|dia chi do))? ?[,.:;]|nham(?: roi| dia chi| so nha| cho)? ?[,.:;]|correction ?:|sorry ?,|not there ?[,.:;]|i meant?(?: to say)? ) ?(?=\S)/u;

/** The words that take the place of earlier ones; null when the message corrects nothing. All of it is kept as words all the same. */
export function correctionIn(text: string): string | null {
  // Marks go without changing how many letters there are, so the lead is as long in the text itself.
  const [lead] = LEAD.exec(plain(text)) ?? [];
  if (!lead) return null;
  return tidy(text).slice(lead.length).trim() || null;
}

const NUMBER = String.raw`(?:số nhà|nhà số|số|so nha|nha so|so|no\.?|number)?\s*\d{1,4}\p{L}?(?:/\d{1,4}\p{L}?)*`;
const ONLY_NUMBER = new RegExp(`^(?:(?:ở|tại|trước|cạnh|o|tai|at)\\s+)?${NUMBER}$`, 'iu');
const FIRST_NUMBER = new RegExp(`(?<![\\p{L}\\d])${NUMBER}(?![\\p{L}\\d])`, 'iu');

/** A house number and no street to it. */
export function isHouseNumber(address: string): boolean {
  return ONLY_NUMBER.test(address.trim());
}

/** "Số 15" after "số 5 phố Láng Hạ" changes the house and keeps the street; a whole address replaces a whole address. */
export function correctedAddress(before: string, after: string): string {
  if (!isHouseNumber(after) || !FIRST_NUMBER.test(before)) return after;
  return before.replace(FIRST_NUMBER, withoutPreposition(after));
}

/** "Ở số 15" is an address by itself only where one is being corrected. */
export function houseNumberIn(correction: string | null): string | null {
  return correction !== null && isHouseNumber(correction) ? withoutPreposition(correction) : null;
}

function withoutPreposition(address: string): string {
  return address.trim().replace(/^(?:ở|tại|o|tai|at)\s+/iu, '');
}
