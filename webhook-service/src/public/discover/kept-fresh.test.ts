import { expect, test } from 'vitest';
import { keptFresh } from './kept-fresh.ts';

function kitchen() {
  let at = 0;
  let made = 0;
  let fails = false;
  const next = keptFresh(
    async () => {
      if (fails) throw new Error('away');
      made += 1;
      return made;
    },
    { now: () => new Date(at), freshMs: 10, tooOldMs: 100 },
  );
  return { next, later: (ms: number) => (at += ms), failing: (now: boolean) => (fails = now), made: () => made };
}

test('two who ask at once wait for one making', async () => {
  const { next, made } = kitchen();
  expect(await Promise.all([next(), next()])).toEqual([1, 1]);
  expect(made()).toBe(1);
});

test('what is a little old is shown, and made anew for the next', async () => {
  const { next, later } = kitchen();
  await next();
  later(11);
  expect(await next()).toBe(1);
  await Promise.resolve();
  expect(await next()).toBe(2);
});

test('what is too old is shown to nobody', async () => {
  const { next, later } = kitchen();
  await next();
  later(101);
  expect(await next()).toBe(2);
});

test('while it cannot be made the old one is shown, until it is too old', async () => {
  const { next, later, failing } = kitchen();
  await next();
  failing(true);
  later(50);
  expect(await next()).toBe(1);
  later(51);
  await expect(next()).rejects.toThrow('away');
  failing(false);
  expect(await next()).toBe(2);
});
