import { describe, expect, it } from 'vitest';
import { cedingBy, endedBy, successorsBy, type WardMapUnit } from './ward-map-unit.ts';

const unit = (code: string, from: string[], ends?: string[]): WardMapUnit => ({
  code,
  name: code,
  kind: 'xa',
  centre: [105.8, 21],
  from,
  ...(ends && { ends }),
});

describe('which wards end', () => {
  it('are those taken over that are not listed themselves', () => {
    expect(endedBy([unit('3', ['1', '2'])])).toEqual(new Set(['1', '2']));
    expect(endedBy([unit('1', ['1', '2'])])).toEqual(new Set(['2']));
    expect(endedBy([unit('1', ['1']), unit('3', ['1'])])).toEqual(new Set());
  });

  it('are those said to, where somebody says', () => {
    expect(endedBy([unit('3', ['1', '2'], ['2'])])).toEqual(new Set(['2']));
    expect(endedBy([unit('3', ['1'], [])])).toEqual(new Set());
  });
});

describe('the successors of a ward', () => {
  it('are all that take over from it, itself first when it goes on', () => {
    const units = [unit('3', ['1']), unit('4', ['1', '2'], ['1'])];
    expect(successorsBy(units, '1')).toEqual(['3', '4']);
    expect(successorsBy(units, '2')).toEqual(['2', '4']);
  });

  it('are itself when it is renamed or not touched', () => {
    expect(successorsBy([unit('1', ['1'])], '1')).toEqual(['1']);
    expect(successorsBy([unit('1', ['1'])], '9')).toEqual(['9']);
  });
});

it('a ward that gives land away and goes on unlisted has new borders all the same', () => {
  expect(cedingBy([unit('3', ['1', '2'], ['1'])])).toEqual(new Set(['2']));
  expect(cedingBy([unit('2', ['2']), unit('3', ['2'], [])])).toEqual(new Set());
});
