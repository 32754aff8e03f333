import { describe, expect, it } from 'vitest';
import { defaultPhone, isOldZalo, withPatch } from './phone-settings.ts';

describe('the settings of a phone', () => {
  it('take over what fits, at any depth, and nothing else', () => {
    const patched = withPatch(defaultPhone, {
      os: 'ios',
      permissions: { location: 'deny' },
      network: { online: 'no' },
      approved: 'all',
      unknown: 1,
    });
    expect(patched).toEqual({
      ...defaultPhone,
      os: 'ios',
      permissions: { ...defaultPhone.permissions, location: 'deny' },
    });
    expect(withPatch(defaultPhone, 'nothing')).toBe(defaultPhone);
  });

  it.each([
    ['android', 'current', false],
    ['ios', 'current', false],
    ['android', 'old', true],
    ['ios', 'old', true],
    ['android', '12100724', false],
    ['ios', '572', true],
  ] as const)('on %s Zalo %s is old: %s', (os, zaloVersion, old) => {
    expect(isOldZalo({ os, zaloVersion })).toBe(old);
  });
});
