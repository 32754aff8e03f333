import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { reports } from './reports.ts';

/**
 * Every change of a report, append-only (a trigger refuses update and delete). Each row holds the hash of the one before
 * it in the same report, so that a row changed, removed or slipped in later shows. No citizen's words in here: they live in
 * tables that can be erased on request without breaking the chain.
 */
export const reportHistory = pgTable(
  'report_history',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    /** 1, 2, 3 … within the report. */
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    event: text('event').notNull(),
    actorKind: text('actor_kind', { enum: ['citizen', 'system', 'staff'] }).notNull(),
    actor: text('actor'),
    actorRole: text('actor_role').notNull(),
    /** Why, in the actor's words or the rule's; internal unless the event is public. */
    reason: text('reason'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    /** Shown to the citizen; internal notes are not. */
    isPublic: boolean('is_public').notNull(),
    /** Of the row before; 64 zeros for the first. Hex SHA-256. */
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('report_history_one_per_seq').on(table.reportId, table.seq),
    index('report_history_by_time').on(table.at),
    // Always empty but while old rows are being chained: what makes asking for them free.
    index('report_history_unchained').on(table.reportId).where(sql`hash = ''`),
  ],
);

/** One line a day over all rows of that day, chained: published, so that a rewritten history cannot be passed off as old. */
export const historyDigests = pgTable('history_digests', {
  /** Day in Hà Nội. */
  day: date('day', { mode: 'string' }).primaryKey(),
  rows: integer('rows').notNull(),
  /** Highest row id there was when it was made: a row of this day that came later is in the line of the day it came. */
  lastId: reference('last_id').notNull(),
  digest: text('digest').notNull(),
  previousDigest: text('previous_digest').notNull(),
  madeAt: instant('made_at').notNull(),
});
