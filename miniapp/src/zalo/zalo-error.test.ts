import { describe, expect, it } from 'vitest';
import { isRefusal, ZaloError, zaloErrorOf } from './zalo-error.ts';

describe('what Zalo rejects with', () => {
  it.each([
    ['getLocation', -201, 'denied'],
    ['getLocation', -202, 'deniedForever'],
    ['getLocation', -2002, 'denied'],
    ['getUserInfo', -1401, 'denied'],
    ['getAccessToken', -1401, 'unauthorized'],
    ['openMediaPicker', -2003, 'cancelled'],
    ['openMediaPicker', -2004, 'failed'],
    ['getLocation', -1403, 'notApproved'],
    ['openShareSheet', -1404, 'unsupported'],
    ['showToast', -1408, 'timeout'],
    ['getUserInfo', -1409, 'busy'],
    ['followOA', -1410, 'busy'],
    ['followOA', -31337, 'failed'],
  ] as const)('%s %i is %s', (api, code, kind) => {
    expect(zaloErrorOf({ code, message: 'x', api }, api)).toMatchObject({ kind, code });
  });

  it('is a plain object, and anything else is a failure', () => {
    for (const thrown of [null, undefined, 'x', new Error('x'), { code: '-201' }])
      expect(zaloErrorOf(thrown, 'getLocation').kind).toBe('failed');
  });

  it('is told as it is when it is ours already', () => {
    const error = new ZaloError('timeout', { api: 'getLocation' });
    expect(zaloErrorOf(error, 'other')).toBe(error);
  });

  it('is no error to show when the person said no', () => {
    expect(isRefusal(new ZaloError('denied', { api: 'x' }))).toBe(true);
    expect(isRefusal(new ZaloError('deniedForever', { api: 'x' }))).toBe(true);
    expect(isRefusal(new ZaloError('cancelled', { api: 'x' }))).toBe(false);
    expect(isRefusal(new Error('x'))).toBe(false);
  });
});
