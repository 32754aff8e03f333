import { describe, expect, it } from 'vitest';
import { arrowMetres, boxOf, CITY_CENTRE, moved } from './view-box.ts';

const around = (latitude: number, longitude: number, half: number, zoom: number) => ({
  west: longitude - half,
  east: longitude + half,
  south: latitude - half,
  north: latitude + half,
  zoom,
});

describe('boxOf', () => {
  it('asks for the same box when the map was moved a little', () => {
    expect(boxOf(around(21.031, 105.822, 0.01, 15))).toBe(boxOf(around(21.033, 105.824, 0.01, 15)));
  });

  it('covers what is seen', () => {
    expect(boxOf(around(21.02, 105.82, 0.01, 15))).toBe('105.8,21,105.85,21.05');
  });

  it('asks for the whole city at once from far away', () => {
    expect(boxOf(around(21, 105.6, 0.3, 10))).toBe('105.2,20.5,106.1,21.45');
  });

  it('asks for nothing where the city is not in sight', () => {
    expect(boxOf(around(10.77, 106.7, 0.02, 14))).toBeNull();
  });
});

describe('moved', () => {
  it('moves by metres in both directions', () => {
    const north = moved(CITY_CENTRE, { north: 100, east: 0 });
    const east = moved(CITY_CENTRE, { north: 0, east: 100 });
    expect((north.latitude - CITY_CENTRE.latitude) * 111_320).toBeCloseTo(100, 3);
    expect(east.latitude).toBe(CITY_CENTRE.latitude);
    expect(east.longitude - CITY_CENTRE.longitude).toBeCloseTo(0.000_962, 5);
  });
});

describe('arrowMetres', () => {
  it('is a step one can see at every zoom, and never less than two metres', () => {
    expect(arrowMetres(12)).toBeGreaterThan(arrowMetres(15));
    expect(arrowMetres(15)).toBeGreaterThan(30);
    expect(arrowMetres(18)).toBeGreaterThanOrEqual(2);
  });
});
