import { describe, expect, it } from 'vitest';
import type { RoutingInput } from '../agency-rules.ts';
import { noAssets } from './asset-list.ts';
import { createReplay, MAX_SHOWN, type ReplayedReport } from './replay.ts';
import type { RoutingRule } from './rule.ts';
import { ruleOf, setOf } from './testing/facts.ts';

const report = (code: string, given: Partial<RoutingInput> = {}): ReplayedReport => ({
  code,
  input: { suggestions: [], chosenCategory: 'GT-01', ward: { kind: 'chosen', wardCode: '00199' }, ...given },
});
const compare = (live: RoutingRule[], draft: RoutingRule[], ...reports: ReplayedReport[]) => {
  const replay = createReplay(setOf(...live), setOf(...draft), noAssets);
  for (const item of reports) replay.add([item]);
  return replay.result();
};

const toWard = ruleOf({ id: 'ward', name: 'Phường', to: { agency: { type: 'ward_pc' } } });
const toSxd = ruleOf({ id: 'sxd', name: 'Giao Sở' });
const broken = ruleOf({ id: 'broken', name: 'Hỏng', to: { agency: { code: 'nobody' } } });
const rubbish = { chosenCategory: 'MT-01' };

describe('a replay', () => {
  it('without changes says so', () => {
    expect(compare([toWard], [toWard], report('A'), report('B'))).toEqual({
      replayed: 2,
      changed: 0,
      agencies: [],
      tray: { before: 0, after: 0, in: 0, out: 0 },
      changes: [],
      failed: [],
      neverMatched: [],
    });
  });

  it('counts who gains and who loses, the greatest change first, and names the reports with the rule', () => {
    const roads = ruleOf({ id: 'roads', name: 'Đường', when: { categories: ['GT'] } });
    const result = compare(
      [toWard],
      [roads, toWard],
      report('A'),
      report('B', { chosenCategory: 'GT-02' }),
      report('C', rubbish),
      report('D', { ward: { kind: 'chosen', wardCode: '00070' } }),
    );
    expect(result).toMatchObject({ replayed: 4, changed: 3 });
    expect(result.agencies).toEqual([
      { agencyCode: 'so-xay-dung', before: 0, after: 3, gains: 3, loses: 0 },
      { agencyCode: 'ubnd-00199', before: 3, after: 1, gains: 0, loses: 2 },
      { agencyCode: 'ubnd-00070', before: 1, after: 0, gains: 0, loses: 1 },
    ]);
    expect(result.changes.map(({ code }) => code)).toEqual(['A', 'B', 'D']);
    expect(result.changes[0]).toEqual({
      code: 'A',
      from: { tray: false, agencyCode: 'ubnd-00199', copyTo: [], reasons: [] },
      to: { tray: false, agencyCode: 'so-xay-dung', copyTo: [], reasons: [] },
      ruleId: 'roads',
    });
  });

  it('puts agencies with the same change in the order of their codes', () => {
    const result = compare([toWard], [toSxd], report('A'));
    expect(result.agencies.map(({ agencyCode }) => agencyCode)).toEqual(['so-xay-dung', 'ubnd-00199']);
    const back = compare([toSxd], [toWard], report('A'));
    expect(back.agencies.map(({ agencyCode }) => agencyCode)).toEqual(['so-xay-dung', 'ubnd-00199']);
  });

  it('leaves out an agency whose reports stay, and counts one that gains as much as it loses', () => {
    const swap = [
      ruleOf({ id: 'gt', when: { categories: ['GT'] }, to: { agency: { code: 'pc08' } } }),
      ruleOf({ id: 'mt', when: { categories: ['MT'] }, to: { agency: { code: 'pc07' } } }),
      toSxd,
    ];
    const swapped = [
      ruleOf({ id: 'gt', when: { categories: ['GT'] }, to: { agency: { code: 'pc07' } } }),
      ruleOf({ id: 'mt', when: { categories: ['MT'] }, to: { agency: { code: 'pc08' } } }),
      toSxd,
    ];
    expect(
      compare(swap, swapped, report('A'), report('B', rubbish), report('C', { chosenCategory: 'XD-01' })).agencies,
    ).toEqual([
      { agencyCode: 'pc07', before: 1, after: 1, gains: 1, loses: 1 },
      { agencyCode: 'pc08', before: 1, after: 1, gains: 1, loses: 1 },
    ]);
  });

  it('counts what goes into the tray and what comes out of it', () => {
    const unknown: Partial<RoutingInput> = { ward: { kind: 'unknown' }, chosenCategory: 'CS-05' };
    const roadsBroken = ruleOf({ ...broken, when: { categories: ['GT'] } });
    const result = compare(
      [toWard],
      [roadsBroken, toSxd],
      report('A'),
      report('B', unknown),
      report('C', { chosenCategory: 'OS-01' }),
    );
    expect(result.tray).toEqual({ before: 2, after: 2, in: 1, out: 1 });
    expect(result.changes).toEqual([
      {
        code: 'A',
        from: { tray: false, agencyCode: 'ubnd-00199', copyTo: [], reasons: [] },
        to: { tray: true, agencyCode: null, copyTo: [], reasons: ['rule_failed'] },
        ruleId: null,
      },
      {
        code: 'B',
        from: { tray: true, agencyCode: null, copyTo: [], reasons: ['ward_unknown'] },
        to: { tray: false, agencyCode: 'so-xay-dung', copyTo: [], reasons: [] },
        ruleId: 'sxd',
      },
    ]);
    expect(compare([toWard], [toSxd], report('B', unknown)).agencies).toEqual([
      { agencyCode: 'so-xay-dung', before: 0, after: 1, gains: 1, loses: 0 },
    ]);
  });

  it('counts the proposal of a report that waits for a person', () => {
    const guess: Partial<RoutingInput> = {
      chosenCategory: undefined,
      suggestions: [{ categoryCode: 'GT-02', score: 1 }],
    };
    const result = compare([toWard], [toSxd], report('A', guess));
    expect(result.agencies.map(({ agencyCode, gains, loses }) => [agencyCode, gains, loses])).toEqual([
      ['so-xay-dung', 1, 0],
      ['ubnd-00199', 0, 1],
    ]);
    expect(result.tray).toEqual({ before: 1, after: 1, in: 0, out: 0 });
  });

  it('sees a copy that is new', () => {
    const withCopy = ruleOf({ id: 'sxd', to: { agency: { code: 'so-xay-dung' }, copyTo: [{ code: 'pc08' }] } });
    const result = compare([toSxd], [withCopy], report('A'));
    expect(result).toMatchObject({ changed: 1, agencies: [] });
    expect(result.changes[0]?.to.copyTo).toEqual(['pc08']);
  });

  it('counts rules that fail, of the draft only', () => {
    expect(compare([broken], [toSxd], report('A')).failed).toEqual([]);
    const second = ruleOf({ id: 'list', when: { onList: 'schools' } });
    const first = ruleOf({ ...broken, when: { categories: ['GT'] } });
    expect(compare([toSxd], [first, second], report('A'), report('B'), report('C', rubbish)).failed).toEqual([
      { ruleId: 'broken', code: 'agency_unknown', reports: 2 },
      { ruleId: 'list', code: 'list_unknown', reports: 1 },
    ]);
  });

  it('names the rules of the draft that matched nothing', () => {
    const other = ruleOf({ id: 'mt', name: 'Rác', when: { categories: ['MT'] } });
    expect(compare([toSxd], [other, toSxd], report('A')).neverMatched).toEqual([{ ruleId: 'mt', name: 'Rác' }]);
    expect(compare([toSxd], [other, toSxd], report('A'), report('B', rubbish)).neverMatched).toEqual([]);
    expect(compare([toSxd], [toSxd]).neverMatched).toEqual([{ ruleId: 'sxd', name: 'Giao Sở' }]);
  });

  it('counts all changes and shows the first of them', () => {
    const many = Array.from({ length: MAX_SHOWN + 5 }, (_, index) => report(`R${index}`));
    const result = compare([toWard], [toSxd], ...many);
    expect(result.changed).toBe(MAX_SHOWN + 5);
    expect(result.changes.map(({ code }) => code)).toEqual(many.slice(0, MAX_SHOWN).map(({ code }) => code));
  });
});
