import { hasNoDiacritics, plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { findPlace } from '../../routing/place-names.ts';

/** English words that no undiacritic Vietnamese is spelled like: "the" (thế), "to" (to), "on" (ồn), "my" (Mỹ) are missing on purpose. */
const ENGLISH = new Set(
  (
    'is are was were there here this these and of from for has have had been being with not near nearby next front behind between outside inside ' +
    'street road sidewalk pavement house building hotel hostel school market shop corner crossing bridge lake park city people someone they ' +
    'very big large huge hole pothole broken damaged dirty dangerous smelly smell fallen leaking leak burning blocked loud noisy light lights lamp ' +
    'streetlight garbage rubbish trash litter waste water flood flooded flooding noise tree fire accident traffic wire cable drain sewer manhole ' +
    'cover dust smoke since yesterday today week weeks days night every morning still nobody need want report would could should cannot blocking ' +
    'overflowing parking motorbike driver taxi scam tourist visitors airport charged friend staying looks terrible when where what which your our their about please ' +
    'done fixed solved resolved finished completed satisfied unsatisfied dissatisfied acceptable accepted confirmed withdraw review follow yet ' +
    'how will much many why who does did any update progress answer reply'
  ).split(' '),
);
/** Said by both, or spelled like Vietnamese: they make a sentence English only together with others. */
const SHARED = new Set(
  'the a to on my that in at it i me we you he she hello hi help ok thanks thank status good morning no yes do can by or so'.split(
    ' ',
  ),
);

/**
 * 'en' when the words are plainly English (visitors are citizens of this service too, domain-hanoi §1.1 G13), 'vi' when
 * they are Vietnamese, null when too little was said to tell. Names of places tell nothing: a visitor copies "12 Phố Huế"
 * from the map, and a Vietnamese writes "Royal City".
 */
export function languageOf(text: string): 'vi' | 'en' | null {
  const all = words(plain(text));
  // The common case, without looking for places: a sentence with not one English word in it.
  if (all.length >= 7 && !all.some((word) => ENGLISH.has(word))) return 'vi';
  const rest = findPlace(text).residual.replace(/https?:\/\/\S+/giu, ' ');
  const spoken = words(plain(rest));
  const english = spoken.filter((word) => ENGLISH.has(word)).length;
  if (!hasNoDiacritics(rest)) {
    // A name with marks in an English sentence ("near chợ Đồng Xuân") is no Vietnamese yet.
    return english >= 4 && english / spoken.length >= 0.4 ? 'en' : 'vi';
  }
  const either = spoken.filter((word) => ENGLISH.has(word) || SHARED.has(word)).length;
  if (english >= 2 && (english / spoken.length >= 0.25 || either / spoken.length >= 0.4)) return 'en';
  if (english >= 1 && spoken.length >= 3 && either === spoken.length) return 'en';
  return spoken.length >= 3 && english === 0 ? 'vi' : null;
}
