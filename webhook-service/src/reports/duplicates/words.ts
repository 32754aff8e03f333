/** How alike two texts are in words, and which telling phrases they share. */
import { category } from '../../../../db/seed/categories.ts';
import { expandAbbreviations } from '../../language/abbreviations.ts';
import { plain } from '../../language/normalise.ts';
import { containsPhrase, words } from '../../language/tokens.ts';

/** Teencode written out, marks taken off: the one form in which "đg ngập r" and "duong ngap roi" meet. */
export function comparable(text: string): string {
  return plain(expandAbbreviations(text));
}

/** The words that say something, each once. */
export function tellingWords(comparableText: string): ReadonlySet<string> {
  return new Set(words(comparableText).filter((word) => !STOP.has(word) && !/^\d{1,2}$/u.test(word)));
}

/**
 * 0 (nothing in common) to 1 (the same words). Numbers weigh double: "106" is rarely said by chance. A word of one text
 * added to the other never lowers it.
 */
export function wordLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [weightA, weightB] = [weight(a), weight(b)];
  if (weightA === 0 || weightB === 0) return 0;
  return weight([...a].filter((word) => b.has(word))) / Math.sqrt(weightA * weightB);
}

/**
 * Words for their categories that both texts use, longest first. Only words from our own lists are ever shown, so that
 * no name or number of a person gets from one report into the reasons of another.
 */
export function sharedKeywords(textA: string, textB: string, categoryCodes: readonly string[]): string[] {
  const keywords = new Set(categoryCodes.flatMap((code) => category(code)?.keywords ?? []));
  return [...keywords]
    .filter((keyword) => containsPhrase(textA, plain(keyword)) && containsPhrase(textB, plain(keyword)))
    .sort((one, other) => other.length - one.length || one.localeCompare(other, 'vi'));
}

function weight(list: Iterable<string>): number {
  let sum = 0;
  for (const word of list) sum += /\d/u.test(word) ? 2 : 1;
  return sum;
}

/** Words of any report: courtesy, time, position, the machinery of government. Plain, so "cho" is also "chợ" and "chó". */
const STOP = new Set(
  `la va cua cho o tai thi ma nay kia do day co khong rat qua nhieu mot hai ba cac nhung duoc bi da dang se roi cung nhu
  voi tu den vao ra len xuong minh toi em anh chi chau bac chu ban oi a ah ak nhe nha xin nho mong de nghi yeu cau quan
  chuc nang kiem tra xu ly giai quyet giup ho som nguoi dan con moi may hom ngay tuan thang nam gio sang chieu toi dem
  lan luc khi dau cuoi giua truoc sau gan canh doan khu vuc pho duong ngo ngach so phuong xa huyen ha noi phan anh kinh
  gui thay nen neu hay nua luon the nao gi ai dau van chua het con rat hien tuong tinh trang viec vi tri cam on ad nha
  dia ban don vi lien quan the lam di lai biet bao gio lau nay doi dien ben canh ngay truoc cua cong phia tren duoi trong
  ngoai gay anh huong nguy hiem`
    .split(/\s+/u)
    .filter(Boolean),
);
