import type { MapCluster, MapMark } from './map-contract.ts';

/** What a fingertip covers, in points of the screen. */
const FINGER = 48;
/** Points of the screen around the world at zoom 0 (Web Mercator). */
const WORLD = 256;
/** A degree of latitude looks longer than one of longitude, by this at 21° north. */
const NORTH_TO_EAST = Math.cos((21 * Math.PI) / 180);

/** What would lie under one finger becomes one mark with its number; whatever is left is a finger apart from everything else. */
export function gather(
  marks: readonly MapMark[],
  clusters: readonly MapCluster[],
  zoom: number,
): { marks: MapMark[]; clusters: MapCluster[] } {
  const apart = (360 * FINGER) / (WORLD * 2 ** zoom);
  const groups: Group[] = [
    ...clusters.map((cluster) => ({ cluster, mark: null })),
    ...marks.map((mark) => ({ cluster: clusterOf(mark), mark })),
  ];
  // A group moves as it grows, and may come close to one that was apart from it.
  for (let isMoved = true; isMoved; ) {
    isMoved = false;
    for (let one = 0; one < groups.length; one += 1) {
      for (let other = groups.length - 1; other > one; other -= 1) {
        const [a, b] = [groups[one], groups[other]];
        if (!a || !b || distance(a.cluster, b.cluster) >= apart) continue;
        groups[one] = { cluster: together(a.cluster, b.cluster), mark: null };
        groups.splice(other, 1);
        isMoved = true;
      }
    }
  }
  return {
    marks: groups.flatMap(({ mark }) => mark ?? []),
    clusters: groups.flatMap(({ cluster, mark }) => (mark ? [] : cluster)),
  };
}

interface Group {
  cluster: MapCluster;
  /** When it is alone. */
  mark: MapMark | null;
}

function clusterOf({ id, latitude, longitude, look }: MapMark): MapCluster {
  return { latitude, longitude, count: 1, overdue: look === 'overdue' ? 1 : 0, ids: [id] };
}

function together(one: MapCluster, other: MapCluster): MapCluster {
  const count = one.count + other.count;
  const mean = (a: number, b: number) => (a * one.count + b * other.count) / count;
  return {
    latitude: mean(one.latitude, other.latitude),
    longitude: mean(one.longitude, other.longitude),
    count,
    overdue: one.overdue + other.overdue,
    // Known only where all of them are.
    ids: one.ids.length + other.ids.length === count ? [...one.ids, ...other.ids] : [],
  };
}

/** In degrees of longitude. */
function distance(one: MapCluster, other: MapCluster): number {
  return Math.hypot(one.longitude - other.longitude, (one.latitude - other.latitude) / NORTH_TO_EAST);
}
