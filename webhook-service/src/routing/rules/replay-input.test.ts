import { describe, expect, it } from 'vitest';
import { type RoutedReport, routingInputOf, wardAnswerOf } from './replay-input.ts';

const at = new Date('2026-10-05T05:00:00Z');
const stored: RoutedReport = {
  text: 'ổ gà',
  placeText: null,
  suggestions: [
    { code: 'GT-01', score: 0.8 },
    { code: 'GT-02', score: 0.1 },
  ],
  categoryCode: 'GT-01',
  categoryBasis: 'suggested',
  priorityClass: 'normal',
  wardCode: '00199',
  wardBasis: 'polygon',
  wardAlternatives: [],
  outsideCity: false,
  latitude: 21,
};

describe('a stored report as the rules see it', () => {
  it('with a suggested category keeps it a suggestion', () => {
    expect(routingInputOf(stored, at)).toEqual({
      suggestions: [
        { categoryCode: 'GT-01', score: 0.8 },
        { categoryCode: 'GT-02', score: 0.1 },
      ],
      chosenCategory: undefined,
      ward: { kind: 'inside', wardCode: '00199', nearBorder: [] },
      text: 'ổ gà',
      at,
    });
  });

  it('with a category a person chose keeps the choice and its class', () => {
    const chosen = { ...stored, categoryBasis: 'staff', categoryCode: 'GT-02', priorityClass: 'urgent' } as const;
    expect(routingInputOf(chosen, at)).toMatchObject({ chosenCategory: 'GT-02', priorityClass: 'urgent' });
    expect(routingInputOf({ ...chosen, categoryCode: null }, at).chosenCategory).toBeUndefined();
  });

  it('reads the place in words beside the text', () => {
    expect(routingInputOf({ ...stored, placeText: 'phố Láng Hạ' }, at).text).toBe('ổ gà\nphố Láng Hạ');
  });

  it.each<[string, Partial<RoutedReport>, ReturnType<typeof wardAnswerOf>]>([
    ['outside the city', { outsideCity: true }, { kind: 'outside' }],
    ['no ward and no pin', { wardCode: null, latitude: null, wardAlternatives: ['00070'] }, { kind: 'unknown' }],
    ['no ward at a pin', { wardCode: null }, { kind: 'unknown' }],
    [
      'no ward, just outside',
      { wardCode: null, wardAlternatives: ['00070'] },
      { kind: 'outside', nearBorder: ['00070'] },
    ],
    [
      'a guess',
      { wardBasis: 'guess', wardAlternatives: ['00070'] },
      { kind: 'guess', wardCode: '00199', alternatives: ['00070'], clear: true },
    ],
    [
      'an unclear guess',
      { wardBasis: 'unclear-guess' },
      { kind: 'guess', wardCode: '00199', alternatives: [], clear: false },
    ],
    ['a name', { wardBasis: 'named' }, { kind: 'chosen', wardCode: '00199' }],
    ['a person', { wardBasis: 'staff' }, { kind: 'chosen', wardCode: '00199' }],
    [
      'near a border',
      { wardBasis: 'border', wardAlternatives: ['00070'] },
      { kind: 'inside', wardCode: '00199', nearBorder: ['00070'] },
    ],
  ])('knows the ward from: %s', (_, given, answer) => expect(wardAnswerOf({ ...stored, ...given })).toEqual(answer));
});
