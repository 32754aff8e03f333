/**
 * The text without diacritics and capitals, unit for unit as long as the original (NFC): a match in it says where its words
 * stand in what was typed. `plain` of the language folder is shorter, because it also tidies spaces.
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charAt(at));
  return folded;
}

function foldUnit(unit: string): string {
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  if (base === 'đ') return 'd';
  // A capital that is two units in lower case (İ) would shift everything after it.
  return base.length === 1 ? base : unit;
}
