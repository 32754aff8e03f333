import { plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { streetNames } from '../../routing/streets.ts';

const LONGEST = 4;
/** A name of one word could be any word ("Láng", "Huế", "Vọng"): only behind one of these it is a street. */
const INTRODUCES: ReadonlySet<string> = new Set(['pho', 'duong', 'ngo', 'ngach', 'cau', 'tu']);

/** Streets of our list that a text names, with their marks, in the order in which they stand. */
export function streetsNamed(text: string): string[] {
  const tokens = words(plain(text));
  const found: string[] = [];
  for (let index = 0; index < tokens.length; ) {
    const size = lengthAt(tokens, index);
    const name = streetNames.get(tokens.slice(index, index + size).join(' '));
    if (name && !found.includes(name)) found.push(name);
    index += Math.max(1, size);
  }
  return found;
}

function lengthAt(tokens: readonly string[], index: number): number {
  for (let size = LONGEST; size > 1; size -= 1) {
    const slice = tokens.slice(index, index + size);
    if (slice.length === size && streetNames.has(slice.join(' '))) return size;
  }
  const introduced = INTRODUCES.has(tokens[index - 1] ?? '') || /^\d/.test(tokens[index - 1] ?? '');
  return introduced && streetNames.has(tokens[index] ?? '') ? 1 : 0;
}
