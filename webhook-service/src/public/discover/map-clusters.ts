/** Published reports in a rectangle, gathered into cells a fingertip wide. Pure. */
import { categories } from '../../../../db/seed/categories.ts';
import { categoryCodesOf } from '../../reports/list/scope.ts';
import { SQUARES_PER_DEGREE } from '../../reports/publication/public-side.ts';
import type { Box } from '../../routing/geo.ts';
import { type MapPicture, NO_CATEGORY } from './map-picture.ts';
import { type StateGroup, stateGroups } from './schemas.ts';

export interface MapAsked {
  box: Box;
  zoom: number;
  /** Category (`GT-01`) or group (`GT`). */
  category?: string | undefined;
  state?: StateGroup | undefined;
  now: Date;
}

export interface Cluster {
  latitude: number;
  longitude: number;
  count: number;
  states: { open: number; answered: number; overdue: number };
}

export interface Gathered {
  clusters: Cluster[];
  /** Reports alone in their cell, or all when they are few; at most `MOST_SINGLE`. */
  singleIds: number[];
  total: number;
}

export const MOST_SINGLE = 200;
/** Tiles of 256 px (Web Mercator); a cell of 64 px is what a fingertip covers. */
const CELLS_PER_TILE = 4;
/** A degree of latitude looks longer than one of longitude, by this at 21° north. */
const NORTH_TO_EAST = Math.cos((21 * Math.PI) / 180);

interface Cell {
  count: number;
  open: number;
  overdue: number;
  east: number;
  north: number;
  lastId: number;
}

/**
 * Counts per cell. Whole squares of 100 m are in or out of the rectangle, so that no sequence of small rectangles finds a
 * private home.
 */
export function gatherOnMap(picture: MapPicture, asked: MapAsked): Gathered {
  const { cells, firstIds, total } = countCells(picture, asked);
  if (total <= MOST_SINGLE) return { clusters: [], singleIds: firstIds, total };
  const single = cells.filter(({ count }) => count === 1).slice(0, MOST_SINGLE);
  const alone = new Set(single);
  const clusters = cells.filter((cell) => !alone.has(cell)).map(clusterOf);
  return {
    clusters: clusters.sort((one, other) => other.count - one.count),
    singleIds: single.map(({ lastId }) => lastId),
    total,
  };
}

const OPEN = stateGroups.indexOf('open');
/** More cells than there are from pole to pole. */
const ROW = 1_000_000;

/** One plain loop: it runs over everything that is public, at every move of every map. */
function countCells(picture: MapPicture, { box, zoom, category, state, now }: MapAsked) {
  const { size, ids, east, north, group, dueAt } = picture;
  const [west, south, eastEnd, northEnd] = wholeSquares(box);
  const cellEast = squaresPerCell(zoom);
  const cellNorth = cellEast * NORTH_TO_EAST;
  const isWanted = wantedCategories(category);
  const inGroup = state === undefined ? -1 : stateGroups.indexOf(state);
  const lateBefore = startOfMinute(now);
  const cells = new Map<number, Cell>();
  const firstIds: number[] = [];
  let total = 0;
  for (let index = 0; index < size; index += 1) {
    const x = east[index] ?? 0;
    const y = north[index] ?? 0;
    if (x < west || x >= eastEnd || y < south || y >= northEnd) continue;
    if (inGroup !== -1 && group[index] !== inGroup) continue;
    if (isWanted[picture.category[index] ?? NO_CATEGORY] !== 1) continue;
    const key = Math.floor(x / cellEast) * ROW + Math.floor(y / cellNorth);
    const cell = cells.get(key) ?? { count: 0, open: 0, overdue: 0, east: 0, north: 0, lastId: 0 };
    if (cell.count === 0) cells.set(key, cell);
    const due = dueAt[index] ?? 0;
    cell.count += 1;
    cell.open += group[index] === OPEN ? 1 : 0;
    cell.overdue += due > 0 && due < lateBefore ? 1 : 0;
    cell.east += x;
    cell.north += y;
    cell.lastId = ids[index] ?? 0;
    total += 1;
    if (total <= MOST_SINGLE) firstIds.push(cell.lastId);
  }
  return { cells: [...cells.values()], firstIds, total };
}

/** 1 for each wanted index of `categories`. A report without a category is on the map while none is asked for. */
function wantedCategories(asked: string | undefined): Uint8Array {
  const wanted = new Uint8Array(NO_CATEGORY + 1).fill(asked === undefined ? 1 : 0);
  if (asked === undefined) return wanted;
  const codes = new Set(categoryCodesOf([asked]));
  categories.forEach(({ code }, index) => {
    wanted[index] = codes.has(code) ? 1 : 0;
  });
  return wanted;
}

/** The whole due minute is on time (`overdueFrom`). */
function startOfMinute(now: Date): number {
  return Math.floor(now.getTime() / 60_000) * 60_000;
}

function clusterOf({ count, open, overdue, east, north }: Cell): Cluster {
  return {
    latitude: degrees(north / count),
    longitude: degrees(east / count),
    count,
    states: { open, answered: count - open, overdue },
  };
}

/** The middle of squares, in degrees. */
function degrees(squares: number): number {
  return Math.round(((squares + 0.5) / SQUARES_PER_DEGREE) * 1e5) / 1e5;
}

/** The rectangle in squares, grown to whole ones. */
function wholeSquares([west, south, east, north]: Box): Box {
  const down = (value: number) => Math.floor(value * SQUARES_PER_DEGREE);
  const up = (value: number) => Math.ceil(value * SQUARES_PER_DEGREE);
  return [down(west), down(south), up(east), up(north)];
}

/** How many squares a cell is wide; never less than one. */
function squaresPerCell(zoom: number): number {
  return Math.max(1 / NORTH_TO_EAST, (360 / 2 ** zoom / CELLS_PER_TILE) * SQUARES_PER_DEGREE);
}
