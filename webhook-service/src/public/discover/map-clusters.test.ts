import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherOnMap, MOST_SINGLE } from './map-clusters.ts';
import { type PlacedReport, pictureOf } from './map-picture.ts';
import { stateGroups } from './schemas.ts';

const NOW = new Date('2026-10-20T03:00:30Z');
const HANOI = [105, 20, 107, 22] as const;
const placed = fc.record({
  id: fc.integer({ min: 1, max: 1e9 }),
  east: fc.integer({ min: 105_300, max: 106_000 }),
  north: fc.integer({ min: 20_600, max: 21_400 }),
  categoryCode: fc.constantFrom('GT-01', 'MT-01', 'NS-01'),
  group: fc.constantFrom(...stateGroups),
  dueAt: fc.constantFrom(0, NOW.getTime() - 3_600_000, NOW.getTime() + 3_600_000),
});
const one: PlacedReport = { id: 1, east: 105_801, north: 21_024, categoryCode: 'GT-01', group: 'open', dueAt: 0 };

describe('the map', () => {
  test('counts every report once, in a cluster or by itself', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 400 }), fc.integer({ min: 5, max: 20 }), (reports, zoom) => {
        const { clusters, singleIds, total } = gatherOnMap(pictureOf(reports), { box: HANOI, zoom, now: NOW });
        const counted = clusters.reduce((sum, { count }) => sum + count, 0) + singleIds.length;
        expect([total, counted]).toEqual([reports.length, reports.length]);
        expect(singleIds.length).toBeLessThanOrEqual(MOST_SINGLE);
        for (const { count, states } of clusters) {
          expect(states.open + states.answered).toBe(count);
          expect(states.overdue).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  test('takes whole squares: a rectangle inside a square has all of it or nothing', () => {
    const within = fc.double({ min: 0.0001, max: 0.0008, noNaN: true });
    fc.assert(
      fc.property(within, within, (x, y) => {
        const box = [105.801 + x, 21.024 + y, 105.801 + x + 0.00005, 21.024 + y + 0.00005] as const;
        expect(gatherOnMap(pictureOf([one]), { box, zoom: 20, now: NOW }).total).toBe(1);
        const beside = [box[0] + 0.002, box[1], box[2] + 0.002, box[3]] as const;
        expect(gatherOnMap(pictureOf([one]), { box: beside, zoom: 20, now: NOW }).total).toBe(0);
      }),
    );
  });

  test('narrows by category, group and state, and the whole due minute is on time', () => {
    const thisMinute = new Date('2026-10-20T03:00:00Z').getTime();
    const many = Array.from({ length: 201 }, (_, id) => ({ ...one, id, dueAt: id < 5 ? thisMinute - 1 : thisMinute }));
    const picture = pictureOf([...many, { ...one, id: 999, categoryCode: 'NS-01', group: 'closed' }]);
    const asked = { box: HANOI, zoom: 12, now: NOW };
    const [cluster] = gatherOnMap(picture, asked).clusters;
    expect(cluster).toMatchObject({ count: 202, states: { open: 201, answered: 1, overdue: 5 } });
    expect(cluster).toMatchObject({ latitude: 21.0245, longitude: 105.8015 });
    expect(gatherOnMap(picture, { ...asked, category: 'NS' }).singleIds).toEqual([999]);
    expect(gatherOnMap(picture, { ...asked, state: 'closed' }).singleIds).toEqual([999]);
    expect(gatherOnMap(picture, { ...asked, category: 'XX' }).total).toBe(0);
  });
});
