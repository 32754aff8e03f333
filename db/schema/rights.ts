import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { citizens } from './people.ts';

/** Consent and its withdrawal, one row each, never changed: version, time and wording can be proven (domain-hanoi §2.5). */
export const consents = pgTable(
  'consents',
  {
    id: identity(),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    purpose: text('purpose', { enum: ['handle', 'contact', 'publish'] }).notNull(),
    given: boolean('given').notNull(),
    /** Version of the wording, and the wording itself as it was shown. */
    version: text('version').notNull(),
    wording: text('wording').notNull(),
    language: text('language', { enum: ['vi', 'en'] }).notNull(),
    source: text('source', { enum: ['chat', 'miniapp', 'zalo'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('consents_by_citizen').on(table.citizenId, table.purpose, table.id)],
);

/**
 * A data subject's request (quyền của chủ thể dữ liệu) with its own clock: answered within 2 working days, done within 15
 * days, extended once by at most 15 (domain-hanoi §2.5).
 */
export const privacyRequests = pgTable(
  'privacy_requests',
  {
    id: identity(),
    /** Names the request wherever it came from, so that one that is repeated is one. */
    key: text('key').notNull().unique(),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    kind: text('kind', { enum: ['erase', 'export', 'correct', 'restrict', 'object', 'withdraw_consent'] }).notNull(),
    source: text('source', { enum: ['user_withdraw', 'miniapp_revoke', 'chat', 'miniapp', 'staff'] }).notNull(),
    state: text('state', { enum: ['received', 'answered', 'done', 'refused'] }).notNull(),
    /** In the citizen's words, for requests a person must read; emptied by erasure. */
    note: text('note'),
    receivedAt: instant('received_at').notNull(),
    answerDueAt: instant('answer_due_at').notNull(),
    doneDueAt: instant('done_due_at').notNull(),
    extensionReason: text('extension_reason'),
    answeredAt: instant('answered_at'),
    doneAt: instant('done_at'),
    decidedBy: text('decided_by'),
    /** Why it was refused, or what was done: counts, never content. */
    outcome: jsonb('outcome').$type<Record<string, unknown>>(),
  },
  (table) => [
    index('privacy_requests_open').on(table.doneDueAt).where(sql`state in ('received', 'answered')`),
    index('privacy_requests_by_citizen').on(table.citizenId),
  ],
);
