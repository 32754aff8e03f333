import { type Brush, blob, fillShape, glow, grain } from './brush.ts';
import { between, pick } from './random.ts';
import { drawStreet, KERB } from './street.ts';

export interface Scene {
  id: string;
  label: string;
  repairedLabel: string;
  draw: (brush: Brush) => void;
}

/** Invented street pictures: nobody's house, nobody's face, drawn anew each time. */
export const scenes: readonly Scene[] = [
  { id: 'pothole', label: 'Ổ gà', repairedLabel: 'Mặt đường đã vá', draw: pothole },
  { id: 'rubbish', label: 'Đống rác', repairedLabel: 'Vỉa hè đã dọn', draw: rubbish },
  { id: 'lamp', label: 'Đèn hỏng', repairedLabel: 'Đèn đã sáng', draw: lamp },
  { id: 'flood', label: 'Ngập nước', repairedLabel: 'Đường đã khô', draw: flood },
];

function pothole(brush: Brush): void {
  drawStreet(brush, false);
  const { ctx, random, width, height, repaired } = brush;
  const x = width * between(random, 0.35, 0.65);
  const y = height * between(random, 0.72, 0.8);
  const rx = between(random, 120, 190);
  const ry = rx * 0.36;
  if (repaired) {
    fillShape(
      ctx,
      [
        [x - rx, y - ry],
        [x + rx * 0.95, y - ry],
        [x + rx * 1.15, y + ry],
        [x - rx * 1.15, y + ry],
      ],
      '#35363a',
    );
    grain({ ...brush, width }, y - ry, y + ry, 700, 0.12);
    return;
  }
  ctx.strokeStyle = '#2b2b2d';
  ctx.lineWidth = 2.5;
  for (let crack = 0; crack < 9; crack += 1) {
    const angle = random() * Math.PI * 2;
    ctx.beginPath();
    ctx.moveTo(x + Math.cos(angle) * rx * 0.7, y + Math.sin(angle) * ry * 0.7);
    ctx.lineTo(x + Math.cos(angle) * rx * 1.2 + between(random, -14, 14), y + Math.sin(angle) * ry * 1.2);
    ctx.lineTo(
      x + Math.cos(angle) * rx * between(random, 1.3, 1.9),
      y + Math.sin(angle) * ry * 1.7 + between(random, -10, 10),
    );
    ctx.stroke();
  }
  fillShape(ctx, blob(random, x, y, rx, ry), '#8b8479');
  fillShape(ctx, blob(random, x, y + 4, rx * 0.86, ry * 0.84), '#4b443c');
  fillShape(ctx, blob(random, x + 6, y + 9, rx * 0.62, ry * 0.55), random() < 0.5 ? '#2d2823' : '#6c7a80');
  for (let stone = 0; stone < 40; stone += 1) {
    const away = between(random, 0.4, 1.3);
    const angle = random() * Math.PI * 2;
    const size = between(random, 3, 9);
    ctx.fillStyle = pick(random, ['#9a938a', '#6a645c', '#3d3833']);
    ctx.fillRect(x + Math.cos(angle) * rx * away, y + Math.sin(angle) * ry * away, size, size * 0.7);
  }
}

function rubbish(brush: Brush): void {
  drawStreet(brush, false);
  const { ctx, random, width, height, repaired } = brush;
  const x = width * between(random, 0.3, 0.6);
  const base = height * (KERB + 0.03);
  if (repaired) {
    ctx.fillStyle = '#2f6b46';
    ctx.fillRect(x + 220, base - 120, 74, 110);
    ctx.fillStyle = '#24553a';
    ctx.fillRect(x + 212, base - 132, 90, 16);
    return;
  }
  for (let box = 0; box < 3; box += 1) {
    const left = x + between(random, -170, 150);
    const tall = between(random, 40, 80);
    ctx.fillStyle = pick(random, ['#a9793f', '#b98c52', '#93693a']);
    ctx.fillRect(left, base - tall, between(random, 60, 100), tall);
  }
  for (let bag = 0; bag < 16; bag += 1) {
    const row = bag < 9 ? 0 : 1;
    const bagX = x + between(random, -190, 190) * (1 - row * 0.45);
    const size = between(random, 34, 58);
    const bagY = base - size * 0.5 - row * 52;
    fillShape(
      ctx,
      blob(random, bagX, bagY, size, size * 0.8, 0.2),
      pick(random, ['#20242a', '#2f4a3a', '#2c4d74', '#cfd2cf', '#7a2f35', '#17191d']),
    );
    ctx.fillStyle = '#ffffff26';
    ctx.fillRect(bagX - size * 0.4, bagY - size * 0.45, size * 0.28, size * 0.16);
  }
  for (let scrap = 0; scrap < 60; scrap += 1) {
    ctx.fillStyle = pick(random, ['#f0ede4', '#d84f3f', '#e6c64b', '#5aa0c8', '#5c8a45']);
    ctx.fillRect(
      x + between(random, -280, 280),
      base + between(random, -8, 46),
      between(random, 4, 16),
      between(random, 3, 8),
    );
  }
}

