export interface Pin {
  latitude: number;
  longitude: number;
}

/** "21.01573, 105.81276" as people copy it from a map; null when it is not a place on earth. */
export function parsePin(text: string): Pin | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!match) return null;
  const latitude = Number(match[1]);
  const longitude = Number(match[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
