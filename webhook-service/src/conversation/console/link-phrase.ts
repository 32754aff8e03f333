import { plain } from '../../language/normalise.ts';

/**
 * "Liên kết 482913" and nothing else; null for other words, such as "liên kết cầu bị hỏng". `code` is null when what follows
 * is no six digits: still a try, so it becomes neither a report nor a note.
 */
export function readLinkPhrase(words: string): { code: string | null } | null {
  const found = /^["'“*]*lien ket(?: (?:tai khoan|zalo|ma|ma so|so))*[\s:.#-]*([\d\s.-]{0,16})["'”*.!]*$/u.exec(
    plain(words),
  );
  if (!found) return null;
  const digits = (found[1] ?? '').replace(/\D/g, '');
  return { code: digits.length === 6 ? digits : null };
}
