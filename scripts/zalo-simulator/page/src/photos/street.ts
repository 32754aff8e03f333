import { type Brush, downward, fillShape, grain } from './brush.ts';
import { between, pick } from './random.ts';

/** Where the pavement ends and the road begins, as a share of the height. */
export const KERB = 0.56;

/** Sky, a row of tube houses, pavement and asphalt: the stage on which every fault is drawn. */
export function drawStreet(brush: Brush, night: boolean): void {
  const { ctx, width, height } = brush;
  const ground = height * 0.44;
  ctx.fillStyle = night
    ? downward(ctx, 0, ground, '#0c1226', '#27304a')
    : downward(ctx, 0, ground, '#a9c4d8', '#e6e3d6');
  ctx.fillRect(0, 0, width, ground);
  drawHouses(brush, ground, night);
  ctx.fillStyle = night
    ? downward(ctx, ground, height * KERB, '#2c2b30', '#38363a')
    : downward(ctx, ground, height * KERB, '#a59b8e', '#b9aea0');
  ctx.fillRect(0, ground, width, height * KERB - ground);
  drawPavingJoints(brush, ground, night);
  ctx.fillStyle = night ? '#4a484b' : '#d6cfc4';
  ctx.fillRect(0, height * KERB - 10, width, 14);
  ctx.fillStyle = night
    ? downward(ctx, height * KERB, height, '#1c1d22', '#2a2b31')
    : downward(ctx, height * KERB, height, '#5d5e61', '#75767a');
  ctx.fillRect(0, height * KERB + 4, width, height);
  grain(brush, height * KERB + 4, height, 5000, night ? 0.1 : 0.16);
  drawLane(brush, night);
}

function drawHouses({ ctx, random, width, height }: Brush, ground: number, night: boolean): void {
  for (let x = -between(random, 0, 60); x < width; ) {
    const span = between(random, 90, 170);
    const top = between(random, height * 0.02, height * 0.2);
    const wall = pick(random, ['#d9b98a', '#c9c3ae', '#b7c4b1', '#cf9f86', '#e1d3a8', '#a8b3bd']);
    ctx.fillStyle = night ? '#1d2233' : wall;
    ctx.fillRect(x, top, span - 3, ground - top);
    for (let floor = top + 22; floor < ground - 90; floor += 74) {
      ctx.fillStyle = night ? (random() < 0.35 ? '#e8c877' : '#121727') : '#48535a';
      ctx.fillRect(x + span * 0.16, floor, span * 0.26, 40);
      ctx.fillRect(x + span * 0.56, floor, span * 0.26, 40);
      ctx.fillStyle = night ? '#262c40' : '#00000030';
      ctx.fillRect(x + span * 0.08, floor + 46, span * 0.8, 6);
    }
    ctx.fillStyle = night ? '#10131f' : pick(random, ['#5b4436', '#3f4f4a', '#6d6a64']);
    ctx.fillRect(x + 10, ground - 76, span - 24, 76);
    ctx.fillStyle = night ? '#39405a' : pick(random, ['#9c3b32', '#2f5d83', '#3c7350', '#c08a2e']);
    ctx.fillRect(x + 4, ground - 98, span - 12, 20);
    x += span;
  }
}

function drawPavingJoints({ ctx, width, height }: Brush, ground: number, night: boolean): void {
  ctx.strokeStyle = night ? '#00000055' : '#00000022';
  for (let offset = -10; offset < 30; offset += 1) {
    ctx.beginPath();
    ctx.moveTo(width / 2 + (offset - 10) * 56, ground);
    ctx.lineTo(width / 2 + (offset - 10) * 84, height * KERB - 10);
    ctx.stroke();
  }
}

function drawLane({ ctx, width, height }: Brush, night: boolean): void {
  const colour = night ? '#77746a88' : '#e9e6dcaa';
  for (let x = -60; x < width; x += 260) {
    fillShape(
      ctx,
      [
        [x, height * 0.93],
        [x + 130, height * 0.93],
        [x + 120, height * 0.955],
        [x - 16, height * 0.955],
      ],
      colour,
    );
  }
}
