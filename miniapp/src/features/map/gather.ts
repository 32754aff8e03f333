import type { MapCluster, MapMark } from './map-contract.ts';

/** What a fingertip covers, in points of the screen. */
const FINGER = 48;
/** Points of the screen around the world at zoom 0 (Web Mercator). */
const WORLD = 256;
const NORTH_TO_EAST = Math.cos((21 * Math.PI) / 180);

/** Marks that would lie under one finger become one with their number; the order of the rest stays. */
export function gather(marks: readonly MapMark[], zoom: number): { marks: MapMark[]; clusters: MapCluster[] } {
  const east = (360 * FINGER) / (WORLD * 2 ** zoom);
  const cells = new Map<string, MapMark[]>();
  for (const mark of marks) {
    const cell = `${Math.floor(mark.longitude / east)},${Math.floor(mark.latitude / (east * NORTH_TO_EAST))}`;
    const together = cells.get(cell);
    if (together) together.push(mark);
    else cells.set(cell, [mark]);
  }
  const all = [...cells.values()];
  return {
    marks: all.flatMap((together) => (together.length === 1 ? together : [])),
    clusters: all.filter(({ length }) => length > 1).map(clusterOf),
  };
}

function clusterOf(together: readonly MapMark[]): MapCluster {
  const mean = (of: (mark: MapMark) => number) => together.reduce((sum, mark) => sum + of(mark), 0) / together.length;
  return {
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
    count: together.length,
    overdue: together.filter(({ look }) => look === 'overdue').length,
    ids: together.map(({ id }) => id),
  };
}
