import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LikenessFacts, likenessOf, SUGGEST_FROM } from './likeness.ts';
import { labelledPairs } from './testing/labelled-pairs.ts';
import { factsOf, pairFacts, shifted } from './testing/pair-facts.ts';

const WORDS = ['ổ gà', 'rác', 'ngõ 106', 'ngõ 12', 'Láng Hạ', 'Thái Hà', 'ngập', 'cây đổ', 'số 5', 'ban đêm', 'xe tải'];
const facts = fc
  .record({
    text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
    placeText: fc.option(fc.constantFrom('ngõ 106 Láng Hạ', 'phố Thái Hà', 'cổng chợ')),
    pinned: fc.boolean(),
    metres: fc.integer({ min: 0, max: 500 }),
    hours: fc.integer({ min: 0, max: 300 }),
    categoryCode: fc.option(fc.constantFrom('GT-01', 'GT-02', 'MT-01', 'TN-01', 'TN-02', 'DV-01')),
    suggestions: fc.array(
      fc.constantFrom('GT-01', 'TN-01').map((code) => ({ code })),
      { maxLength: 2 },
    ),
    wardCode: fc.option(fc.constantFrom('00199', '00200')),
    citizenId: fc.option(fc.integer({ min: 1, max: 2 })),
  })
  .map(({ pinned, metres, hours, ...rest }): LikenessFacts => {
    const made = shifted(factsOf(rest), { metres, hours });
    return pinned ? made : { ...made, latitude: null, longitude: null };
  });

describe('the likeness of two reports', () => {
  test('does not depend on which comes first', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
      }),
    );
  });

  test('is a whole number from 0 to 100, suggested only from the threshold on', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const { score, suggest } = likenessOf(a, b);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        if (suggest) expect(score).toBeGreaterThanOrEqual(SUGGEST_FROM);
      }),
    );
  });

  test('is never lower for the nearer or the sooner one', () => {
    const step = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(facts, facts, step, step, (base, other, far, nearer) => {
        const a = { ...base, latitude: 21.0245, longitude: 105.8012 };
        const at = (metres: number, hours: number) =>
          likenessOf(a, shifted({ ...other, ...pinOf(a), receivedAt: a.receivedAt }, { metres, hours })).score;
        const [less, more] = [Math.min(far, nearer), Math.max(far, nearer)];
        expect(at(less, 1)).toBeGreaterThanOrEqual(at(more, 1));
        expect(at(10, less)).toBeGreaterThanOrEqual(at(10, more));
      }),
    );
  });

  test('is never lower when one says in addition what the other says', () => {
    const plainWords = ['rác', 'ngập', 'cây', 'vỡ', 'khói', 'chợ', 'trường', 'loa'];
    const some = fc.subarray(plainWords, { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.nat(), (mine, theirs, pick) => {
        const word = theirs[pick % theirs.length] ?? '';
        const b = factsOf({ text: theirs.join(' ') });
        const score = (text: string) => likenessOf(factsOf({ text }), b).score;
        expect(score([...mine, word].join(' '))).toBeGreaterThanOrEqual(score(mine.join(' ')));
        expect(score(theirs.join(' '))).toBeGreaterThanOrEqual(score(mine.join(' ')));
      }),
    );
  });

  test('never reaches a suggestion beyond three times the radius or twice the hours', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 181, max: 5000 }), (other, metres) => {
        const a = factsOf({ text: other.text, categoryCode: 'GT-01' });
        const b = { ...other, ...pinOf(a), categoryCode: 'GT-01' };
        expect(likenessOf(a, shifted({ ...b, receivedAt: a.receivedAt }, { metres })).suggest).toBe(false);
        expect(likenessOf(a, shifted({ ...b, receivedAt: a.receivedAt }, { hours: 1441 })).suggest).toBe(false);
      }),
    );
  });

  test.each([
    [0, 100],
    [20, 100],
    [60, 80],
    [180, 60],
    [400, 60],
  ])('at %d m of a radius of 60 m scores %d', (metres, score) => {
    const a = factsOf();
    expect(likenessOf(a, shifted(a, { metres })).score).toBe(score);
  });

  test.each([
    [240, 100],
    [720, 95],
    [1440, 90],
  ])('after %d hours of 720 scores %d', (hours, score) => {
    const a = factsOf();
    expect(likenessOf(a, shifted(a, { hours })).score).toBe(score);
  });

  test('counts the category: the same, one the other may be, one of the group, another', () => {
    const a = factsOf({ text: 'nắp cống' });
    const withCategory = (categoryCode: string, suggestions: string[] = []) =>
      likenessOf(a, { ...a, categoryCode, suggestions: suggestions.map((code) => ({ code })) });
    expect(withCategory('GT-01').score).toBe(100);
    expect(withCategory('TN-02', ['GT-01'])).toMatchObject({ score: 94, suggest: true });
    expect(withCategory('GT-05')).toMatchObject({ score: 86, suggest: true });
    expect(withCategory('TN-02')).toMatchObject({ score: 80, suggest: false });
  });

  test('of categories that are not about a place is nothing', () => {
    const a = factsOf({ categoryCode: 'DV-01' });
    expect(likenessOf(a, a)).toEqual({
      score: 0,
      because: [],
      becauseForCitizens: [],
      suggest: false,
      distanceM: 0,
    });
    expect(likenessOf(a, factsOf()).suggest).toBe(false);
    expect(likenessOf(factsOf({ categoryCode: null }), factsOf({ categoryCode: null })).suggest).toBe(false);
  });

  test('lets a draft without a category meet a report of any', () => {
    expect(likenessOf(factsOf({ categoryCode: null }), factsOf())).toMatchObject({ score: 90, suggest: true });
  });

  test('leaves the burst of one person to the intake, but takes their second report', () => {
    const a = factsOf({ citizenId: 7 });
    expect(likenessOf(a, shifted(a, { hours: 59 / 3600 })).suggest).toBe(false);
    expect(likenessOf(a, { ...shifted(a, { hours: 59 / 3600 }), citizenId: 8 }).suggest).toBe(true);
    const later = likenessOf(a, shifted(a, { hours: 1 / 60 }));
    expect(later.suggest).toBe(true);
    expect(later.because).toContain('cùng một người gửi');
  });

  test('without pins needs the same ward and the same place in words', () => {
    const unpinned = (placeText: string | null, wardCode: string | null = '00199') =>
      factsOf({ text: 'rác ba ngày', categoryCode: 'MT-01', placeText, wardCode, latitude: null, longitude: null });
    const a = unpinned('ngõ 106 Hoàng Quốc Việt');
    expect(likenessOf(a, unpinned('ngo 106 HQV')).suggest).toBe(true);
    expect(likenessOf(a, unpinned('ngõ 106 Hoàng Quốc Việt', '00200')).suggest).toBe(false);
    expect(likenessOf(a, unpinned('ngõ 106 Hoàng Quốc Việt', null)).suggest).toBe(false);
    expect(likenessOf(a, unpinned('cổng chợ')).suggest).toBe(false);
    expect(likenessOf(a, unpinned(null)).suggest).toBe(false);
    expect(likenessOf(unpinned('cổng trường Chu Văn An'), unpinned('trước cổng trường Chu Văn An')).suggest).toBe(true);
  });
});

