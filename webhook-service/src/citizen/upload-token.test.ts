import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createUploadTokens } from './upload-token.ts';

const NOW = new Date('2026-10-05T03:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const tokens = createUploadTokens(Buffer.alloc(32, 7));

test('a token says for ten minutes whose it is', () => {
  const { token, expiresAt } = tokens.make(42, NOW);
  expect(expiresAt).toEqual(after(600_000));
  expect([tokens.read(token, NOW), tokens.read(token, after(599_999)), tokens.read(token, after(600_000))]).toEqual([
    42,
    42,
    null,
  ]);
});

test('a token fits into an address as it is, shows nothing of its person, and is another each time', () => {
  const [one, other] = [tokens.make(42, NOW).token, tokens.make(42, NOW).token];
  expect(one).toMatch(/^[\w-]{59}$/);
  expect(one).not.toBe(other);
  expect(Buffer.from(one, 'base64url').includes(Buffer.from('000000000000002a', 'hex'))).toBe(false);
});

test('a token that was changed, shortened, made with another key or made up is nobody’s', () => {
  const { token } = tokens.make(42, NOW);
  const bytes = Buffer.from(token, 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(tokens.read(changed.toString('base64url'), NOW)).toBeNull();
  }
  const theirs = createUploadTokens(Buffer.alloc(32, 8)).make(42, NOW).token;
  for (const wrong of ['', 'x', token.slice(1), `${token}AAAA`, theirs, randomBytes(44).toString('base64url')])
    expect(tokens.read(wrong, NOW)).toBeNull();
});
