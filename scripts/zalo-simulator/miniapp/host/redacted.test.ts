import { describe, expect, it } from 'vitest';
import { redacted } from './redacted.ts';

describe('a call of the Mini App in the wire log', () => {
  it('shows no tokens, and no query of an address, where the permission to upload stands', () => {
    const params = {
      accessToken: 'zut_1234567890',
      upload: { url: 'https://example.gov.vn/upload?permit=abc', max_size: 5 },
      uid: '2910384756102938475',
    };
    expect(redacted(params)).toEqual({
      accessToken: '«ẩn»',
      upload: { url: 'https://example.gov.vn/upload?…', max_size: 5 },
      uid: '2910384756102938475',
    });
  });

  it('cuts what is long', () => {
    expect(redacted(['a'.repeat(1000)])).toEqual(['a'.repeat(300)]);
  });
});