describe('the reasons', () => {
  test('say how near, what field, how soon, which words', () => {
    const a = factsOf({ text: 'Ổ gà sâu trước ngõ 106 Láng Hạ', citizenId: 1 });
    const b = shifted(factsOf({ text: 'o ga ngo 106 lang ha', citizenId: 2 }), { metres: 35, hours: 2 });
    expect(likenessOf(a, b).because).toEqual([
      'cách nhau 35 m',
      'cùng lĩnh vực “Ổ gà, mặt đường hư hỏng, lún nứt”',
      'gửi cách nhau 2 giờ',
      'cùng nhắc tới “ngõ 106”, “Láng Hạ”, “ổ gà”',
    ]);
  });

  test('for another citizen leave out words and people, and round the distance', () => {
    const a = factsOf({ text: 'Ổ gà sâu trước ngõ 106 Láng Hạ', citizenId: 1 });
    const b = shifted({ ...a }, { metres: 34, hours: 2 });
    expect(likenessOf(a, b).becauseForCitizens).toEqual([
      'cách khoảng 30 m',
      'cùng lĩnh vực “Ổ gà, mặt đường hư hỏng, lún nứt”',
      'gửi cách nhau 2 giờ',
    ]);
    expect(likenessOf(a, a).becauseForCitizens[0]).toBe('cách khoảng 10 m');
    expect(likenessOf(a, { ...b, latitude: null }).becauseForCitizens).toHaveLength(2);
  });

  test('name both fields, and what speaks against it', () => {
    const a = factsOf({ text: 'mất nắp cống ngõ 106', categoryCode: 'GT-02', suggestions: [{ code: 'TN-02' }] });
    const b = factsOf({ text: 'cống tắc ngõ 122', categoryCode: 'TN-02' });
    expect(likenessOf(b, a).because).toEqual([
      'cùng một điểm',
      'lĩnh vực gần nhau: “Mất nắp hố ga, sụt lún, hố tử thần” và “Cống tắc, rãnh, hố ga đầy”',
      'gửi gần như cùng lúc',
      'nhưng ghi địa chỉ khác nhau',
    ]);
  });

  test('never carry words of a report that are not ours: no names, no telephone numbers', () => {
    const text = 'Bác Tư Hoè 0912345678 báo rác ở ngõ 8, biển 29H112345';
    const { because } = likenessOf(factsOf({ text, categoryCode: 'MT-01' }), factsOf({ text, categoryCode: 'MT-01' }));
    expect(because.at(-1)).toBe('cùng nhắc tới “ngõ 8”, “rác”');
  });
});

test('labelled pairs: most duplicates are found, few others are offered', () => {
  const rows = labelledPairs.map((pair) => ({ same: pair.same, suggest: likenessOf(...pairFacts(pair)).suggest }));
  const found = rows.filter(({ same, suggest }) => same && suggest).length;
  const wrong = rows.filter(({ same, suggest }) => !same && suggest).length;
  const duplicates = rows.filter(({ same }) => same).length;
  const precision = found / (found + wrong);
  const recall = found / duplicates;
  console.log(
    `duplicates: ${rows.length} pairs, precision ${found}/${found + wrong} = ${precision.toFixed(3)}, ` +
      `recall ${found}/${duplicates} = ${recall.toFixed(3)}`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(80);
  expect(precision).toBeGreaterThanOrEqual(0.88);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

function pinOf({ latitude, longitude }: LikenessFacts) {
  return { latitude, longitude };
}
