import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { handOver, identity, instant } from './columns.ts';

/** What must be queued, written in the transaction that made it necessary. Payloads hold ids, never people. */
export const jobs = pgTable(
  'jobs',
  {
    id: identity(),
    /** A name of `queues/catalog.ts`. */
    name: text('name').notNull(),
    /** One row per thing to do: asking again re-arms the row instead of adding a second. */
    key: text('key').notNull().unique(),
    payload: jsonb('payload').notNull(),
    runAt: instant('run_at').notNull(),
    /** 0 goes first; higher numbers wait for lower ones in the same queue. */
    priority: smallint('priority').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    ...handOver(),
  },
  (table) => [
    index('jobs_to_queue').on(table.id).where(sql`queued_at is null and finished_at is null and failed_at is null`),
    index('jobs_in_queue')
      .on(table.queuedAt)
      .where(sql`queued_at is not null and finished_at is null and failed_at is null`),
    index('jobs_finished').on(table.finishedAt).where(sql`finished_at is not null`),
  ],
);
