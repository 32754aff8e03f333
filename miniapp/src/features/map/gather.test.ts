import { expect, it } from 'vitest';
import { gather } from './gather.ts';
import type { MapMark } from './map-contract.ts';

const mark = (id: string, longitude: number, look: MapMark['look'] = 'open'): MapMark => ({
  id,
  latitude: 21.02,
  longitude,
  label: id,
  look,
});

it('what lies under one finger is one mark with its number, and says how many are overdue', () => {
  const { marks, clusters } = gather([mark('a', 105.8201), mark('b', 105.8203, 'overdue'), mark('c', 105.95)], 13);
  expect(marks.map(({ id }) => id)).toEqual(['c']);
  expect(clusters).toEqual([
    { latitude: 21.02, longitude: expect.closeTo(105.8202, 5), count: 2, overdue: 1, ids: ['a', 'b'] },
  ]);
});

it('comes apart when one looks closer', () => {
  const close = [mark('a', 105.8201), mark('b', 105.8213)];
  expect(gather(close, 12).clusters).toHaveLength(1);
  expect(gather(close, 18)).toMatchObject({ clusters: [], marks: close });
});

it('stays together where the places are the same, however close one looks', () => {
  expect(gather([mark('a', 105.82), mark('b', 105.82)], 18).clusters[0]?.ids).toEqual(['a', 'b']);
});
