/** What part of the city is looked at, in steps: so that a map moved a little asks for what the phone has already. */

export interface LatLng {
  latitude: number;
  longitude: number;
}

export interface View {
  west: number;
  south: number;
  east: number;
  north: number;
  /** Leaflet's, 9–18. */
  zoom: number;
}

/** Hoàn Kiếm: where a map opens that knows nothing better. */
export const CITY_CENTRE: LatLng = { latitude: 21.0285, longitude: 105.852 };
/** All of Hà Nội with a margin (the city lies in 105.28–106.03 E, 20.56–21.39 N). */
export const CITY_BOX = { west: 105.2, south: 20.5, east: 106.1, north: 21.45 };

export const NEAREST_ZOOM = 18;
export const FARTHEST_ZOOM = 9;
/** A few streets: close enough to say "here". */
export const PIN_ZOOM = 15;

/** From here outwards most of the city is on the screen. */
const WHOLE_CITY_ZOOM = 10;

/** Degrees of a step at a zoom; a phone's screen shows 0.12° at 12, half of it at 13. */
function stepAt(zoom: number): number {
  return zoom <= 12 ? 0.25 : zoom <= 14 ? 0.1 : 0.05;
}

/** `bbox` of the API for a view, grown to whole steps and cut to the city; null when the city is not in sight. */
export function boxOf({ west, south, east, north, zoom }: View): string | null {
  const isInSight = west < CITY_BOX.east && east > CITY_BOX.west && south < CITY_BOX.north && north > CITY_BOX.south;
  if (!isInSight) return null;
  const { west: w, south: s, east: e, north: n } = CITY_BOX;
  if (zoom <= WHOLE_CITY_ZOOM) return [w, s, e, n].join(',');
  const step = stepAt(zoom);
  const down = (value: number) => Math.floor(value / step + 1e-9) * step;
  const up = (value: number) => Math.ceil(value / step - 1e-9) * step;
  return [Math.max(down(west), w), Math.max(down(south), s), Math.min(up(east), e), Math.min(up(north), n)]
    .map((value) => String(Number(value.toFixed(4))))
    .join(',');
}

/** A point moved by so many metres, on the scale of a city. */
export function moved({ latitude, longitude }: LatLng, { north, east }: { north: number; east: number }): LatLng {
  const metresPerDegree = 111_320;
  return {
    latitude: latitude + north / metresPerDegree,
    longitude: longitude + east / (metresPerDegree * Math.cos((latitude * Math.PI) / 180)),
  };
}

/** How far one press of an arrow moves the pin: about ten points of the screen, whatever the zoom. */
export function arrowMetres(zoom: number): number {
  return Math.max(2, Math.round((156_543 / 2 ** zoom) * 10 * 0.93));
}
