import { describe, expect, it } from 'vitest';
import { type TieCandidate, type TieFacts, tie } from './tie.ts';

const report = (id: number, over: Partial<TieCandidate> = {}): TieCandidate => ({
  ...{ id, code: `HN-${id}`, state: 'in_progress', within: true },
  ...over,
});
const ours = report(1);
const second = report(2);
const others = report(3, { within: false });
const over = report(4, { state: 'closed_confirmed' });

function facts(given: Partial<TieFacts>): TieFacts {
  return { linked: true, quoted: null, code: { is: 'none' }, reports: [], ...given };
}

const own = (of: TieCandidate): TieFacts['code'] => ({ is: 'own', report: of });

describe('the report an official means', () => {
  it.each<[row: string, given: Partial<TieFacts>, tied: number, by: string]>([
    ['the quoted one, of several', { quoted: second, reports: [second, ours] }, 2, 'quote'],
    ['the quoted one, though it is over', { quoted: over, reports: [ours, over] }, 4, 'quote'],
    ['the quoted one, named as well', { quoted: ours, code: own(ours), reports: [second, ours] }, 1, 'quote'],
    ['the named one, of several', { code: own(second), reports: [second, ours] }, 2, 'code'],
    ['the named one, though another agency holds it', { code: own(others), reports: [others, ours] }, 3, 'code'],
    ['the only open one', { reports: [ours] }, 1, 'only_open'],
    ['the only open one they act for', { reports: [others, ours] }, 1, 'only_open'],
    ['the only open one beside closed ones', { reports: [over, ours] }, 1, 'only_open'],
  ])('is %s', (_row, given, tied, by) => {
    expect(tie(facts(given))).toMatchObject({ tied: { id: tied }, by });
  });

  it.each<[code: string, given: Partial<TieFacts>, candidates: number[]]>([
    ['account_unlinked', { linked: false, quoted: ours, reports: [second, ours] }, [1, 2]],
    ['account_unlinked', { linked: false, reports: [{ ...ours, within: false }] }, [1]],
    ['code_of_another', { code: { is: 'another' }, reports: [ours] }, [1]],
    ['code_of_another', { code: { is: 'another' }, quoted: ours, reports: [ours] }, [1]],
    ['code_unknown', { code: { is: 'unknown' }, reports: [ours] }, [1]],
    ['code_misspelt', { code: { is: 'misspelt' }, quoted: ours, reports: [ours] }, [1]],
    ['quote_and_code_differ', { quoted: ours, code: own(second), reports: [second, ours] }, [1, 2]],
    ['several_open', { reports: [over, ours, second] }, [2, 1, 4]],
    ['none_open', { reports: [over] }, [4]],
    ['none_open', { reports: [others, over] }, [4, 3]],
    ['no_report', {}, []],
  ])('is for a person to say: %s', (code, given, candidates) => {
    const found = tie(facts(given));
    expect(found).toMatchObject({ tray: code });
    expect('candidates' in found && found.candidates.map(({ id }) => id)).toEqual(candidates);
  });

  it('offers no more than can be looked through', () => {
    const reports = Array.from({ length: 9 }, (_, index) => report(index + 1));
    expect(tie(facts({ reports }))).toMatchObject({ candidates: { length: 5 } });
  });
});
