/**
 * Simpler outlines for drawing. A border two wards share is simplified once for both, so that no gap and no overlap opens
 * between them: rings are cut where three meet, and each piece is simplified by itself (Douglas–Peucker). Pure.
 */
import type { Position } from '../geo.ts';
import type { WardBoundary } from '../ward-boundaries.ts';

const METRES_PER_DEGREE = 111_195;
/** At 21° north. */
const EAST = METRES_PER_DEGREE * Math.cos((21 * Math.PI) / 180);

/** The same outlines with no point further than `tolerance` metres from where the line was; rings too small to be seen are left out. */
export function simplifyOutlines(boundaries: readonly WardBoundary[], tolerance: number): WardBoundary[] {
  const junctions = junctionsOf(boundaries);
  return boundaries.flatMap((boundary) => {
    const polygons = boundary.polygons.flatMap((rings) => {
      const [outer, ...holes] = rings.map((ring) => simplifyRing(ring, { junctions, tolerance }));
      return outer ? [[outer, ...holes.filter((hole) => hole !== null)]] : [];
    });
    return polygons.length > 0 ? [{ ...boundary, polygons }] : [];
  });
}

/** Where a point's neighbours differ from ring to ring: where a shared border begins or ends. */
function junctionsOf(boundaries: readonly WardBoundary[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of boundaries.flatMap(({ polygons }) => polygons.flat())) {
    const open = ring.slice(0, -1).map(keyOf);
    open.forEach((key, index) => {
      const known = neighbours.get(key) ?? new Set();
      known.add(open[(index + 1) % open.length] ?? '').add(open[(index + open.length - 1) % open.length] ?? '');
      neighbours.set(key, known);
    });
  }
  return new Set([...neighbours].filter(([, around]) => around.size > 2).map(([key]) => key));
}

/** Null for a ring that shrinks to less than a triangle. */
function simplifyRing(
  ring: readonly Position[],
  { junctions, tolerance }: { junctions: ReadonlySet<string>; tolerance: number },
): Position[] | null {
  const open = ring.slice(0, -1);
  const cuts = open.flatMap((position, index) => (junctions.has(keyOf(position)) ? [index] : []));
  const anchors = cuts.length >= 2 ? cuts : farApart(open, cuts[0]);
  const kept: Position[] = [];
  anchors.forEach((from, index) => {
    const to = anchors[(index + 1) % anchors.length] ?? from;
    kept.push(...simplifyPiece(piece(open, from, to), tolerance).slice(0, -1));
  });
  const [first] = kept;
  return first && kept.length >= 3 ? [...kept, first] : null;
}

/** A ring that touches at most one other anywhere: cut at the same two points, whichever ring of a pair it is. */
function farApart(open: readonly Position[], fixed?: number): number[] {
  const start = fixed ?? indexOfLeast(open, ([longitude, latitude]) => longitude * 1_000 + latitude);
  const origin = open[start] ?? [0, 0];
  const other = indexOfLeast(open, (position) => -distance(origin, position));
  return [start, other].sort((one, two) => one - two);
}

function piece(open: readonly Position[], from: number, to: number): Position[] {
  return from < to ? open.slice(from, to + 1) : [...open.slice(from), ...open.slice(0, to + 1)];
}

/** Both wards walk a shared piece in opposite directions: it is simplified in one of them. */
function simplifyPiece(line: Position[], tolerance: number): Position[] {
  const [first, last] = [line[0], line.at(-1)];
  const backwards = first && last && (first[0] > last[0] || (first[0] === last[0] && first[1] > last[1]));
  const kept = douglasPeucker(backwards ? line.toReversed() : line, tolerance);
  return backwards ? kept.toReversed() : kept;
}

/** Without recursion: a border may have thousands of points. */
function douglasPeucker(line: readonly Position[], tolerance: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    const [start, end] = [line[from], line[to]];
    if (!start || !end || to - from < 2) continue;
    let [farthest, most] = [from, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const away = toSegment(line[index] ?? start, start, end);
      if (away > most) [farthest, most] = [index, away];
    }
    if (farthest === from) continue;
    keep.add(farthest);
    stack.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => keep.has(index));
}

/** Metres from a position to the segment between two others. */
function toSegment(position: Position, start: Position, end: Position): number {
  const [x, y] = [(end[0] - start[0]) * EAST, (end[1] - start[1]) * METRES_PER_DEGREE];
  const [px, py] = [(position[0] - start[0]) * EAST, (position[1] - start[1]) * METRES_PER_DEGREE];
  const length2 = x * x + y * y;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / length2));
  return Math.hypot(px - along * x, py - along * y);
}

function distance(one: Position, other: Position): number {
  return Math.hypot((one[0] - other[0]) * EAST, (one[1] - other[1]) * METRES_PER_DEGREE);
}

function indexOfLeast(open: readonly Position[], weigh: (position: Position) => number): number {
  let [found, least] = [0, Number.POSITIVE_INFINITY];
  open.forEach((position, index) => {
    const weight = weigh(position);
    if (weight < least) [found, least] = [index, weight];
  });
  return found;
}

function keyOf([longitude, latitude]: Position): string {
  return `${longitude},${latitude}`;
}
