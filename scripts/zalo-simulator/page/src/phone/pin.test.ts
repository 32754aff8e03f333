import { expect, it } from 'vitest';
import { parsePin } from './pin.ts';
import { nearestPlace } from './places.ts';

it.each(['21.01573, 105.81276', ' 21.01573 105.81276 ', '21.01573;105.81276'])('reads %j as a place', (text) => {
  expect(parsePin(text)).toEqual({ latitude: 21.01573, longitude: 105.81276 });
});

it.each(['', '21.01573', 'Láng Hạ', '91, 105', '21, 181', '21,01573, 105,81276'])('refuses %j', (text) => {
  expect(parsePin(text)).toBeNull();
});

it('names the known place within a short walk, and none farther off', () => {
  expect(nearestPlace(21.0287, 105.8525)).toBe('Hồ Gươm');
  expect(nearestPlace(21.3, 105.3)).toBeUndefined();
});
