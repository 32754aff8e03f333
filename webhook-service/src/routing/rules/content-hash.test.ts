import { expect, it } from 'vitest';
import { contentHash, versionOf } from './content-hash.ts';

it('the same content has the same hash, whatever the order of keys', () => {
  const hash = contentHash([{ a: 1, b: { c: [1, 'x'], d: null } }]);
  expect(contentHash([{ b: { d: null, c: [1, 'x'] }, a: 1, e: undefined }])).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(versionOf(hash)).toBe(hash.slice(0, 12));
});

it('is SHA-256 of the JSON with sorted keys', () => {
  // printf '%s' '[{"a":"x","b":[1,null]}]' | sha256sum
  expect(contentHash([{ b: [1, null], a: 'x' }])).toBe(
    '92dc9bbec0cdee11550e33d7a996b00441ef93c02bb29e1a9cc3532b0c5c2a1b',
  );
});

it.each([
  ['another value', [{ a: 2 }]],
  ['another order of rules', [{ b: 1 }, { a: 1 }]],
  ['another key', [{ b: 1 }]],
  ['a list instead of a value', [{ a: [1] }]],
  ['a text instead of a number', [{ a: '1' }]],
  ['a key more', [{ a: 1, b: 1 }]],
])('%s gives another hash', (_, content) => {
  expect(contentHash(content)).not.toBe(contentHash([{ a: 1 }]));
  expect(contentHash([{ a: 1 }, { b: 1 }])).not.toBe(contentHash(content));
});
