import { describe, expect, it } from 'vitest';
import { miniAppPath } from './deep-link.ts';

describe('links into the Mini App (§7.6)', () => {
  it.each([
    ['https://zalo.me/s/33509/', '/'],
    ['https://zalo.me/s/33509', '/'],
    ['https://zalo.me/s/33509/reports/HN-7K3M9QX?from=zns', '/reports/HN-7K3M9QX?from=zns'],
  ])('%s opens %s', (address, path) => {
    expect(miniAppPath(address, '33509')).toBe(path);
  });

  it.each([
    'https://zalo.me/s/335091/reports',
    'https://zalo.me/33509',
    'https://example.gov.vn/s/33509/',
    'http://zalo.me/s/33509/',
    'không phải địa chỉ',
  ])('%s does not', (address) => {
    expect(miniAppPath(address, '33509')).toBeUndefined();
  });
});
