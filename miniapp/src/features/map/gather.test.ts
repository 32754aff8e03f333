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
  const { marks, clusters } = gather([mark('a', 105.8201), mark('b', 105.8203, 'overdue'), mark('c', 105.95)], [], 13);
  expect(marks.map(({ id }) => id)).toEqual(['c']);
  expect(clusters).toEqual([
    { latitude: 21.02, longitude: expect.closeTo(105.8202, 5), count: 2, overdue: 1, ids: ['a', 'b'] },
  ]);
});

it('comes apart when one looks closer', () => {
  const close = [mark('a', 105.8201), mark('b', 105.8213)];
  expect(gather(close, [], 12).clusters).toHaveLength(1);
  expect(gather(close, [], 18)).toEqual({ clusters: [], marks: close });
});

it('stays together where the places are the same, however close one looks', () => {
  expect(gather([mark('a', 105.82), mark('b', 105.82)], [], 18).clusters[0]?.ids).toEqual(['a', 'b']);
});

it('joins one that the service has gathered already, whose parts are not known', () => {
  const cluster = { latitude: 21.02, longitude: 105.82, count: 9, overdue: 2, ids: [] };
  expect(gather([mark('a', 105.8201)], [cluster], 13)).toMatchObject({
    marks: [],
    clusters: [{ count: 10, overdue: 2, ids: [] }],
  });
});

it('leaves a finger between all that is left, and loses nobody', () => {
  const many = Array.from({ length: 200 }, (_, index) => mark(String(index), 105.8 + ((index * 37) % 100) / 1_000));
  const { marks, clusters } = gather(many, [], 12);
  const places = [...marks, ...clusters].map(({ longitude }) => longitude).sort((one, other) => one - other);
  const finger = (360 * 48) / (256 * 2 ** 12);
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(finger);
  expect(clusters.reduce((sum, { count }) => sum + count, marks.length)).toBe(200);
});
