import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** The OA's OAuth pair, sealed with DATA_KEY. One row; refreshed by one process at a time (zalo-platform §2.2). */
export const oaTokens = pgTable('oa_tokens', {
  oaId: text('oa_id').primaryKey(),
  accessTokenEnc: text('access_token_enc'),
  refreshTokenEnc: text('refresh_token_enc').notNull(),
  expiresAt: instant('expires_at'),
  refreshedAt: instant('refreshed_at'),
  version: integer('version').notNull().default(0),
  /** Set before the call and cleared with the answer: a crash in between is seen as "answer lost". */
  refreshStartedAt: instant('refresh_started_at'),
  state: text('state', { enum: ['ok', 'needs_consent'] })
    .notNull()
    .default('ok'),
  /** Fingerprint of the refresh token the operator gave; another one means a new consent. */
  seedFingerprint: text('seed_fingerprint').notNull(),
});

/** A consent somebody has begun on the admin page (§2.1): who comes back with its `state` brings the code for its verifier. */
export const consentRequests = pgTable('consent_requests', {
  /** SHA-256 of `state`, hex. */
  stateHash: text('state_hash').primaryKey(),
  /** PKCE verifier, sealed with DATA_KEY. */
  verifierEnc: text('verifier_enc').notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  usedAt: instant('used_at'),
});
