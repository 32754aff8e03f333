import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { citizens } from './people.ts';
import { reports } from './reports.ts';

/**
 * Messages to citizens, written in the transaction that made them true.
 * queued → sending → accepted → received → seen, only forward; `unsure` = Zalo may have it (answer lost), settled by its
 * echo or by the conversation; `held` = outside the window, waits for the citizen's next message; `refused` = never.
 */
export const outboxMessages = pgTable(
  'outbox_messages',
  {
    id: identity(),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    reportId: reference('report_id').references(() => reports.id),
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    /** The same piece of news is never written twice, whoever retries. */
    idempotencyKey: text('idempotency_key').notNull().unique(),
    state: text('state', {
      enum: ['queued', 'sending', 'unsure', 'accepted', 'received', 'seen', 'held', 'refused'],
    })
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    claimedAt: instant('claimed_at'),
    zaloMessageId: text('zalo_message_id').unique(),
    errorCode: text('error_code'),
    createdAt: instant('created_at').notNull(),
    acceptedAt: instant('accepted_at'),
    receivedAt: instant('received_at'),
    seenAt: instant('seen_at'),
  },
  (table) => [
    index('outbox_open_by_citizen').on(table.citizenId, table.id).where(sql`state in ('queued', 'sending', 'unsure')`),
    index('outbox_open').on(table.nextAttemptAt).where(sql`state in ('queued', 'sending', 'unsure')`),
    index('outbox_held').on(table.citizenId).where(sql`state = 'held'`),
    index('outbox_by_report').on(table.reportId),
    // The last question put to a person.
    index('outbox_by_citizen').on(table.citizenId, table.id),
  ],
);

/** Receipts that came before the message id was known (an echo or a receipt can overtake the answer). */
export const earlyReceipts = pgTable('early_receipts', {
  zaloMessageId: text('zalo_message_id').primaryKey(),
  receivedAt: instant('received_at'),
  seenAt: instant('seen_at'),
  storedAt: instant('stored_at').notNull().defaultNow(),
});
