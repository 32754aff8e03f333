/** A phone in front of an invented place: where it stands, the light of the hour, the grain of its sensor. */
import sharp from 'sharp';
import { type Layer, type Place, WORLD_HEIGHT, WORLD_WIDTH } from './places.ts';
import { between, type Random, randomFrom } from './random.ts';

export interface Shot {
  /** Repaired, or still with its trouble. */
  after: boolean;
  /** Steps aside and forward, as parts of the picture; near things move more than far ones. */
  aside: number;
  zoom: number;
  down: number;
  degrees: number;
  light: Light;
  /** Every photo has a grain of its own. */
  grain: number;
}

export interface Light {
  brightness: number;
  contrast: number;
  /** Brighter to one side: the sun has moved. */
  slope: number;
}

export const noon: Light = { brightness: 0, contrast: 1, slope: 0 };
/** Held as the phone was for the first photo. */
export const straight: Shot = { after: false, aside: 0, zoom: 1, down: 0, degrees: 0, light: noon, grain: 1 };

export function anyLight(random: Random): Light {
  return {
    brightness: between(random, -22, 22),
    contrast: between(random, 0.85, 1.15),
    slope: between(random, -30, 30),
  };
}

const WIDTH = 960;
const HEIGHT = 720;
/** The world is larger than the picture, so that the camera can move without seeing its end. */
const FIELD = 0.86;

/** One photo as the service keeps it, JPEG. */
export async function takePhoto(place: Place, shot: Shot): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const layers = [
    { layer: place.houses, nearness: 0.7 },
    { layer: shot.after ? place.after : place.before, nearness: 1 },
    { layer: place.near, nearness: 1.5 },
  ];
  for (const { layer, nearness } of layers) project(pixels, layer, { ...shot, nearness });
  expose(pixels, shot);
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  return await sharp(pixels, { raw }).blur(0.6).jpeg({ quality: 82 }).toBuffer();
}

function project(pixels: Buffer, layer: Layer, view: Shot & { nearness: number }): void {
  const angle = (view.degrees * Math.PI) / 180;
  const zoom = 1 + (view.zoom - 1) * view.nearness;
  const scale = (FIELD * (WORLD_WIDTH / WIDTH)) / zoom;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const centreX = WORLD_WIDTH / 2 + view.aside * WORLD_WIDTH * view.nearness;
  const centreY = WORLD_HEIGHT / 2 + view.down * WORLD_HEIGHT * view.nearness;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const wx = Math.round(centreX + dx * cos - dy * sin);
      const wy = Math.round(centreY + dx * sin + dy * cos);
      if (wx < 0 || wy < 0 || wx >= WORLD_WIDTH || wy >= WORLD_HEIGHT) continue;
      const from = (wy * WORLD_WIDTH + wx) * 4;
      const alpha = (layer[from + 3] ?? 0) / 255;
      if (alpha === 0) continue;
      const to = (y * WIDTH + x) * 3;
      for (let c = 0; c < 3; c++) pixels[to + c] = (pixels[to + c] ?? 0) * (1 - alpha) + (layer[from + c] ?? 0) * alpha;
    }
  }
}

function expose(pixels: Buffer, { light, grain }: Shot): void {
  const random = randomFrom(grain);
  for (let i = 0; i < pixels.length; i += 3) {
    const across = ((i / 3) % WIDTH) / WIDTH - 0.5;
    const noise = (random() + random() - 1) * 16;
    for (let c = i; c < i + 3; c++) {
      const value = ((pixels[c] ?? 0) - 128) * light.contrast + 128 + light.brightness + light.slope * across + noise;
      pixels[c] = Math.max(0, Math.min(255, value));
    }
  }
}
