import { describe, expect, it } from 'vitest';
import { lengthInMinutes, readCounted, usedMinutes } from './report-clock.ts';
import { sampleView } from './testing/sample-view.ts';

const counted = sampleView().clock?.counted ?? [];

describe('time used', () => {
  it('is nothing before the start and all of it after the end', () => {
    expect(usedMinutes({ counted }, new Date('2026-11-01T00:00:00Z'))).toBe(0);
    expect(usedMinutes({ counted }, new Date('2026-12-01T00:00:00Z'))).toBe(2400);
    expect(lengthInMinutes(counted)).toBe(2400);
  });

  it('stands still at lunch, at night and on days off', () => {
    const lunch = ['2026-11-20T05:00:00Z', '2026-11-20T06:00:00Z'];
    const weekend = ['2026-11-20T10:00:00Z', '2026-11-23T01:00:00Z'];
    for (const [from = '', to = ''] of [lunch, weekend]) {
      expect(usedMinutes({ counted }, new Date(from))).toBe(usedMinutes({ counted }, new Date(to)));
    }
  });

  it('is not all of it a second before the due time', () => {
    expect(usedMinutes({ counted }, new Date('2026-11-26T02:14:59Z'))).toBe(2399);
  });
});

describe('stretches from the history', () => {
  it('are read as they were written', () => {
    expect(readCounted(JSON.parse(JSON.stringify(counted)))).toEqual(counted);
  });

  it.each([[undefined], [[]], ['x'], [[{ from: 'x', to: 'y' }]], [[null]], [[{ from: '2026-11-20T05:00:00Z' }]]])(
    'are left out when they are something else: %j',
    (value) => {
      expect(readCounted(value)).toBeNull();
    },
  );
});
