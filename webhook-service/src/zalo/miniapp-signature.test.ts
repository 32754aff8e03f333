import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { signedContent, verifyMiniappSignature } from './miniapp-signature.ts';

const apiKey = 'mk-test-open-api-key';
const body = {
  event: 'user.revoke.consent',
  appId: '3350917264850192736',
  userId: '5036271849506172839',
  timestamp: 1791342030000,
};
const signature = '1e122ede8f0ba370c6c102361e13339d1d636520a5cab4189b2d836bf0adda24';

describe('signature of Mini App events (zalo-platform §7.5)', () => {
  it('is that of the documentation', () => {
    expect(signedContent(body)).toBe('3350917264850192736user.revoke.consent17913420300005036271849506172839');
    expect(verifyMiniappSignature({ body, header: signature, apiKey })).toBe(true);
    expect(verifyMiniappSignature({ body, header: signature.toUpperCase(), apiKey })).toBe(true);
  });

  it('does not depend on the order of the keys, and takes objects as JSON', () => {
    const { event, ...rest } = body;
    expect(verifyMiniappSignature({ body: { ...rest, event }, header: signature, apiKey })).toBe(true);
    expect(signedContent({ b: { y: 1, x: [true] }, a: null })).toBe('null{"y":1,"x":[true]}');
  });

  test.each([
    ['another value', { ...body, userId: '5036271849506172830' }, signature, apiKey],
    ['one more key', { ...body, x: '1' }, signature, apiKey],
    ['another key', body, signature, 'mk-other'],
    ['the prefix of the other scheme', body, `mac=${signature}`, apiKey],
    ['no header', body, undefined, apiKey],
    ['two headers', body, [signature, signature], apiKey],
    ['half a signature', body, signature.slice(0, 32), apiKey],
    ['a list', [body], signature, apiKey],
    ['no JSON', undefined, signature, apiKey],
  ])('refuses %s', (_what, value, header, key) => {
    expect(verifyMiniappSignature({ body: value, header, apiKey: key })).toBe(false);
  });

  it('accepts what is signed and nothing else, whatever the body', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (event, key) => {
        const header = createHash('sha256')
          .update(`${signedContent(event)}${key}`)
          .digest('hex');
        expect(verifyMiniappSignature({ body: event, header, apiKey: key })).toBe(true);
        expect(verifyMiniappSignature({ body: event, header, apiKey: `${key}x` })).toBe(false);
      }),
    );
  });
});
