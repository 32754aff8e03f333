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
