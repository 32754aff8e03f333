/**
 * A position inside a text: coordinates typed or copied, or a map link that carries them. Short links would have to be
 * opened to know, which nobody does for an address a stranger sent.
 */
export function positionInText(text: string): { latitude: number; longitude: number } | null {
  const [, latitude, longitude] = COORDINATES.exec(text) ?? [];
  if (!latitude || !longitude) return null;
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

/** Only northern Viet Nam, four decimals or more: "20.5, 105.2" may be a price, a score or a size. */
const COORDINATES = /(?<![\d.])((?:19|2[0-3])\.\d{4,8})\s*(?:,|%2C|\s)\s*\+?(10[3-7]\.\d{4,8})(?!\d)/iu;
