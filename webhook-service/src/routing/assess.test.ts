import { describe, expect, it } from 'vitest';
import { adminUnit, adminUnits } from '../../../db/seed/admin-units.ts';
import { assess, locate, type RoutingKnowledge, type Whereabouts } from './assess.ts';
import type { CategorySuggestion } from './category-suggestion.ts';
import { boxAround } from './geo.ts';
import { assetLists } from './rules/asset-list.ts';
import { ruleOf, setOf } from './rules/testing/facts.ts';
import { loadWardMap, type WardMap } from './ward-lookup.ts';

const wardMap = loadWardMap();
const LANG = '00199';
const noon = new Date('2026-10-05T12:00:00+07:00');
const midnight = new Date('2026-10-05T00:00:00+07:00');

const knowing = (suggestions: CategorySuggestion[], more: Partial<RoutingKnowledge> = {}): RoutingKnowledge => ({
  suggester: { suggest: () => suggestions },
  wardMap,
  ...more,
});
const likely = (categoryCode: string, score = 0.9) => knowing([{ categoryCode, score }]);
const centreOf = (code: string) => {
  const [longitude, latitude] = adminUnit(code)?.centre ?? [0, 0];
  return { longitude, latitude };
};
const named = (code: string): Whereabouts['named'] => ({ code, certainty: 'named', candidates: [code] });
const nowhere: Whereabouts = { pin: null, named: null };
const inLang: Whereabouts = { pin: null, named: named(LANG) };

describe('the live rules and lists', () => {
  it('are asked each time, so that a change is seen without a restart', () => {
    let rules = setOf(ruleOf({ to: { agency: { code: 'pc08' } } }));
    let lists = assetLists({});
    const knowledge = knowing([{ categoryCode: 'GT-01', score: 0.9 }], { rules: () => rules, lists: () => lists });
    const agency = () => {
      const { decision } = assess('ổ gà phố Láng Hạ', inLang, noon, knowledge);
      return decision.kind === 'dispatch' ? decision.agencyCode : decision.reasons;
    };
    expect(agency()).toBe('pc08');
    rules = setOf(ruleOf({ when: { onList: 'city_assets' } }));
    expect(agency()).toEqual(['no_rule']);
    lists = assetLists({ city_assets: ['Láng Hạ'] });
    expect(agency()).toBe('so-xay-dung');
  });

  it('are those of this build when nobody provides them, with the hour of the report', () => {
    const copies = (now: Date) => {
      const { decision } = assess('hát karaoke ồn', inLang, now, likely('MT-06'));
      return decision.kind === 'dispatch' ? decision.copyTo : decision.reasons;
    };
    expect(copies(noon)).toEqual([]);
    expect(copies(midnight)).toEqual([`ca-${LANG}`]);
  });
});

describe('the class', () => {
  const classOf = (knowledge: RoutingKnowledge, text = 'việc này') =>
    assess(text, inLang, noon, knowledge).priorityClass;

  it('is that of a sure suggestion', () => {
    expect(classOf(likely('XD-01'))).toBe('complex');
    expect(classOf(likely('GT-02'))).toBe('urgent');
    expect(classOf(likely('GT-12'))).toBe('emergency');
    expect(classOf(likely('OS-04'))).toBe('none');
  });

  it('of an unsure one counts only upwards', () => {
    expect(classOf(likely('XD-01', 0.3))).toBe('normal');
    expect(classOf(likely('GT-02', 0.3))).toBe('urgent');
    expect(classOf(likely('GT-12', 0.3))).toBe('urgent');
    expect(classOf(knowing([]))).toBe('normal');
  });

  it('is emergency by the words, whatever is suggested', () => {
    expect(classOf(likely('XD-01'), 'cháy rồi, lửa to lắm')).toBe('emergency');
    expect(assess('cháy rồi, lửa to lắm', inLang, noon, likely('XD-01')).emergency).toBe(true);
    expect(assess('việc này', inLang, noon, likely('XD-01')).emergency).toBe(false);
  });
});

/** Two squares of 0.01° side by side, and nothing else. */
const squares: WardMap = {
  units: adminUnits,
  boundaries: [
    ['00070', 105.8],
    ['00082', 105.81],
  ].map(([code, west]) => {
    const [left, right] = [Number(west), Number(west) + 0.01];
    const ring: [number, number][] = [
      [left, 21],
      [right, 21],
      [right, 21.01],
      [left, 21.01],
      [left, 21],
    ];
    return { wardCode: String(code), polygons: [[ring]], box: boxAround(ring) };
  }),
};

