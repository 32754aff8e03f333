/**
 * Invented streets, drawn in three layers (houses, road, things near the camera) with the grain of plaster and asphalt, so that a
 * camera can be moved in front of them. Each has a trouble that can be repaired: the same place before and after.
 */
import sharp from 'sharp';
import { between, noiseTile, pick, type Random, randomFrom, times } from './random.ts';

export const WORLD_WIDTH = 1200;
export const WORLD_HEIGHT = 900;
export type Trouble = 'pothole' | 'garbage' | 'fallenTree' | 'rubble' | 'poster' | 'puddle';
export const troubles = ['pothole', 'garbage', 'fallenTree', 'rubble', 'poster', 'puddle'] as const;

/** Pixels, four bytes each (RGBA). */
export type Layer = Uint8ClampedArray;

export interface Place {
  trouble: Trouble;
  houses: Layer;
  /** The road with its trouble, and repaired. */
  before: Layer;
  after: Layer;
  near: Layer;
}

/** The place of this number, always the same. `size` of the trouble: its width as a part of the picture's. */
export async function drawPlace(seed: number, size?: number): Promise<Place> {
  const random = randomFrom(seed * 7919 + 17);
  const trouble = troubles[seed % troubles.length] ?? 'pothole';
  const horizon = between(random, 330, 470);
  const wide = (size ?? between(random, 0.14, 0.42)) * WORLD_WIDTH;
  const [x, y] = [between(random, 0.3, 0.7) * WORLD_WIDTH, between(random, 0.62, 0.8) * WORLD_HEIGHT];
  const road = roadOf(random, horizon);
  const seedOfTrouble = Math.floor(random() * 1e6);
  const drawn = (repaired: boolean) => {
    const own = randomFrom(seedOfTrouble);
    return (repaired ? REPAIRED : TROUBLES)[trouble](own, { x, y, wide, horizon });
  };
  const tile = noiseTile(random);
  const [houses, before, after, near] = await Promise.all([
    raster(housesOf(random, horizon)),
    raster(road + drawn(false)),
    raster(road + drawn(true)),
    raster(nearThings(random, horizon)),
  ]);
  grainOnWalls(houses, tile);
  grainOnRoad(before, tile, horizon);
  grainOnRoad(after, tile, horizon);
  return { trouble, houses, before, after, near };
}

async function raster(body: string): Promise<Layer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WORLD_WIDTH}" height="${WORLD_HEIGHT}">${body}</svg>`;
  return new Uint8ClampedArray(await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer());
}

const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${fill}"/>`;
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}"/>`;

