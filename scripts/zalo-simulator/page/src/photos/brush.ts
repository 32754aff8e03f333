import { between, type Random } from './random.ts';

export interface Brush {
  ctx: CanvasRenderingContext2D;
  random: Random;
  width: number;
  height: number;
  /** True for the picture taken after the fault was repaired. */
  repaired: boolean;
}

export function fillShape(
  ctx: CanvasRenderingContext2D,
  points: readonly (readonly [number, number])[],
  colour: string | CanvasGradient,
): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.closePath();
  ctx.fill();
}

export function downward(
  ctx: CanvasRenderingContext2D,
  top: number,
  bottom: number,
  from: string,
  to: string,
): CanvasGradient {
  const gradient = ctx.createLinearGradient(0, top, 0, bottom);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  return gradient;
}

export function glow(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, 'transparent');
  ctx.fillStyle = gradient;
  ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** Uneven closed outline around an ellipse. */
export function blob(
  random: Random,
  x: number,
  y: number,
  rx: number,
  ry: number,
  unevenness = 0.25,
): [number, number][] {
  const corners = 18;
  return Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * Math.PI * 2;
    const reach = 1 - unevenness * random();
    return [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach];
  });
}

/** Speckles of light and dark: asphalt, plaster, sensor noise. */
export function grain(
  { ctx, random, width }: Brush,
  top: number,
  bottom: number,
  count: number,
  strength: number,
): void {
  for (let index = 0; index < count; index += 1) {
    const y = between(random, top, bottom);
    const size = 1 + (random() * 2.5 * (y - top)) / (bottom - top);
    ctx.fillStyle =
      random() < 0.5 ? `rgb(0 0 0 / ${random() * strength})` : `rgb(255 255 255 / ${random() * strength})`;
    ctx.fillRect(random() * width, y, size, size * 0.7);
  }
}
