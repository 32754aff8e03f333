/** The joints of messages, in both languages. */

/** Sentences in a row; what is not there leaves no gap, and one that begins a line follows no space. */
export function sentences(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ').replaceAll(' \n', '\n');
}

/** A sentence of somebody else, so that ours can follow it. */
export function stopped(text: string): string {
  const sentence = text.trim();
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** As the second half of a sentence: "Chờ vật tư" after "vì". Names and abbreviations keep their capital ("UBND", "Sở Xây dựng"). */
export function lowerFirst(text: string): string {
  const trimmed = text.trim();
  const [first = '', second = ''] = trimmed.split(/\s+/u, 2);
  const isName = !/^\p{Lu}\p{Ll}*[,;:]?$/u.test(first) || /^\p{Lu}/u.test(second) || NAMES.test(trimmed);
  return isName ? trimmed : trimmed.charAt(0).toLocaleLowerCase('vi') + trimmed.slice(1);
}

/** Bodies and places by whose name a reason may begin; only their first word has a capital. */
const NAMES = /^(?:Sở|Ban|Công an|Công ty|Bộ|Văn phòng|Trung tâm|Hà Nội)(?!\p{L})/u;

export function listedVi(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

export function listedEn(items: readonly string[], last = 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
