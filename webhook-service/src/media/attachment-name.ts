/** Longer names help nobody and break layouts. */
const MOST_CHARACTERS = 120;

/**
 * A file's name as its sender's phone gave it, made fit to be shown and saved under: NFC, one line, no path, none of the invisible
 * marks that make `exe.pdf` read as `fdp.exe`. Null when nothing is left. It says nothing about what is inside.
 */
export function shownName(name: string): string | null {
  const tidy = name
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (tidy === '' || /^\.+$/u.test(tidy)) return null;
  const characters = [...tidy];
  if (characters.length <= MOST_CHARACTERS) return tidy;
  const ending = [...(/\.[\p{L}\p{N}]{1,8}$/u.exec(tidy)?.[0] ?? '')];
  return [...characters.slice(0, MOST_CHARACTERS - ending.length - 1), '…', ...ending].join('');
}
