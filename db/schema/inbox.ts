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
    /** `silence`: nothing at all came any more; `missing`: some events did, these did not. */
    cause: text('cause', { enum: ['missing', 'silence'] }).notNull(),
    /** The time looked at: what was sent before is known to be in the inbox, what comes after is the next check's. */
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
    recovered: integer('recovered').notNull().default(0),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('gap_chats_once').on(table.gapId, table.oaUserId),
    index('gap_chats_open').on(table.gapId).where(sql`done_at is null`),
  ],
);

/**
 * How far the conversations have been compared with the inbox, one row per OA. In the database, so that a time in which
 * nothing of ours ran is looked at afterwards, and replicas share one interval.
 */
export const gapChecks = pgTable('gap_checks', {
  oaId: text('oa_id').primaryKey(),
  /** What people wrote before the service listened for the first time is not its to answer. */
  beganAt: instant('began_at').notNull(),
  /** Every message sent until then is in the inbox or belongs to a gap. */
  checkedUntil: instant('checked_until').notNull(),
  /** When somebody last began to look. */
  checkedAt: instant('checked_at').notNull(),
});
