import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import type { MessageExtras, PlanStep } from './message-extras.ts';
import { citizens } from './people.ts';
import { agencies } from './reference.ts';
import { reports } from './reports.ts';

/** Ways to a citizen, in the order the planner prefers them (DESIGN §8). `cs` is the consultation message, free or paid. */
export const channels = ['cs', 'cs_paid', 'miniapp', 'uid', 'zns', 'anonymous'] as const;

/**
 * Messages to citizens, written in the transaction that made them true.
 * queued → sending → accepted → received → seen, only forward; `unsure` = Zalo may have it (answer lost), settled by its
 * echo or by the conversation; `held` = no way to them now, waits for the citizen's next message; `folded` = its news is in
 * the digest `folded_into`, and is received when that is; `refused` = never.
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
    /** Complete without `extras`: buttons may be refused (§3.2). Empty once erased. */
    text: text('text').notNull(),
    extras: jsonb('extras').$type<MessageExtras>(),
    /** The same piece of news is never written twice, whoever retries. */
    idempotencyKey: text('idempotency_key').notNull().unique(),
    state: text('state', {
      enum: ['queued', 'sending', 'unsure', 'accepted', 'received', 'seen', 'held', 'folded', 'refused'],
    })
      .notNull()
      .default('queued'),
    /** The way it was last sent, or is being sent; null before the first call. */
    channel: text('channel', { enum: channels }),
    /** Why this way and no other, step by step; of the latest plan. */
    plan: jsonb('plan').$type<PlanStep[]>(),
    /** The digest that carries this news; the digest's own state says whether the citizen has it. */
    foldedInto: reference('folded_into'),
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
    index('outbox_folded').on(table.foldedInto).where(sql`folded_into is not null`),
    // What was sent to one person lately: limits per person.
    index('outbox_accepted_by_citizen').on(table.citizenId, table.acceptedAt).where(sql`accepted_at is not null`),
  ],
);

/** Receipts that came before the message id was known (an echo or a receipt can overtake the answer). */
export const earlyReceipts = pgTable('early_receipts', {
  zaloMessageId: text('zalo_message_id').primaryKey(),
  receivedAt: instant('received_at'),
  seenAt: instant('seen_at'),
  storedAt: instant('stored_at').notNull().defaultNow(),
});

/**
 * What a paid message costs: reserved in the transaction that claims it, so that two replicas cannot spend the last of a
 * day's budget twice; `spent` when Zalo took it, `released` when it did not. Free messages have a row with 0, so that
 * messages are counted per agency and day in one place.
 */
export const messageCosts = pgTable(
  'message_costs',
  {
    id: identity(),
    messageId: reference('message_id')
      .notNull()
      .references(() => outboxMessages.id),
    /** Day in Hà Nội. */
    day: date('day', { mode: 'string' }).notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    /** Who held the report the message is about; null for messages about none. */
    agencyCode: text('agency_code').references(() => agencies.code),
    citizenId: reference('citizen_id').notNull(),
    /** Đồng, VAT included, by the price list in force then. */
    dong: integer('dong').notNull(),
    state: text('state', { enum: ['reserved', 'spent', 'released'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('message_costs_one_live').on(table.messageId).where(sql`state in ('reserved', 'spent')`),
    index('message_costs_by_day').on(table.day, table.agencyCode),
    index('message_costs_by_citizen').on(table.citizenId, table.day),
    // What a day has cost so far is asked under a lock: only the few that cost something may be read for it.
    index('message_costs_paid').on(table.day).where(sql`dong > 0`),
  ],
);

/** A way that must rest for everybody: rate limit, quota, wallet, revoked grant (§3.11, §3.12). One row a way. */
export const channelPauses = pgTable('channel_pauses', {
  /** `oa` stands for every call of the OA OpenAPI; otherwise one way. */
  scope: text('scope').primaryKey(),
  until: instant('until').notNull(),
  /** Zalo's number that caused it. */
  errorCode: text('error_code').notNull(),
  /** Pauses in a row: the next is longer. */
  times: integer('times').notNull().default(1),
  since: instant('since').notNull(),
});
