/** What the public sees of a report's words and place: made from the row each time, kept nowhere but for the words. */
import { HIDDEN, maskPersonal } from './mask.ts';
import { type HomeFacts, isPrivateHome, maskDoors } from './private-home.ts';
import { streetsNamed } from './street-words.ts';

export interface PublicPoint {
  latitude: number;
  longitude: number;
  /** It is the middle of a square of about 100 m, and says so. */
  rounded: boolean;
}

interface Placed extends HomeFacts {
  latitude: number | null;
  longitude: number | null;
}

/** Squares of a thousandth of a degree: 111 m to the north, 104 m to the east in Hà Nội. */
export const SQUARES_PER_DEGREE = 1_000;

/** The words without what leads to a person, and without the number of a private home. */
export function publicTextOf(report: HomeFacts): string {
  const masked = maskPersonal(report.text);
  return isPrivateHome(report) ? maskDoors(masked) : masked;
}

/** The place on the map; of a private home the middle of its square, which is the same for all homes in it. */
export function publicPoint(report: Placed): PublicPoint | null {
  const { latitude, longitude } = report;
  if (latitude === null || longitude === null) return null;
  if (!isPrivateHome(report)) return { latitude, longitude, rounded: false };
  return { latitude: middleOfSquare(latitude), longitude: middleOfSquare(longitude), rounded: true };
}

/** The place in words, without the ward; of a private home only the streets it names. Null when nothing is left. */
export function publicPlaceWords(report: HomeFacts): string | null {
  if (!report.placeText) return null;
  const words = isPrivateHome(report) ? streetsNamed(report.placeText).join(', ') : maskPersonal(report.placeText);
  return words.replaceAll(HIDDEN, '').trim() === '' ? null : words;
}

export function middleOfSquare(degrees: number): number {
  return (Math.floor(degrees * SQUARES_PER_DEGREE) + 0.5) / SQUARES_PER_DEGREE;
}
