import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed-box.ts';

const key = randomBytes(32);
const OA = '2910384756102938475';

describe('a sealed box', () => {
  it('gives back any text and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const box = seal(key, 'oa-access-token', OA, text);
        expect(unseal(key, 'oa-access-token', OA, box)).toBe(text);
        expect(seal(key, 'oa-access-token', OA, text)).not.toBe(box);
      }),
    );
  });

  it('names its version', () => {
    expect(seal(key, 'oa-access-token', OA, 'x')).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
  });

  it('does not open with another key, purpose or context', () => {
    const box = seal(key, 'oa-access-token', OA, 'secret');
    expect(() => unseal(randomBytes(32), 'oa-access-token', OA, box)).toThrow('sealed_box_unreadable');
    expect(() => unseal(key, 'oa-refresh-token', OA, box)).toThrow('sealed_box_unreadable');
    expect(() => unseal(key, 'oa-access-token', '1', box)).toThrow('sealed_box_unreadable');
  });

  it('does not open when it was changed, cut or made up', () => {
    const box = seal(key, 'oa-access-token', OA, 'secret');
    const [version, nonce = '', sealed = ''] = box.split('.');
    const flipped = Buffer.from(sealed, 'base64url');
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    const bad = [
      `${version}.${nonce}.${flipped.toString('base64url')}`,
      `${version}.${nonce}.${sealed.slice(0, 8)}`,
      `${version}.${nonce}`,
      `v2.${nonce}.${sealed}`,
      '',
      'v1..',
    ];
    for (const one of bad) expect(() => unseal(key, 'oa-access-token', OA, one)).toThrow('sealed_box_unreadable');
  });

  it('says nothing of its content in the error', () => {
    const box = seal(key, 'oa-access-token', OA, 'top secret');
    expect(() => unseal(randomBytes(32), 'oa-access-token', OA, box)).toThrow(/^sealed_box_unreadable$/);
  });
});
