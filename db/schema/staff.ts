import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';

export const staffRoles = ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice', 'operations'] as const;

/** People who work with reports. Signing in by password or OIDC comes later; until then each holds a personal token. */
export const staffMembers = pgTable('staff_members', {
  id: identity(),
  name: text('name').notNull(),
  roles: jsonb('roles').$type<(typeof staffRoles)[number][]>().notNull(),
  /** Agencies they act for; null = every agency. A handler or leader always has some. */
  agencyCodes: jsonb('agency_codes').$type<string[]>(),
  /** Category groups (`GT`) or categories (`GT-01`) they may see; null = all. */
  categoryCodes: jsonb('category_codes').$type<string[]>(),
  active: boolean('active').notNull().default(true),
  /** SHA-256 of the token, hex; the token itself is shown once. */
  tokenHash: text('token_hash').unique(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
});

/** A citizen signed in from the Mini App: short-lived, verified by Zalo (§7.1). */
export const citizenSessions = pgTable(
  'citizen_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    citizenId: reference('citizen_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('citizen_sessions_expiry').on(table.expiresAt)],
);

/** Answers to requests with an `Idempotency-Key`, so that a repeated one gets the same answer and changes nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Who asked and the key they chose. */
    key: text('key').primaryKey(),
    /** SHA-256 of method, path and body: the same key with another request is a fault. */
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    response: jsonb('response'),
    at: instant('at').notNull(),
  },
  (table) => [index('idempotency_keys_age').on(table.at)],
);
