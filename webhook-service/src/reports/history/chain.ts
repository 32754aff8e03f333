/** Follows the chain of each report's history and says where it is broken. Pure; one row at a time, whatever the length. */
import { type HistoryRowContent, historyRowHash, NO_HASH_BEFORE } from '../../../../db/history-hash.ts';

export interface ChainedRow extends HistoryRowContent {
  code: string;
  previousHash: string;
  hash: string;
}

export type ChainFault =
  /** Its content is not what was hashed. */
  | 'row_changed'
  /** The row before it is not there. */
  | 'rows_missing'
  /** It does not continue the row before it. */
  | 'chain_broken';

export interface ChainFinding {
  fault: ChainFault;
  code: string;
  /** Place in the report's history. */
  seq: number;
  at: Date;
  event: string;
  /** The number the row should have had. */
  expectedSeq: number;
}

/** @returns a function that is given the rows in the order of report and number, and answers with what is wrong at each. */
export function chainChecker(): (row: ChainedRow) => ChainFinding[] {
  let report: number | null = null;
  let seq = 0;
  let hash = NO_HASH_BEFORE;
  return (row) => {
    if (row.reportId !== report) {
      report = row.reportId;
      seq = 0;
      hash = NO_HASH_BEFORE;
    }
    const faults = faultsOf(row, { seq: seq + 1, hash });
    const { code, at, event } = row;
    const findings = faults.map((fault) => ({ fault, code, seq: row.seq, at, event, expectedSeq: seq + 1 }));
    // From here on by what the row itself says: one fault is one finding, not one for every row after it.
    seq = row.seq;
    hash = row.hash;
    return findings;
  };
}

function faultsOf(row: ChainedRow, expected: { seq: number; hash: string }): ChainFault[] {
  const changed: ChainFault[] = historyRowHash(row, row.previousHash) === row.hash ? [] : ['row_changed'];
  // After a gap the hash before cannot match; that is the same fault.
  if (row.seq !== expected.seq) return ['rows_missing', ...changed];
  return row.previousHash === expected.hash ? changed : ['chain_broken', ...changed];
}
