import { describe, expect, test } from 'vitest';
import { historyRowHash, NO_HASH_BEFORE } from '../../../../db/history-hash.ts';
import { type ChainedRow, chainChecker } from './chain.ts';

const content = {
  code: 'HN-TEST',
  actorKind: 'system',
  actor: null,
  actorRole: 'system',
  reason: null,
  data: {},
  isPublic: true,
};

/** Chained rows of one report, as they should be. */
function log(reportId: number, events: string[]): ChainedRow[] {
  let previousHash = NO_HASH_BEFORE;
  return events.map((event, index) => {
    const row = { ...content, reportId, seq: index + 1, at: new Date(index * 1000), event };
    const hash = historyRowHash(row, previousHash);
    const chained = { ...row, previousHash, hash };
    previousHash = hash;
    return chained;
  });
}

function check(rows: ChainedRow[]): string[] {
  const checker = chainChecker();
  return rows.flatMap((row) =>
    checker(row).map(({ fault, seq, event, expectedSeq }) => `${fault} ${seq} ${event} ${expectedSeq}`),
  );
}

const events = ['received', 'dispatched', 'accepted', 'answered'];
const whole = log(1, events);
const at = (index: number) => whole[index] as ChainedRow;

describe('the chain of a history', () => {
  test('is whole for whole reports, each beginning anew', () => {
    expect(check([...whole, ...log(2, events), ...log(3, ['received'])])).toEqual([]);
  });

  test('shows a changed row, there and nowhere else', () => {
    expect(check(whole.map((row) => (row.seq === 2 ? { ...row, event: 'refused' } : row)))).toEqual([
      'row_changed 2 refused 2',
    ]);
  });

  test('shows a removed row at the one that follows', () => {
    expect(check(whole.filter(({ seq }) => seq !== 2))).toEqual(['rows_missing 3 accepted 2']);
  });

  test('shows that the first rows are gone', () => {
    expect(check(whole.slice(2))).toEqual(['rows_missing 3 accepted 1']);
  });

  test('shows a row slipped in with a number that is taken', () => {
    const slipped = { ...at(1), event: 'extended' };
    expect(check([at(0), at(1), slipped, at(2), at(3)])).toEqual([
      'rows_missing 2 extended 3',
      'row_changed 2 extended 3',
    ]);
  });

  test('shows a well-made row put in the place of another, at the one that follows', () => {
    const row = { ...at(1), event: 'refused' };
    const forged = { ...row, hash: historyRowHash(row, row.previousHash) };
    expect(check([at(0), forged, at(2), at(3)])).toEqual(['chain_broken 3 accepted 3']);
  });

  test('shows both rows whose numbers were swapped', () => {
    const swapped = [at(0), { ...at(2), seq: 2 }, { ...at(1), seq: 3 }, at(3)];
    expect(check(swapped)).toEqual([
      'chain_broken 2 accepted 2',
      'row_changed 2 accepted 2',
      'chain_broken 3 dispatched 3',
      'row_changed 3 dispatched 3',
      'chain_broken 4 answered 4',
    ]);
  });

  test('shows a first row that claims something before it', () => {
    const row = { ...at(0), previousHash: at(3).hash };
    expect(check([{ ...row, hash: historyRowHash(row, row.previousHash) }])).toEqual(['chain_broken 1 received 1']);
  });

  test('says which report and when', () => {
    const [finding] = chainChecker()({ ...at(0), event: 'merged' });
    expect(finding).toEqual({
      fault: 'row_changed',
      code: 'HN-TEST',
      seq: 1,
      at: new Date(0),
      event: 'merged',
      expectedSeq: 1,
    });
  });
});
