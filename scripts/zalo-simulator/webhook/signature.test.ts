import { describe, expect, it } from 'vitest';
import { documentedSample } from '../testing/samples.ts';
import { asObject } from '../values.ts';
import { signEvent } from './signature.ts';

describe('§1.3 signature of OA events', () => {
  it('gives the documented test vector: plain SHA-256 over app id, raw bytes, timestamp and OA secret', () => {
    const vectors = asObject(documentedSample('_index').signature_vectors);
    const { appId, rawBody, timestamp, oaSecretKey, header } = asObject(vectors.oa_webhook);
    const signed = signEvent({
      appId: String(appId),
      raw: String(rawBody),
      timestamp: String(timestamp),
      oaSecret: String(oaSecretKey),
    });
    expect(signed).toBe(asObject(header)['X-ZEvent-Signature']);
  });
});
