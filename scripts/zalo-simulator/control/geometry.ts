import { readFile } from 'node:fs/promises';
import { asArray, asObject, type JsonObject } from '../values.ts';

type Position = [number, number];

/** About 40 m: enough to recognise a ward on the page's small map. */
const TOLERANCE_DEGREES = 0.0004;

const cache = new Map<string, string>();

/** Outlines of the wards for drawing, a fraction of the file's size; undefined when no file was given or it cannot be read. */
export async function wardOutlines(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const known = cache.get(file);
  if (known !== undefined) return known;
  try {
    const collection = asObject(JSON.parse(await readFile(file, 'utf8')));
    const features = asArray(collection.features).map((feature) => simplifyFeature(asObject(feature)));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    cache.set(file, text);
    return text;
  } catch {
    return undefined;
  }
}

function simplifyFeature({ properties, geometry }: JsonObject): JsonObject {
  const { type, coordinates } = asObject(geometry);
  return { type: 'Feature', properties, geometry: { type, coordinates: simplifyNested(coordinates) } };
}

/** Walks Polygon and MultiPolygon alike: an array whose first element is a position is a ring. */
function simplifyNested(value: unknown): unknown {
  const items = asArray(value);
  return isRing(items) ? simplifyRing(items) : items.map(simplifyNested);
}

function isRing(items: unknown[]): items is Position[] {
  return Array.isArray(items[0]) && typeof items[0][0] === 'number';
}

function simplifyRing(ring: Position[]): Position[] {
  const middle = Math.floor(ring.length / 2);
  // A ring starts where it ends: two halves, otherwise there is no base line to measure from.
  const kept = [...douglasPeucker(ring.slice(0, middle + 1)), ...douglasPeucker(ring.slice(middle)).slice(1)];
  const rounded = (kept.length >= 4 ? kept : ring).map(([x, y]): Position => [round(x), round(y)]);
  return rounded;
}

function douglasPeucker(line: Position[]): Position[] {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return line;
  let farthest = 0;
  let distance = 0;
  for (let index = 1; index < line.length - 1; index += 1) {
    const away = distanceToLine(line[index] ?? first, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (distance <= TOLERANCE_DEGREES) return [first, last];
  return [...douglasPeucker(line.slice(0, farthest + 1)), ...douglasPeucker(line.slice(farthest)).slice(1)];
}

function distanceToLine([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length;
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