function lamp(brush: Brush): void {
  drawStreet(brush, true);
  const { ctx, random, width, height, repaired } = brush;
  const foot = height * KERB - 6;
  const x = width * between(random, 0.42, 0.58);
  for (const [place, lit] of [
    [0.08, true],
    [0.93, random() < 0.8],
  ] as const)
    drawPost(ctx, width * place, foot, height * 0.22, lit);
  drawPost(ctx, x, foot, height * 0.08, repaired);
}

function drawPost(ctx: CanvasRenderingContext2D, x: number, foot: number, top: number, lit: boolean): void {
  ctx.fillStyle = '#6d727d';
  ctx.fillRect(x - 5, top, 10, foot - top);
  ctx.fillRect(x - 5, top, 92, 8);
  if (lit) {
    glow(ctx, x + 84, top + 18, 230, '#ffdf8a88');
    glow(ctx, x + 84, foot + 60, 200, '#ffdf8a33');
  }
  ctx.fillStyle = lit ? '#fff3c9' : '#3b3f4a';
  ctx.fillRect(x + 56, top + 6, 58, 15);
  if (lit) return;
  ctx.strokeStyle = '#aab0bd';
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x + 62, top + 8);
  ctx.lineTo(x + 82, top + 19);
  ctx.lineTo(x + 94, top + 9);
  ctx.lineTo(x + 96, top + 48);
  ctx.stroke();
}

function flood(brush: Brush): void {
  drawStreet(brush, false);
  const { ctx, random, width, height, repaired } = brush;
  if (repaired) {
    for (let patch = 0; patch < 4; patch += 1) {
      fillShape(ctx, blob(random, random() * width, height * between(random, 0.66, 0.9), 140, 26), '#3f42466b');
    }
    return;
  }
  const level = height * between(random, 0.5, 0.55);
  fillShape(
    ctx,
    [
      [0, level],
      [width, level - 6],
      [width, height],
      [0, height],
    ],
    '#8a7a5ff2',
  );
  for (let ripple = 0; ripple < 90; ripple += 1) {
    const y = between(random, level + 6, height);
    const long = (y - level) * between(random, 0.2, 0.7) + 20;
    ctx.fillStyle = random() < 0.5 ? '#ffffff24' : '#3b32201f';
    ctx.fillRect(random() * width, y, long, 3);
  }
  const x = width * between(random, 0.25, 0.65);
  fillShape(
    ctx,
    [
      [x, level + 96],
      [x + 46, level + 34],
      [x + 150, level + 30],
      [x + 176, level + 70],
      [x + 190, level + 104],
    ],
    '#a02a2a',
  );
  ctx.fillStyle = '#1d1d20';
  ctx.fillRect(x + 66, level + 18, 78, 18);
  fillShape(
    ctx,
    [
      [x + 24, level - 22],
      [x + 40, level - 26],
      [x + 56, level + 56],
      [x + 38, level + 62],
    ],
    '#2a2a2e',
  );
  fillShape(
    ctx,
    [
      [x - 40, level + 108],
      [x + 240, level + 98],
      [x + 250, level + 116],
      [x - 30, level + 122],
    ],
    '#8a7a5f',
  );
}
