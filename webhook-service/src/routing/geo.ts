/** Distances on a city's scale: the plane that touches the globe at the point is exact to centimetres here. */

export interface Point {
  latitude: number;
  longitude: number;
}

/** [longitude, latitude], the order of GeoJSON. */
export type Position = [longitude: number, latitude: number];
export type Box = readonly [west: number, south: number, east: number, north: number];

const METRES_PER_DEGREE = 111_195;

/** Vector in metres from `from` to `to`. */
export function metresBetween(from: Point, [longitude, latitude]: Position): [east: number, north: number] {
  const shrink = Math.cos((from.latitude * Math.PI) / 180);
  return [(longitude - from.longitude) * METRES_PER_DEGREE * shrink, (latitude - from.latitude) * METRES_PER_DEGREE];
}

/** Metres from the point to the nearest place on a line of positions. */
export function metresToLine(point: Point, line: readonly Position[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  let [aEast, aNorth] = line[0] ? metresBetween(point, line[0]) : [nearest, nearest];
  for (const position of line) {
    const [bEast, bNorth] = metresBetween(point, position);
    nearest = Math.min(nearest, metresToSegment(aEast, aNorth, bEast, bNorth));
    aEast = bEast;
    aNorth = bNorth;
  }
  return nearest;
}

/** True when the point lies in the box grown by `metres` on every side. */
export function inBox(point: Point, [west, south, east, north]: Box, metres = 0): boolean {
  const margin = metres / METRES_PER_DEGREE;
  const marginEast = margin / Math.cos((point.latitude * Math.PI) / 180);
  return (
    point.latitude >= south - margin &&
    point.latitude <= north + margin &&
    point.longitude >= west - marginEast &&
    point.longitude <= east + marginEast
  );
}

/** The smallest box around a ring. */
export function boxAround(ring: readonly Position[]): Box {
  const longitudes = ring.map(([longitude]) => longitude);
  const latitudes = ring.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** Distance from the origin to the segment a–b. */
function metresToSegment(aEast: number, aNorth: number, bEast: number, bNorth: number): number {
  const east = bEast - aEast;
  const north = bNorth - aNorth;
  const length2 = east * east + north * north;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(aEast * east + aNorth * north) / length2));
  return Math.hypot(aEast + along * east, aNorth + along * north);
}
