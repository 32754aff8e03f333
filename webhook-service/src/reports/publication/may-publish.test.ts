import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import { categories } from '../../../../db/seed/categories.ts';
import { DECIDED, decisionOf } from './decision.ts';
import { mayBeDelicate, tellsOfPersonInDanger } from './delicate-words.ts';
import { mayPublish, type ObstacleCode, obstaclesOf, type PublicationFacts } from './may-publish.ts';

const fit: PublicationFacts = {
  state: 'dispatched',
  resumeState: null,
  categoryCode: 'GT-01',
  erased: false,
  chosen: true,
  consented: true,
  personInDanger: false,
  delicate: false,
  decision: null,
};
const fresh = { hidden: false, mended: false, outdated: false };

describe('the rule of publication', () => {
  test('a chosen and consented report of a public category is public once an agency has it, and stays so to its end', () => {
    const shown = reportStates.filter((state) => mayPublish({ ...fit, state }));
    expect(shown).toEqual([
      'dispatched',
      'in_progress',
      'awaiting_citizen',
      'answered',
      'closed_confirmed',
      'closed_unconfirmed',
    ]);
  });

  test.each<[ObstacleCode, Partial<PublicationFacts>]>([
    ['erased', { erased: true }],
    ['not_dispatched', { state: 'received' }],
    ['not_dispatched', { state: 'awaiting_citizen', resumeState: 'received' }],
    ['refused', { state: 'refused' }],
    ['withdrawn', { state: 'withdrawn' }],
    ['merged', { state: 'merged' }],
    ['category_private', { categoryCode: 'AN-09' }],
    ['category_private', { categoryCode: null }],
    ['person_in_danger', { personInDanger: true }],
    ['not_chosen', { chosen: false }],
    ['no_consent', { consented: false }],
    ['hidden', { decision: { ...fresh, hidden: true } }],
    ['person_must_look', { delicate: true }],
    ['person_must_look', { delicate: true, decision: { ...fresh, outdated: true } }],
    ['person_must_look', { decision: { hidden: false, mended: true, outdated: true } }],
  ])('%s stands in the way by itself', (obstacle, change) => {
    expect(obstaclesOf({ ...fit, ...change })).toEqual([obstacle]);
  });

  test('a person who has looked clears what is delicate, and nothing else', () => {
    expect(mayPublish({ ...fit, delicate: true, decision: fresh })).toBe(true);
    for (const change of [{ consented: false }, { chosen: false }, { personInDanger: true }, { erased: true }])
      expect(mayPublish({ ...fit, ...change, decision: fresh })).toBe(false);
  });

  test('no combination publishes a report without choice, consent or a public category', () => {
    const anything = fc.record({
      state: fc.constantFrom(...reportStates),
      resumeState: fc.constantFrom(null, ...reportStates),
      categoryCode: fc.constantFrom(null, ...categories.map(({ code }) => code)),
      erased: fc.boolean(),
      chosen: fc.boolean(),
      consented: fc.boolean(),
      personInDanger: fc.boolean(),
      delicate: fc.boolean(),
      decision: fc.option(fc.record({ hidden: fc.boolean(), mended: fc.boolean(), outdated: fc.boolean() })),
    });
    fc.assert(
      fc.property(anything, (facts) => {
        if (!mayPublish(facts)) return;
        expect(facts).toMatchObject({ chosen: true, consented: true, erased: false, personInDanger: false });
        const found = categories.find(({ code }) => code === facts.categoryCode);
        expect(found).toMatchObject({ publicByDefault: true, accepts: true });
        expect(['received', 'refused', 'withdrawn', 'merged']).not.toContain(facts.state);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what a person decided', () => {
  const decided = (data: Record<string, unknown>) => ({ event: DECIDED, data });
  const words = { event: 'supplemented', data: { words: true } };
  const photos = { event: 'supplemented', data: { words: false, photos: true } };

  test('is the last decision, outdated by words that came later', () => {
    const kept = { mendedTextLost: false };
    expect(decisionOf([words, photos], kept)).toBeNull();
    expect(decisionOf([decided({ hidden: true }), decided({ hidden: false })], kept)).toEqual(fresh);
    expect(decisionOf([decided({ hidden: false }), photos], kept)?.outdated).toBe(false);
    expect(decisionOf([decided({ hidden: false }), words], kept)?.outdated).toBe(true);
    expect(decisionOf([words, decided({ hidden: false, mended: true })], kept)).toEqual({ ...fresh, mended: true });
  });

  test('counts no more once the words they wrote are gone', () => {
    expect(decisionOf([decided({ mended: true })], { mendedTextLost: true })?.outdated).toBe(true);
    expect(decisionOf([decided({ mended: false })], { mendedTextLost: true })?.outdated).toBe(false);
  });
});

describe('words', () => {
  test('about people in danger are known, about dangerous things are not meant', () => {
    for (const text of ['đang đánh nhau ngoài phố', 'cháu bé bị bạo hành', 'vừa có tai nạn, người nằm bất động'])
      expect(tellsOfPersonInDanger(text), text).toBe(true);
    for (const text of ['dây điện đứt giữa đường', 'cháy bãi rác', 'ổ gà to', 'ngập nước'])
      expect(tellsOfPersonInDanger(text), text).toBe(false);
  });

  test('that may be a denunciation need a person', () => {
    expect(
      mayBeDelicate([
        { code: 'XD-01', score: 0.6 },
        { code: 'OS-02', score: 0.3 },
      ]),
    ).toBe(true);
    expect(
      mayBeDelicate([
        { code: 'GT-01', score: 0.9 },
        { code: 'OS-02', score: 0.02 },
      ]),
    ).toBe(false);
  });
});
