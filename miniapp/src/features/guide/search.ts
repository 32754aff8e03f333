import { plain } from '../../i18n/plain.ts';

/** Whether what is written has every word that was typed, without diacritics and wherever they stand. Nothing typed: all of it. */
export function matcher(typed: string): (...written: readonly string[]) => boolean {
  const wanted = plain(typed).split(' ').filter(Boolean);
  return (...written) => {
    const words = ` ${plain(written.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return wanted.every((word) => words.includes(` ${word}`));
  };
}