function blob(
  random: Random,
  { x, y, r, flat, fill }: { x: number; y: number; r: number; flat: number; fill: string },
) {
  const points = Array.from({ length: 16 }, (_, i) => {
    const angle = (i / 16) * Math.PI * 2;
    const reach = r * between(random, 0.72, 1.12);
    return `${(x + Math.cos(angle) * reach).toFixed(1)},${(y + Math.sin(angle) * reach * flat).toFixed(1)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`;
}

function housesOf(random: Random, horizon: number): string {
  const walls = ['#d9c9a3', '#c7b299', '#e3ddcf', '#b9c4bd', '#cf9f7c', '#a9b7c6', '#dcb8a6'] as const;
  const sky = pick(random, ['#bcd3e2', '#d8dde0', '#9fc4e0', '#c9c3b4'] as const);
  let out = rect(-200, -200, WORLD_WIDTH + 400, WORLD_HEIGHT + 400, sky);
  out += times(7, () =>
    ellipse(between(random, 0, 1200), between(random, 0, 150), between(random, 60, 220), 26, '#ffffff55'),
  );
  for (let x = -60; x < WORLD_WIDTH + 60; ) {
    const [width, height] = [between(random, 70, 200), between(random, 170, horizon + 40)];
    const top = horizon - height;
    const wall = pick(random, walls);
    out += rect(x, top, width, height + 30, wall);
    const step = between(random, 48, 76);
    for (let y = top + 18; y < horizon - 100; y += step) {
      const columns = 1 + Math.floor(random() * 3);
      for (let c = 0; c < columns; c++) {
        const w = (width - 20) / columns - 8;
        out += rect(
          x + 12 + c * (w + 8),
          y,
          w,
          step * 0.6,
          pick(random, ['#5b6b78', '#42505c', '#7c8a92', '#8d7f64'] as const),
        );
      }
      if (random() < 0.5) out += rect(x + 6, y + step * 0.62, width - 12, 7, '#77777799');
    }
    out += rect(
      x + 5,
      horizon - 84,
      width - 10,
      84,
      pick(random, ['#7a3b34', '#3f5d4b', '#556b84', '#84703f', '#8f8f8f'] as const),
    );
    if (random() < 0.8)
      out += rect(
        x + 8,
        horizon - 104,
        width - 16,
        24,
        pick(random, ['#c8102e', '#1f5fa8', '#e0b034', '#2e7d4f'] as const),
      );
    out += times(9, () =>
      rect(x + between(random, 8, width - 24), horizon - 98 + random() * 12, between(random, 4, 14), 6, '#ffffffcc'),
    );
    x += width + 3;
  }
  const leaves = ['#3f6b2c', '#55833a', '#2f5423', '#6d8f47'] as const;
  for (let tree = 0; tree < 2; tree++) {
    const x = between(random, 80, 1120);
    out += rect(x, horizon - 190, 20, 200, '#5b4330');
    out += times(70, () =>
      ellipse(
        x + between(random, -110, 120),
        horizon - 200 + between(random, -90, 60),
        between(random, 10, 30),
        between(random, 8, 20),
        pick(random, leaves),
      ),
    );
  }
  return out;
}

function roadOf(random: Random, horizon: number): string {
  const asphalt = pick(random, ['#5d5f62', '#6a6864', '#54585d', '#77726a'] as const);
  const kerb = between(random, 26, 60);
  const vanish = between(random, 420, 780);
  const slabs = times(34, (i) =>
    rect(i * 38 - 40, horizon, 36, kerb, pick(random, ['#a39d92', '#98928a', '#aaa59b'] as const)),
  );
  const marks = times(7, (i) => rect(vanish - 5 - i * 4, horizon + kerb + 12 + i * 62, 10 + i * 7, 32, '#d6d2bdcc'));
  const stains = times(26, () => {
    const y = between(random, horizon + kerb, WORLD_HEIGHT);
    return ellipse(
      between(random, 0, WORLD_WIDTH),
      y,
      between(random, 8, 60) * (y / 700),
      between(random, 3, 14),
      pick(random, ['#00000022', '#ffffff18', '#3a2f2030'] as const),
    );
  });
  const cracks = times(9, () => {
    const [x, y] = [between(random, 0, WORLD_WIDTH), between(random, horizon + 80, WORLD_HEIGHT)];
    return `<path d="M${x} ${y} l${between(random, -120, 120)} ${between(random, 5, 60)} l${between(random, -90, 90)} ${between(random, 5, 50)}" stroke="#2b2b2b88" stroke-width="3" fill="none"/>`;
  });
  return rect(-200, horizon, WORLD_WIDTH + 400, WORLD_HEIGHT, asphalt) + slabs + marks + stains + cracks;
}

function nearThings(random: Random, horizon: number): string {
  const x = random() < 0.5 ? between(random, 30, 220) : between(random, 980, 1160);
  const pole =
    rect(x, 0, 26, horizon + 230, '#8f8c86') + times(5, (i) => rect(x - 3, 60 + i * 90, 32, 10, '#55555588'));
  const bikes = times(2, () => {
    const [bx, by] = [between(random, 60, 1080), horizon + between(random, 30, 90)];
    const paint = pick(random, ['#8f2b2b', '#2d4f7c', '#dcdcdc', '#30343a'] as const);
    return `${ellipse(bx, by + 40, 20, 20, '#1c1c1c')}${ellipse(bx + 84, by + 40, 20, 20, '#1c1c1c')}<path d="M${bx} ${by + 34} q30 -50 90 -6 l-6 14 z" fill="${paint}"/>`;
  });
  return pole + bikes;
}

interface Spot {
  x: number;
  y: number;
  wide: number;
  horizon: number;
}

const TROUBLES: Record<Trouble, (random: Random, spot: Spot) => string> = {
  pothole: (random, { x, y, wide }) =>
    blob(random, { x, y, r: wide / 2, flat: 0.42, fill: '#7d7568' }) +
    blob(random, { x, y: y + 4, r: wide * 0.42, flat: 0.4, fill: '#2e2b27' }) +
    blob(random, { x, y: y + 8, r: wide * 0.24, flat: 0.4, fill: '#6f7f86' }),
  garbage: (random, { x, y, wide }) =>
    times(46, (i) => {
      const level = i / 46;
      const px = x + between(random, -0.5, 0.5) * wide * (1 - level * 0.7);
      const fill = pick(random, ['#23262b', '#2f4a7a', '#d8d4c8', '#8c2f2f', '#3f7a4d', '#caa23a'] as const);
      return blob(random, { x: px, y: y - level * wide * 0.4, r: wide * between(random, 0.04, 0.12), flat: 0.8, fill });
    }),
  fallenTree: (random, { x, y, wide }) =>
    `<path d="M${x - wide / 2} ${y + 30} L${x + wide / 3} ${y - 40} L${x + wide / 3} ${y - 14} L${x - wide / 2} ${y + 70} Z" fill="#5b4330"/>` +
    times(60, () =>
      ellipse(
        x + wide * between(random, 0, 0.5),
        y - 30 + wide * between(random, -0.2, 0.16),
        wide * between(random, 0.02, 0.06),
        wide * 0.02,
        pick(random, ['#3f6b2c', '#55833a', '#2f5423', '#c4472f'] as const),
      ),
    ),
  rubble: (random, { x, y, wide }) =>
    times(60, (i) => {
      const level = i / 60;
      const px = x + between(random, -0.5, 0.5) * wide * (1 - level * 0.7);
      const fill = pick(random, ['#b8b2a7', '#9a948a', '#a4604a', '#8c5242', '#cfc9bd'] as const);
      return blob(random, { x: px, y: y - level * wide * 0.3, r: wide * between(random, 0.03, 0.08), flat: 0.9, fill });
    }),
  poster: (random, { x, wide, horizon }) =>
    times(14, () =>
      rect(
        x - wide / 2 + random() * wide,
        horizon - 30 - random() * 130,
        wide * between(random, 0.08, 0.2),
        40,
        pick(random, ['#f5f0e6', '#f2c230', '#e86a9a', '#2a6fb0'] as const),
      ),
    ),
  puddle: (random, { x, y, wide }) =>
    blob(random, { x, y, r: wide * 0.62, flat: 0.3, fill: '#8d8268' }) +
    times(12, () =>
      ellipse(x + wide * between(random, -0.4, 0.4), y + wide * between(random, -0.1, 0.1), wide * 0.1, 3, '#b9b09a'),
    ),
};

/** The same spot when the work is done: a patch, wet ground, a few leaves, a clean wall. */
const REPAIRED: Record<Trouble, (random: Random, spot: Spot) => string> = {
  pothole: (_, { x, y, wide }) => rect(x - wide * 0.55, y - wide * 0.2, wide * 1.1, wide * 0.42, '#3a3b3d'),
  garbage: (random, { x, y, wide }) => blob(random, { x, y, r: wide * 0.45, flat: 0.3, fill: '#00000030' }),
  fallenTree: (random, { x, y, wide }) =>
    times(14, () =>
      ellipse(x + wide * between(random, -0.4, 0.4), y + wide * between(random, -0.1, 0.1), 7, 4, '#55833a'),
    ),
  rubble: () => '',
  poster: () => '',
  puddle: (random, { x, y, wide }) => blob(random, { x, y, r: wide * 0.3, flat: 0.3, fill: '#00000022' }),
};

function grainOnWalls(layer: Layer, tile: Float32Array): void {
  shade(layer, (x, y) => 30 * at(tile, x * 0.7, y * 0.7));
}

/** Asphalt has its grain in perspective: fine far away, coarse in front. */
function grainOnRoad(layer: Layer, tile: Float32Array, horizon: number): void {
  shade(layer, (x, y) => {
    const depth = 260 / Math.max(y - horizon, 4);
    return (
      46 * at(tile, (x - 600) * depth * 0.5, depth * 300) + 22 * at(tile, (x - 600) * depth * 1.9 + 91, depth * 1100)
    );
  });
}

function at(tile: Float32Array, x: number, y: number): number {
  return tile[(Math.floor(y) & 255) * 256 + (Math.floor(x) & 255)] ?? 0;
}

function shade(layer: Layer, by: (x: number, y: number) => number): void {
  for (let i = 0; i < layer.length; i += 4) {
    if (layer[i + 3] === 0) continue;
    const change = by((i / 4) % WORLD_WIDTH, Math.floor(i / 4 / WORLD_WIDTH));
    for (let channel = i; channel < i + 3; channel++) layer[channel] = (layer[channel] ?? 0) + change;
  }
}
