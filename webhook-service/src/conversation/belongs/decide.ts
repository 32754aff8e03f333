import type { Decision, Facts } from './facts.ts';
import { type Row, type RowId, rows } from './table.ts';

export interface Decided {
  /** The row that decided, for the record and the tests. */
  row: RowId;
  decision: Decision;
}

/** Decides by the first row of the table that holds; the last one always does. */
export function decide(facts: Facts): Decided {
  const row = rows.find(({ when }: Row) => when(facts)) ?? rows[rows.length - 1];
  if (!row) throw new Error('the table has rows');
  return { row: row.id, decision: (row as Row).decides(facts) };
}

/** The table as people read it, row by row: its order, names and reasons. */
export function describeTable(): { order: number; row: RowId; why: string }[] {
  return rows.map(({ id, why }, index) => ({ order: index + 1, row: id, why }));
}
