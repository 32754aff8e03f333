import { beforeEach, describe, expect, it } from 'vitest';
import { ZaloError } from '../../zalo/index.ts';
import { mayAsk, noteNo, QUIET_DAYS, readNote } from './asking.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-10-05T02:00:00Z');
beforeEach(() => localStorage.clear());

describe('a permission', () => {
  it('may be asked for when nobody has been asked', () => {
    expect(mayAsk('askedNotify', NOW)).toBe('now');
  });

  it('is not asked for within fourteen days after a no, and may be afterwards', () => {
    noteNo('askedNotify', NOW, new ZaloError('denied', { api: 'requestSendNotification', code: -201 }));
    expect(mayAsk('askedNotify', NOW)).toBe('later');
    expect(mayAsk('askedNotify', NOW + QUIET_DAYS * DAY - 1)).toBe('later');
    expect(mayAsk('askedNotify', NOW + QUIET_DAYS * DAY)).toBe('now');
  });

  it('is never asked for again after "do not ask again"', () => {
    noteNo('askedFollow', NOW, new ZaloError('deniedForever', { api: 'followOA', code: -202 }));
    expect(mayAsk('askedFollow', NOW + 1_000 * DAY)).toBe('never');
  });

  it('each by itself', () => {
    noteNo('askedFollow', NOW);
    expect(mayAsk('askedNotify', NOW)).toBe('now');
  });

  it('is not silenced by a clock that was wrong, nor by what cannot be read', () => {
    expect(readNote(String(NOW + 900 * DAY), NOW)).toBe('now');
    expect(readNote('yes', NOW)).toBe('now');
    expect(readNote('', NOW)).toBe('now');
  });
});
