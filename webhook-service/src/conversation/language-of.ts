import { hasNoDiacritics, plain } from '../language/normalise.ts';
import { words } from '../language/tokens.ts';

const ENGLISH = new Set(
  (
    'the is are was there here this that and of in on at to from for with not broken street road near please help hello my your ' +
    'very big hole light lights rubbish garbage trash water flood flooded noise house building status since yesterday'
  ).split(' '),
);

/**
 * 'en' when the words are plainly English (visitors are citizens of this service too, domain §1.1 G13), 'vi' when they are
 * Vietnamese, null when too little was said to tell. Undiacritic Vietnamese shares almost no words with the list.
 */
export function languageOf(text: string): 'vi' | 'en' | null {
  if (!hasNoDiacritics(text)) return 'vi';
  const spoken = words(plain(text));
  const english = spoken.filter((word) => ENGLISH.has(word)).length;
  if (english >= 2 && english / spoken.length >= 0.25) return 'en';
  return spoken.length >= 4 ? 'vi' : null;
}
