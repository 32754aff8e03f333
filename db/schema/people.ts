import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import type { DraftContent } from './draft-content.ts';

/**
 * A person who wrote to the OA or opened the Mini App. The OA-scoped id is all that is needed to answer; of somebody who has
 * only used the Mini App it is not known yet, and `oa_user_id` is `miniapp:<app-scoped id>`.
 */
export const citizens = pgTable(
  'citizens',
  {
    id: identity(),
    oaUserId: text('oa_user_id').notNull().unique(),
    /** App-scoped id (§9): may be missing, never a key. */
    userIdByApp: text('user_id_by_app'),
    followed: boolean('followed').notNull().default(false),
    language: text('language', { enum: ['vi', 'en'] })
      .notNull()
      .default('vi'),
    /** Last interaction in the sense of §3.5; decides the 48-hour window. */
    lastInteractionAt: instant('last_interaction_at'),
    /** Set for someone without a Zalo identity; then `oa_user_id` is `anonymous:<id>` and both are needed to answer (§3.8). */
    anonymousConversationId: text('anonymous_conversation_id'),
    /** Zalo said -244: they have blocked us. Nothing is sent until they write again. */
    blockedAt: instant('blocked_at'),
    /** Zalo said that nothing reaches them for now (-227, -218). */
    unreachableUntil: instant('unreachable_until'),
    /** They allowed Mini App notifications (`requestSendNotification`, §7.4), and when they last opened the Mini App. */
    notifyAllowed: boolean('notify_allowed').notNull().default(false),
    miniappOpenedAt: instant('miniapp_opened_at'),
    /** Phone number, sealed with DATA_KEY; only with consent to be contacted. */
    phoneEnc: text('phone_enc'),
    /** Their name as they wrote it, sealed with DATA_KEY; optional, for the people who handle their reports. */
    nameEnc: text('name_enc'),
    /** Zalo marks accounts of children and others the law protects (§6.3). */
    isSensitive: boolean('is_sensitive').notNull().default(false),
    /** Their data was erased; the row only keeps what is left together. `oa_user_id` is then `erased:<random>`. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  // Not unique: the id comes and goes (§9 rule 5), and nothing must fail over it.
  (table) => [index('citizens_by_app_user').on(table.userIdByApp)],
);

/** What a citizen has told us so far in the chat, until it is enough for a report. */
export const drafts = pgTable(
  'drafts',
  {
    id: identity(),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    state: text('state', { enum: ['open', 'reported', 'cancelled', 'discarded'] })
      .notNull()
      .default('open'),
    content: jsonb('content').$type<DraftContent>().notNull(),
    openedAt: instant('opened_at').notNull(),
    /** Zalo's time of the latest message in it: a straggler with an earlier time belongs here, however late it arrives. */
    lastEventAt: instant('last_event_at').notNull(),
    /** The burst is over when nothing came until then; every message moves it. */
    quietUntil: instant('quiet_until').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('drafts_one_open_per_citizen').on(table.citizenId).where(sql`state = 'open'`),
    index('drafts_by_citizen').on(table.citizenId, table.id),
  ],
);
