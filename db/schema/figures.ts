import { sql } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';

/**
 * What happened, as signed counts: written with the history row that says so, insert-only so that no two reports wait for
 * one counter, and folded into sums by the sweep. Balance and ranking read the sums and the unfolded tail.
 */
export const tallies = pgTable('tallies', {
  id: identity(),
  /** Balance: day of receipt. Other measures: day on which it happened. In Hà Nội. */
  day: date('day', { mode: 'string' }).notNull(),
  measure: text('measure').notNull(),
  agencyCode: text('agency_code').notNull().default(''),
  wardCode: text('ward_code').notNull().default(''),
  categoryCode: text('category_code').notNull().default(''),
  count: integer('count').notNull(),
});

/** The daily balance: sums of the tallies that belong to no agency, a few rows a day. */
export const balanceSums = pgTable(
  'balance_sums',
  {
    day: date('day', { mode: 'string' }).notNull(),
    measure: text('measure').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.measure] })],
);

/** Sums of all other tallies, as fine as they were written. */
export const tallySums = pgTable(
  'tally_sums',
  {
    day: date('day', { mode: 'string' }).notNull(),
    measure: text('measure').notNull(),
    agencyCode: text('agency_code').notNull(),
    wardCode: text('ward_code').notNull(),
    categoryCode: text('category_code').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.measure, table.day, table.agencyCode, table.wardCode, table.categoryCode] }),
  ],
);

/**
 * How often what has happened at an agency up to and including a day, measure by measure; days on which nothing happened
 * have no row. Two of them make any period, so a ranking takes as long for a day as for ten years.
 */
export const agencyTotals = pgTable(
  'agency_totals',
  {
    agencyCode: text('agency_code').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    totals: jsonb('totals').$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyCode, table.day] })],
);

/** That the balance was checked for a day, and what came of it; a day without a row is still to be checked. */
export const balanceChecks = pgTable('balance_checks', {
  /** Day in Hà Nội that was over. */
  day: date('day', { mode: 'string' }).primaryKey(),
  /** Days of receipt that were compared, because something happened to a report of theirs. */
  days: integer('days').notNull(),
  mismatches: integer('mismatches').notNull(),
  checkedAt: instant('checked_at').notNull(),
});

/** Something that must not be and needs a person: a balance that does not balance, a rule that fails, a broken chain. */
export const incidents = pgTable(
  'incidents',
  {
    id: identity(),
    kind: text('kind').notNull(),
    /** What it is about; one open incident per kind and key. */
    key: text('key').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    times: integer('times').notNull().default(1),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by'),
  },
  (table) => [uniqueIndex('incidents_one_open').on(table.kind, table.key).where(sql`resolved_at is null`)],
);
