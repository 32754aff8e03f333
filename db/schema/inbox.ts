import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { handOver, identity, instant, reference } from './columns.ts';

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
    /** `recovered`: never came by webhook, was found in the conversation afterwards (gap repair). */
    source: text('source', { enum: ['webhook', 'recovered'] })
      .notNull()
      .default('webhook'),
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

/** A time in which Zalo's events did not reach us: found, repaired page by page, and counted (DESIGN §8). */
export const webhookGaps = pgTable(
  'webhook_gaps',
  {
    id: identity(),
    state: text('state', { enum: ['repairing', 'repaired'] }).notNull(),
    /** `silence`: the conversation shows messages we never got; `unsubscribed`: nothing at all comes any more. */
    cause: text('cause', { enum: ['missing', 'silence'] }).notNull(),
    /** Time of the oldest message that was missing, and of the newest. */
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    /** Messages put into the inbox, and of how many people. */
    messages: integer('messages').notNull().default(0),
    people: integer('people').notNull().default(0),
    foundAt: instant('found_at').notNull(),
    repairedAt: instant('repaired_at'),
  },
  (table) => [uniqueIndex('webhook_gaps_one_open').on(table.state).where(sql`state = 'repairing'`)],
);

/** A chat that must be read back for a gap; survives whoever reads it. */
export const gapChats = pgTable(
  'gap_chats',
  {
    id: identity(),
    gapId: reference('gap_id')
      .notNull()
      .references(() => webhookGaps.id),
    oaUserId: text('oa_user_id').notNull(),
    /** Next page to read. */
    nextOffset: integer('next_offset').notNull().default(0),
    recovered: integer('recovered').notNull().default(0),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('gap_chats_once').on(table.gapId, table.oaUserId),
    index('gap_chats_open').on(table.gapId).where(sql`done_at is null`),
  ],
);
