import { expect, test } from 'vitest';
import { dateAhead } from './follow-clock.mjs';

test('only the time of now is ahead; a moment that is named stays the moment that is named', () => {
  let offset = 0;
  const Shifted = dateAhead(() => offset);
  const real = Date.now();
  offset = 49 * 3_600_000;
  expect(Shifted.now() - real).toBeGreaterThanOrEqual(offset);
  expect(new Shifted().getTime() - real).toBeGreaterThanOrEqual(offset);
  expect(new Shifted(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(new Shifted('2026-11-22T13:00:00+07:00').getTime()).toBe(Date.UTC(2026, 10, 22, 6));
  expect(new Date() instanceof Shifted).toBe(true);
  expect(new Shifted() instanceof Date).toBe(true);
  offset = 0;
  expect(Shifted.now() - Date.now()).toBeLessThan(1_000);
});
