import { describe, expect, test } from 'vitest';
import type { ZaloErrorClass } from '../zalo/error-classes.ts';
import { FREE_WINDOW_MS, planAfterRefusal, windowIsOpen } from './send-plan.ts';

const refused = (errorClass: ZaloErrorClass) =>
  ({ ok: false, outcome: 'refused', code: -1, errorClass, message: '' }) as const;

describe('what becomes of a message Zalo has not taken', () => {
  test.each<[ZaloErrorClass, string]>([
    ['outside_window', 'held'],
    ['never_for_this_person', 'refused'],
    ['our_bug', 'refused'],
    ['rate_limited', 'queued'],
    ['refresh_token', 'queued'],
    ['needs_human', 'queued'],
    ['retry_later', 'queued'],
    ['unknown', 'queued'],
  ])('%s: %s', (errorClass, state) => {
    expect(planAfterRefusal(refused(errorClass), 1)).toMatchObject({ state, errorCode: '-1' });
  });

  test('a minute that is used up is given half a minute at least, and longer each time', () => {
    const waits = [1, 2, 3, 9].map((attempts) => planAfterRefusal(refused('rate_limited'), attempts));
    expect(waits.map((plan) => plan.state === 'queued' && plan.waitMs)).toEqual([30_000, 60_000, 120_000, 300_000]);
  });

  test('what never left is tried again soon', () => {
    const plan = planAfterRefusal({ ok: false, outcome: 'not_sent', why: 'connection' }, 1);
    expect(plan).toEqual({ state: 'queued', waitMs: 2_000, errorCode: 'not_sent_connection' });
  });
});

describe('the free window', () => {
  const wrote = new Date('2026-10-05T02:00:00Z');
  test.each([
    ['48 hours after', FREE_WINDOW_MS, true],
    ['a millisecond later', FREE_WINDOW_MS + 1, false],
  ])('%s the last interaction: open is %3$s', (_when, ms, open) => {
    expect(windowIsOpen(wrote, new Date(wrote.getTime() + ms))).toBe(open);
  });

  test('is closed for someone who never wrote', () => {
    expect(windowIsOpen(null, wrote)).toBe(false);
  });
});
