import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { handOver, identity, instant } from './columns.ts';

/**
 * Zalo's events exactly as they came, stored before the 200. The body is `text`, not `jsonb`: it keeps the signed bytes,
 * costs less to insert, and accepts what jsonb refuses (an escaped NUL), so one odd event cannot fail its neighbours.
 */
export const inboxEvents = pgTable(
  'inbox_events',
  {
    id: identity(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    eventName: text('event_name').notNull(),
    /** OA-scoped id of the citizen the event is about; null for events about nobody. */
    zaloUserId: text('zalo_user_id'),
    eventAt: instant('event_at').notNull(),
    body: text('body').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    /** What became of it, e.g. `drafted`, `echo-matched`; for the monitor, never content. */
    outcome: text('outcome'),
    ...handOver(),
  },
  (table) => [
    index('inbox_events_to_queue')
      .on(table.id)
      .where(sql`queued_at is null and finished_at is null and failed_at is null`),
    index('inbox_events_open_by_sender')
      .on(table.zaloUserId, table.eventAt)
      .where(sql`finished_at is null and failed_at is null`),
    index('inbox_events_in_queue')
      .on(table.queuedAt)
      .where(sql`queued_at is not null and finished_at is null and failed_at is null`),
  ],
);
