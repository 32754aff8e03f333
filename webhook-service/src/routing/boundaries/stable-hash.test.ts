import { expect, it } from 'vitest';
import { stableHash } from './stable-hash.ts';

it('is the same whatever the order of keys, at any depth', () => {
  expect(stableHash({ a: 1, b: [{ c: 2, d: null }] })).toBe(stableHash({ b: [{ d: null, c: 2 }], a: 1 }));
  expect(stableHash({ a: 1 })).toMatch(/^[0-9a-f]{64}$/);
});

it('tells values and the order of lists apart', () => {
  const hashes = [{ a: 1 }, { a: '1' }, { b: 1 }, [1, 2], [2, 1], null, {}, []].map(stableHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('is SHA-256 of the JSON', () => {
  expect(stableHash('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
});
