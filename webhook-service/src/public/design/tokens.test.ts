import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = ReadonlyMap<string, string>;

const light = tokensAfter(':root,\n[data-theme="light"]');
const dark = tokensAfter('\n[data-theme="dark"]');
const darkByDevice = tokensAfter(':root:not([data-theme="light"])');
const shared = tokensAfter('\n:root {');
const calm = tokensAfter('@media (prefers-reduced-motion: reduce)');

/** WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls and for focus (1.4.11). */
const TEXT = 4.5;
const EDGE = 3;
const surfaces = ['--surface', '--surface-raised', '--surface-sunken'];
const roles = ['accent', 'error', 'due-soon', 'done'];

const pairs: [front: string, back: string, least: number][] = [
  ...surfaces.flatMap((back): [string, string, number][] => [
    ['--text', back, TEXT],
    ['--text-muted', back, TEXT],
    ['--border-strong', back, EDGE],
    ['--focus', back, EDGE],
    ...roles.map((role): [string, string, number] => [`--${role}-text`, back, TEXT]),
  ]),
  ...roles.flatMap((role): [string, string, number][] => [
    [`--on-${role}`, `--${role}`, TEXT],
    [`--${role}-text`, `--${role}-soft`, TEXT],
    ['--text', `--${role}-soft`, TEXT],
    ['--text-muted', `--${role}-soft`, TEXT],
    [`--${role}`, '--surface-raised', EDGE],
  ]),
  ['--on-accent', '--accent-strong', TEXT],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, theme) => {
  it.each(pairs)('%s on %s reaches %d', (front, back, least) => {
    expect(contrast(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(least);
  });

  it('keeps errors and the lacquer red more than 25 degrees of hue apart', () => {
    const apart = Math.abs(hue(colour(theme, '--error')) - hue(colour(theme, '--accent')));
    expect(Math.min(apart, 360 - apart)).toBeGreaterThan(25);
  });
});

describe('tokens', () => {
  it('say the same whether the device or data-theme asks for dark', () => {
    expect([...darkByDevice]).toEqual([...dark]);
  });

  it('define every colour in both themes', () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });

  it('leave room for stacked diacritics', () => {
    expect(Number(shared.get('--leading'))).toBeGreaterThanOrEqual(1.5);
  });

  it('keep motion at 200 ms or less, and off when the device asks', () => {
    const durations = [...shared].filter(([name]) => name.startsWith('--motion'));
    expect(durations.length).toBeGreaterThan(0);
    for (const [name, value] of durations) {
      expect(Number.parseInt(value, 10)).toBeLessThanOrEqual(200);
      expect(calm.get(name)).toBe('0ms');
    }
  });

  it('use no token that is not defined', () => {
    const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1] ?? '');
    for (const name of used) expect(light.has(name) || shared.has(name)).toBe(true);
  });
});

/** Custom properties in the first block that follows `selector`. */
function tokensAfter(selector: string): Tokens {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`tokens.css has no ${selector.trim()}`);
  const block = css.slice(start + selector.length).split('}')[0] ?? '';
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function colour(theme: Tokens, name: string): [number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(theme.get(name) ?? '');
  if (!hex) throw new Error(`${name} is not a six-digit hex colour`);
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return [red, green, blue];
}

/** WCAG 2.2 contrast ratio, 1 … 21. */
function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(rgb: [number, number, number]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function hue([r, g, b]: [number, number, number]): number {
  const max = Math.max(r, g, b);
  const span = max - Math.min(r, g, b);
  const sixth = max === r ? (g - b) / span : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return (sixth * 60 + 360) % 360;
}
