/** What a drawn photo can show. */
export type Subject =
  | 'pothole'
  /** The street where the potholes were. */
  | 'patched'
  | 'garbage'
  | 'manhole'
  | 'fallenTree'
  | 'darkLamp'
  | 'flood'
  | 'rubble'
  | 'cables'
  | 'pavement'
  | 'burstPipe';

/** Numbers from 0 to 1 (exclusive), always the same ones for the same seed. */
export type Random = () => number;

export const WIDTH = 1280;
export const HEIGHT = 960;
const HORIZON = 520;

/** A street in Hà Nội with the trouble in front, as SVG. `street` decides houses and light, `detail` the trouble and the angle. */
export function drawScene(subject: Subject, { street, detail }: { street: Random; detail: Random }): string {
  const night = subject === 'darkLamp';
  const tilt = (detail() - 0.5) * 5;
  const aside = -64 + (detail() - 0.5) * 100;
  const body = [sky(night, street), houses(night, street), road(night, street), SUBJECTS[subject](detail)].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="100%" height="100%" fill="#888"/>
    <g transform="rotate(${tilt.toFixed(2)} 640 480) translate(${aside.toFixed(0)} -48) scale(1.14)">${body}</g></svg>`;
}

const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const pick = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  items[Math.floor(random() * items.length)] ?? items[0];
const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(i)).join('');
const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${w.toFixed(0)}" height="${h.toFixed(0)}" fill="${fill}"/>`;
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${rx.toFixed(0)}" ry="${ry.toFixed(0)}" fill="${fill}"/>`;

function sky(night: boolean, random: Random): string {
  const colour = night ? '#141a2b' : pick(random, ['#bcd3e2', '#d8dde0', '#9fc4e0', '#c9c3b4']);
  return rect(0, 0, WIDTH, HORIZON + 20, colour);
}

function houses(night: boolean, random: Random): string {
  const walls = ['#d9c9a3', '#c7b299', '#e3ddcf', '#b9c4bd', '#cf9f7c', '#a9b7c6', '#dcb8a6'] as const;
  let x = -30;
  let out = '';
  while (x < WIDTH) {
    const width = between(random, 70, 170);
    const height = between(random, 190, 440);
    const top = HORIZON - height;
    out += rect(x, top, width, height, night ? '#232a3a' : pick(random, walls));
    for (let y = top + 24; y < HORIZON - 90; y += 68) {
      const lit = night ? pick(random, ['#1b2130', '#1b2130', '#e8c66a']) : '#5b6b78';
      out += rect(x + 14, y, width - 28, 38, lit);
    }
    out += rect(
      x + 6,
      HORIZON - 66,
      width - 12,
      66,
      night ? '#10141f' : pick(random, ['#7a3b34', '#3f5d4b', '#556b84', '#84703f']),
    );
    x += width + 3;
  }
  return out;
}

function road(night: boolean, random: Random): string {
  const asphalt = night ? '#1d1f24' : pick(random, ['#5d5f62', '#6a6864', '#54585d']);
  const kerb = between(random, 40, 90);
  const vanish = between(random, 480, 800);
  return `${rect(0, HORIZON, WIDTH, HEIGHT - HORIZON, asphalt)}${rect(0, HORIZON, WIDTH, kerb, night ? '#2a2c31' : '#a39d92')}
    ${times(6, (i) => rect(vanish - 6 - i * 3, HORIZON + kerb + 20 + i * 70, 12 + i * 6, 34, night ? '#3b3b34' : '#d6d2bd'))}`;
}

function blob(random: Random, x: number, y: number, radius: number, fill: string): string {
  const points = Array.from({ length: 14 }, (_, i) => {
    const angle = (i / 14) * Math.PI * 2;
    const reach = radius * between(random, 0.72, 1.12);
    return `${(x + Math.cos(angle) * reach).toFixed(0)},${(y + Math.sin(angle) * reach * 0.45).toFixed(0)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`;
}

function heap(random: Random, colours: readonly [string, ...string[]], pieces: number): string {
  const x = between(random, 380, 860);
  return times(pieces, (i) => {
    const level = i / pieces;
    const px = x + between(random, -1, 1) * 330 * (1 - level * 0.75);
    const py = 840 - level * 260 + between(random, -20, 20);
    return blob(random, px, py, between(random, 34, 92), pick(random, colours));
  });
}

const SUBJECTS: Record<Subject, (random: Random) => string> = {
  pothole: (random) =>
    times(3 + Math.floor(random() * 3), () => {
      const [x, y, size] = [between(random, 220, 1060), between(random, 670, 890), between(random, 70, 170)];
      return (
        blob(random, x, y, size * 1.15, '#7d7568') +
        blob(random, x, y + 6, size, '#34312d') +
        blob(random, x, y + 14, size * 0.6, '#6f7f86')
      );
    }),
  patched: (random) =>
    times(2, () =>
      rect(between(random, 180, 620), between(random, 650, 780), between(random, 300, 520), 110, '#2f3033'),
    ),
  garbage: (random) =>
    heap(random, ['#23262b', '#2f4a7a', '#d8d4c8', '#8c2f2f', '#3f7a4d', '#caa23a', '#e9e6df'], 46) +
    times(14, () =>
      rect(between(random, 260, 1020), between(random, 760, 890), between(random, 18, 50), 16, '#b58b5a'),
    ),
  manhole: (random) => {
    const [x, y] = [between(random, 480, 800), between(random, 740, 840)];
    return `${ellipse(x, y, 170, 78, '#8b8982')}${ellipse(x, y, 142, 62, '#0d0d0f')}
      <path d="M${x} ${y} q30 -160 -10 -300 m10 200 q60 -60 90 -150 m-95 90 q-70 -40 -90 -110" stroke="#5a4427" stroke-width="13" fill="none"/>
      ${times(16, () => ellipse(x + between(random, -110, 110), y - between(random, 180, 330), 26, 13, '#4f7a35'))}`;
  },
  fallenTree: (random) => {
    const y = between(random, 720, 800);
    return `<path d="M60 ${y + 60} L900 ${y - 60} L905 ${y - 10} L80 ${y + 130} Z" fill="#5b4330"/>${blob(random, 90, y + 90, 120, '#3d2c1d')}
      ${times(60, () => ellipse(between(random, 690, 1240), between(random, y - 240, y + 110), between(random, 24, 66), between(random, 16, 40), pick(random, ['#3f6b2c', '#55833a', '#2f5423', '#c4472f'])))}`;
  },
  darkLamp: (random) => {
    const x = between(random, 300, 980);
    return `${rect(x, 150, 16, 640, '#3a3f49')}<path d="M${x + 8} 156 q60 -60 150 -40" stroke="#3a3f49" stroke-width="12" fill="none"/>
      ${ellipse(x + 164, 120, 40, 15, '#4a4f59')}${ellipse(between(random, 120, 1160), 700, 60, 22, '#f4e3a1')}
      ${ellipse(between(random, 120, 1160), 640, 24, 10, '#c23b2c')}`;
  },
  flood: (random) => {
    const level = between(random, 560, 640);
    return `${rect(0, level, WIDTH, HEIGHT - level, '#8d8268')}${times(40, () => ellipse(between(random, 0, WIDTH), between(random, level + 10, HEIGHT), between(random, 40, 170), 5, pick(random, ['#a59a7f', '#776d55', '#b9b09a'])))}
      ${times(3, () => {
        const [x, y] = [between(random, 100, 1080), between(random, level + 40, 860)];
        return `<path d="M${x} ${y} q20 -70 90 -74 q80 -2 120 70 Z" fill="${pick(random, ['#8f2b2b', '#2d4f7c', '#dcdcdc', '#30343a'])}"/>${rect(x + 52, y - 58, 90, 26, '#bccad2')}`;
      })}`;
  },
  rubble: (random) => heap(random, ['#b8b2a7', '#9a948a', '#a4604a', '#8c5242', '#cfc9bd', '#6f6a63'], 60),
  cables: (random) => {
    const x = between(random, 240, 480);
    const sag = () =>
      `M-20 ${between(random, 120, 260)} Q${x + between(random, 60, 300)} ${between(random, 380, 720)} 1300 ${between(random, 110, 300)}`;
    return `${rect(x, 40, 34, 800, '#8f8c86')}${times(34, () => `<path d="${sag()}" stroke="${pick(random, ['#151515', '#26221f', '#333'])}" stroke-width="${between(random, 3, 9).toFixed(0)}" fill="none"/>`)}
      ${times(9, () => `<circle cx="${x + 17}" cy="${between(random, 170, 340).toFixed(0)}" r="${between(random, 30, 74).toFixed(0)}" stroke="#1a1a1a" stroke-width="6" fill="none"/>`)}`;
  },
  pavement: (random) =>
    times(26, () => {
      const [w, h] = [between(random, 50, 130), between(random, 50, 120)];
      const y = between(random, 560, 760);
      return rect(
        between(random, 0, 1180),
        y - h,
        w,
        h,
        pick(random, ['#c8102e', '#f2c230', '#2a6fb0', '#e86a9a', '#3d8f4f', '#b9763b', '#f5f0e6']),
      );
    }) +
    times(
      4,
      () =>
        `<path d="M${between(random, 60, 1000).toFixed(0)} 470 l130 -70 l130 70 Z" fill="${pick(random, ['#c8352e', '#2c6aa0', '#e0b034'])}"/>`,
    ),
  burstPipe: (random) => {
    const x = between(random, 440, 840);
    return `${blob(random, x, 830, 330, '#8fa6ad')}${blob(random, x, 830, 90, '#3b3834')}
      <g opacity="0.75">${times(46, () => `<path d="M${x} 826 Q${x + between(random, -60, 60)} ${between(random, 200, 420)} ${x + between(random, -280, 280)} ${between(random, 520, 820)}" stroke="#e8f1f4" stroke-width="${between(random, 3, 12).toFixed(0)}" fill="none"/>`)}</g>`;
  },
};
