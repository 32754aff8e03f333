/**
 * Is the place of a report somebody's home? The consent promises that it is rounded ("vị trí tại nhà riêng được làm tròn",
 * `rights/consent-texts.ts`). Told by the category, or by the words. Rounding a place too many harms nobody.
 */
import { HIDDEN } from './mask-numbers.ts';

export interface HomeFacts {
  text: string;
  placeText: string | null;
  categoryCode: string | null;
}

/** What is mostly reported from home, about it or about the house next door. */
const AT_HOME: ReadonlySet<string> = new Set([
  'CS-02', // power cut, low voltage
  'CS-05', // electricity bills
  'NS-01', // water outage
  'NS-02', // dirty tap water
  'NS-04', // water bills
  'DT-04', // the neighbour's awning, steps, wall
  'DT-05', // apartment blocks
  'MT-06', // the neighbour's karaoke
  'XD-01', // a house that is built without a permit
  'XD-02', // works that crack the house next door
  'XD-04', // dangerous old houses
  'AN-08', // the neighbour's dog
  'VT-01', // weak signal at home
  'PC-02', // caged balconies
]);

const SAID = new RegExp(
  [
    'nhà (?:riêng|tôi|em|mình|e|chúng tôi|chúng em|chúng mình|cháu|bác|ông|bà|anh|chị|cô|chú|hàng xóm|bên cạnh|dân|số)',
    '(?:trước|sau|cạnh|gần|đối diện|ngay) (?:cửa |cổng |sân )?nhà',
    '(?:gia đình|cửa nhà|cổng nhà|ngõ nhà|căn hộ|phòng trọ|khu trọ|nhà trọ|hàng xóm|số nhà)',
    'nha (?:toi|em|minh|e|chau|hang xom|so)',
    '(?:can ho|hang xom|so nha)',
    '(?:my|our) (?:home|house|flat|apartment|neighbou?rs?)',
  ].join('|'),
  'u',
);
const WORD_EDGES = (pattern: RegExp) => new RegExp(`(?<!\\p{L})(?:${pattern.source})(?!\\p{L})`, 'iu');
const SAYS_HOME = WORD_EDGES(SAID);

export function isPrivateHome({ text, placeText, categoryCode }: HomeFacts): boolean {
  return AT_HOME.has(categoryCode ?? '') || SAYS_HOME.test(`${text} ${placeText ?? ''}`.normalize('NFC'));
}

/** "số 7", "nhà số 7/12", "số nhà 7A", "căn hộ A1203", "phòng 1203", "tầng 12": the door itself. The alley stays. */
const DOOR =
  /(?<!\p{L})((?:nhà số|số nhà|số|sn|nhà|so nha|nha so|so|nha|căn hộ|căn|can ho|phòng|phong|tầng|tang|apartment|flat|room|no\.)[ \t]*[:.]?[ \t]*)(?:[A-Za-z]{0,3}[-.]?\d{1,4}[A-Za-z]?(?:[/.-]\d{1,4}[A-Za-z]?)*)(?![\p{L}\d])/giu;
/** "12 ngõ 80", "7 phố Láng Hạ", and what begins with a bare number: the same without the word. */
const BARE_DOOR =
  /(?<![\p{L}\d/.,:-])\d{1,4}[A-Za-z]?(?:\/\d{1,4}[A-Za-z]?)*(?=[ \t]*,?[ \t]*(?:ngõ|ngách|hẻm|phố|đường|ngo|ngach|hem|pho|duong)(?!\p{L}))/giu;

/** Hides the number of a home; for texts and places of private homes only: elsewhere it shows where the pothole is. */
export function maskDoors(text: string): string {
  return text.replace(DOOR, `$1${HIDDEN}`).replace(BARE_DOOR, HIDDEN);
}
