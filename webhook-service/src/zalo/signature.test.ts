import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedTimestamp, verifyOaSignature } from './signature.ts';

const index = JSON.parse(
  readFileSync(new URL('../../test/fixtures/zalo-events/_index.json', import.meta.url), 'utf8'),
) as { signature_vectors: { oa_webhook: Record<'appId' | 'oaSecretKey' | 'timestamp' | 'rawBody', string> } };
const { appId, oaSecretKey: oaSecret, timestamp, rawBody: rawText } = index.signature_vectors.oa_webhook;
const rawBody = Buffer.from(rawText, 'utf8');
const HEX = '84e605f2c40543c169ce786511bd540721d00bbd938a501a20f7dd4a112615dd';
const verify = (header: string | string[] | undefined, over: object = {}) =>
  verifyOaSignature({ rawBody, timestamp, header, appId, oaSecret, ...over });

describe('the OA webhook signature', () => {
  it.each([
    ['as live traffic spells it', `mac=${HEX}`],
    ['as the documentation prints it', `mac = ${HEX}`],
    ['bare', HEX],
    ['in upper case', `MAC=${HEX.toUpperCase()}`],
  ])('accepts the published vector %s', (_, header) => {
    expect(verify(header)).toBe(true);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['only the prefix', 'mac='],
    ['one digit short', `mac=${HEX.slice(1)}`],
    ['one digit long', `mac=${HEX}0`],
    ['not hex', `mac=${'z'.repeat(64)}`],
    ['sent twice', [`mac=${HEX}`, `mac=${HEX}`]],
    ['followed by a line break', `mac=${HEX}\n`],
    ['of the wrong digest', `mac=${'0'.repeat(64)}`],
    ['very long', 'mac='.padEnd(1_000_000, 'a')],
  ])('refuses a header that is %s', (_, header) => {
    expect(verify(header)).toBe(false);
  });

  it('refuses when any signed part differs', () => {
    expect(verify(HEX, { rawBody: Buffer.from(`${rawText} `) })).toBe(false);
    expect(verify(HEX, { timestamp: '1791342001001' })).toBe(false);
    expect(verify(HEX, { appId: '1' })).toBe(false);
    expect(verify(HEX, { oaSecret: 'App Secret Key' })).toBe(false);
  });

  it('covers the raw bytes: odd white space and escaped letters verify as sent', () => {
    const odd = Buffer.from('{ "timestamp" : 5,\n "message":{"text":"\\u0110\\u00e8n"} }');
    const mac = createHash('sha256')
      .update(Buffer.concat([Buffer.from('app'), odd, Buffer.from('5key')]))
      .digest('hex');
    const signed = { timestamp: '5', header: `mac=${mac}`, appId: 'app', oaSecret: 'key' };
    expect(verifyOaSignature({ rawBody: odd, ...signed })).toBe(true);
    expect(verifyOaSignature({ rawBody: Buffer.from(JSON.stringify(JSON.parse(odd.toString()))), ...signed })).toBe(
      false,
    );
  });

  it('never throws, whatever the header is', () => {
    fc.assert(
      fc.property(fc.anything(), (garbage) => {
        expect(verify(garbage as string)).toBe(false);
      }),
    );
  });
});

describe('the signed timestamp', () => {
  it('is the text of a string or a number, and empty otherwise', () => {
    expect(signedTimestamp({ timestamp: '1791342001000' })).toBe('1791342001000');
    expect(signedTimestamp({ timestamp: 1791342001000 })).toBe('1791342001000');
    for (const body of [{}, { timestamp: null }, { timestamp: {} }, null, 'x', undefined]) {
      expect(signedTimestamp(body)).toBe('');
    }
  });
});