describe('the place by outlines', () => {
  const wardOf = (latitude: number, longitude: number, name: Whereabouts['named'] = null) =>
    assess('x', { pin: { latitude, longitude }, named: name }, noon, { ...likely('GT-01'), wardMap: squares }).ward;

  it('is certain well inside a ward', () => {
    expect(wardOf(21.005, 105.805)).toEqual({ code: '00070', basis: 'polygon', alternatives: [], outsideCity: false });
  });

  it('offers the neighbour near a border, and lets a name settle it', () => {
    expect(wardOf(21.005, 105.8098)).toEqual({
      code: '00070',
      basis: 'border',
      alternatives: ['00082'],
      outsideCity: false,
    });
    expect(wardOf(21.005, 105.8098, named('00082'))).toMatchObject({ code: '00082', basis: 'named', alternatives: [] });
    expect(wardOf(21.005, 105.805, named('00082'))).toMatchObject({ code: '00070', basis: 'polygon' });
  });

  it('offers the wards within reach of a pin just outside, and lets a name settle it', () => {
    expect(wardOf(20.9998, 105.805)).toEqual({
      code: null,
      basis: null,
      alternatives: ['00070'],
      outsideCity: false,
    });
    expect(wardOf(20.9998, 105.805, named('00070'))).toMatchObject({ code: '00070', basis: 'named' });
  });

  it('has nobody to offer far outside', () => {
    expect(wardOf(20.9, 105.805)).toEqual({ code: null, basis: null, alternatives: [], outsideCity: true });
  });
});

describe('the place without outlines', () => {
  it('is unsure between two centres', () => {
    const [here, there] = [centreOf(LANG), centreOf('00070')];
    const between = Array.from({ length: 40 }, (_, step) => ({
      latitude: here.latitude + ((there.latitude - here.latitude) * step) / 40,
      longitude: here.longitude + ((there.longitude - here.longitude) * step) / 40,
    }));
    const bases = between.map((pin) => assess('x', { pin, named: null }, noon, likely('GT-01')).ward.basis);
    expect(new Set(bases)).toEqual(new Set(['guess', 'unclear-guess']));
  });

  it('is not known without pin and name', () => {
    expect(locate(nowhere, wardMap)).toEqual({ kind: 'unknown' });
    const unsure: Whereabouts = {
      pin: null,
      named: { code: LANG, certainty: 'ambiguous', candidates: [LANG, '00070'] },
    };
    expect(locate(unsure, wardMap)).toEqual({ kind: 'unknown' });
    expect(assess('x', unsure, noon, likely('GT-01')).ward).toEqual({
      code: null,
      basis: null,
      alternatives: [LANG, '00070'],
      outsideCity: false,
    });
    expect(assess('x', nowhere, noon, likely('GT-01')).ward.alternatives).toEqual([]);
  });

  it('is the named ward where no pin says otherwise', () => {
    expect(locate(inLang, wardMap)).toEqual({ kind: 'chosen', wardCode: LANG });
    expect(assess('x', inLang, noon, likely('GT-01')).ward).toEqual({
      code: LANG,
      basis: 'named',
      alternatives: [],
      outsideCity: false,
    });
  });

  it('is what the pin says, unless the name settles what the pin leaves open', () => {
    const pin = centreOf(LANG);
    const guess = locate({ pin, named: null }, wardMap);
    if (guess.kind !== 'guess') throw new Error('a map without outlines guesses');
    expect(guess.wardCode).toBe(LANG);
    const neighbour = guess.alternatives[0] ?? '';
    expect(locate({ pin, named: named(LANG) }, wardMap)).toEqual({ kind: 'chosen', wardCode: LANG });
    expect(locate({ pin, named: named(neighbour) }, wardMap)).toEqual({ kind: 'chosen', wardCode: neighbour });
    expect(locate({ pin, named: named('00508') }, wardMap)).toEqual(guess);
    expect(assess('x', { pin, named: null }, noon, likely('GT-01')).ward).toEqual({
      code: LANG,
      basis: guess.clear ? 'guess' : 'unclear-guess',
      alternatives: guess.alternatives,
      outsideCity: false,
    });
  });

  it('outside the city stays outside, whatever ward is named', () => {
    const pin = { latitude: 10.77, longitude: 106.7 };
    expect(locate({ pin, named: named(LANG) }, wardMap)).toMatchObject({ kind: 'outside' });
    expect(assess('x', { pin, named: null }, noon, likely('GT-01')).ward).toMatchObject({
      code: null,
      outsideCity: true,
    });
  });
});
