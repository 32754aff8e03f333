import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { evidence } from './answers.ts';
import { identity, instant, reference } from './columns.ts';
import { inboxEvents } from './inbox.ts';
import { citizens } from './people.ts';
import { reports } from './reports.ts';
import { staffMembers } from './staff.ts';

/** A one-time code by which an official proves that a console account or a Zalo chat is theirs (§1.9: no name comes with it). */
export const linkCodes = pgTable(
  'link_codes',
  {
    /** SHA-256 of the code, hex. */
    codeHash: text('code_hash').primaryKey(),
    staffId: reference('staff_id')
      .notNull()
      .references(() => staffMembers.id),
    expiresAt: instant('expires_at').notNull(),
    consoleUsedAt: instant('console_used_at'),
    chatUsedAt: instant('chat_used_at'),
  },
  (table) => [index('link_codes_by_staff').on(table.staffId)],
);

/** Console accounts (`sender.admin_id`) and whose they are. */
export const consoleAccounts = pgTable(
  'console_accounts',
  {
    adminId: text('admin_id').primaryKey(),
    /** Null until linked: seen in echoes, belongs to nobody we know. */
    staffId: reference('staff_id').references(() => staffMembers.id),
    linkedAt: instant('linked_at'),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (table) => [index('console_accounts_by_staff').on(table.staffId)],
);

/** An official's own chat with the OA: where they are told what only they should read. One a person. */
export const staffChats = pgTable('staff_chats', {
  staffId: reference('staff_id')
    .primaryKey()
    .references(() => staffMembers.id),
  citizenId: reference('citizen_id')
    .notNull()
    .unique()
    .references(() => citizens.id),
  linkedAt: instant('linked_at').notNull(),
});

/**
 * What a person typed in the OA console (an `oa_send_*` echo with `admin_id`). `gathering` until the files that may follow
 * are in, then `done` (a command was given, or a note kept), `held_back` (understood, but the gate or the lifecycle said no),
 * `tray` (whose or which report is not clear), `set_aside` (a person said it is nothing to act upon).
 */
export const consoleMessages = pgTable(
  'console_messages',
  {
    id: identity(),
    inboxEventId: reference('inbox_event_id')
      .notNull()
      .unique()
      .references(() => inboxEvents.id),
    zaloMessageId: text('zalo_message_id').notNull().unique(),
    quotedMessageId: text('quoted_message_id'),
    adminId: text('admin_id').notNull(),
    /** In whose chat it was typed. */
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    sentAt: instant('sent_at').notNull(),
    /** Empty for a photo or file without words. */
    text: text('text').notNull(),
    state: text('state', { enum: ['gathering', 'done', 'held_back', 'tray', 'set_aside'] })
      .notNull()
      .default('gathering'),
    /** The message whose files these are: a photo without words belongs to the words before or after it. */
    belongsTo: reference('belongs_to'),
    reportId: reference('report_id').references(() => reports.id),
    /** What it was read as: `answer`, `ask`, `note` …; a reading of `conversation/console/marks.ts`. */
    deed: text('deed'),
    /** Why it lies where it lies: code, what is missing, candidate reports. Shown to staff only. */
    finding: jsonb('finding').$type<Record<string, unknown>>(),
    settleAt: instant('settle_at').notNull(),
    settledAt: instant('settled_at'),
    /** Who decided in the tray. */
    settledBy: text('settled_by'),
  },
  (table) => [
    index('console_messages_by_chat').on(table.citizenId, table.sentAt),
    index('console_messages_by_report').on(table.reportId),
    index('console_messages_by_admin').on(table.adminId, table.sentAt),
    index('console_messages_waiting').on(table.settleAt).where(sql`state = 'gathering'`),
    index('console_messages_tray').on(table.id).where(sql`state in ('tray', 'held_back')`),
    index('console_messages_files').on(table.belongsTo).where(sql`belongs_to is not null`),
  ],
);

/** A photo or file of a console message; becomes evidence of the report the message is tied to. */
export const consoleFiles = pgTable(
  'console_files',
  {
    id: identity(),
    messageId: reference('message_id')
      .notNull()
      .references(() => consoleMessages.id),
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['photo', 'file'] }).notNull(),
    name: text('name'),
    sourceUrl: text('source_url').notNull(),
    state: text('state', { enum: ['pending', 'stored', 'refused'] })
      .notNull()
      .default('pending'),
    refusal: text('refusal'),
    evidenceId: reference('evidence_id').references(() => evidence.id, { onDelete: 'set null' }),
  },
  (table) => [uniqueIndex('console_files_once').on(table.messageId, table.position)],
);

/** Tags we have set on citizens' chats at Zalo, so that the console can be filtered by agency and state. */
export const chatTags = pgTable(
  'chat_tags',
  {
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    tag: text('tag').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.citizenId, table.tag] }), index('chat_tags_by_tag').on(table.tag)],
);
