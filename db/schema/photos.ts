import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { inboxEvents } from './inbox.ts';
import { drafts } from './people.ts';
import { reports } from './reports.ts';

/** A photo sent in the chat: fetched promptly, because the life of Zalo's media addresses is not documented (§1.8). */
export const photos = pgTable(
  'photos',
  {
    id: identity(),
    /** Null for a photo uploaded from the Mini App. */
    inboxEventId: reference('inbox_event_id').references(() => inboxEvents.id),
    /** Zalo sends one picture an event, but the envelope is a list. */
    position: integer('position').notNull(),
    /** Named by the Mini App, so that an upload repeated on a bad network is one photo. */
    uploadKey: text('upload_key').unique(),
    draftId: reference('draft_id')
      .notNull()
      .references(() => drafts.id),
    reportId: reference('report_id').references(() => reports.id),
    /** Where Zalo keeps it; null for an upload. */
    sourceUrl: text('source_url'),
    sentAt: instant('sent_at').notNull(),
    state: text('state', { enum: ['pending', 'stored', 'refused'] })
      .notNull()
      .default('pending'),
    refusal: text('refusal'),
    storageKey: text('storage_key'),
    thumbnailKey: text('thumbnail_key'),
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    /** What `gate/photo-likeness` compares: a small grey copy. */
    fingerprint: text('fingerprint'),
    storedAt: instant('stored_at'),
  },
  (table) => [
    uniqueIndex('photos_one_per_attachment').on(table.inboxEventId, table.position),
    index('photos_by_draft').on(table.draftId),
    index('photos_by_report').on(table.reportId),
  ],
);

/** A voice message, video or file sent in the chat: kept with the report for the people who work on it, never interpreted. */
export const attachments = pgTable(
  'attachments',
  {
    id: identity(),
    inboxEventId: reference('inbox_event_id')
      .notNull()
      .references(() => inboxEvents.id),
    position: integer('position').notNull(),
    draftId: reference('draft_id')
      .notNull()
      .references(() => drafts.id),
    reportId: reference('report_id').references(() => reports.id),
    kind: text('kind', { enum: ['voice', 'video', 'file'] }).notNull(),
    /** As the sender's phone named it; for files only. */
    name: text('name'),
    sourceUrl: text('source_url').notNull(),
    sentAt: instant('sent_at').notNull(),
    state: text('state', { enum: ['pending', 'stored', 'refused'] })
      .notNull()
      .default('pending'),
    refusal: text('refusal'),
    storageKey: text('storage_key'),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    storedAt: instant('stored_at'),
  },
  (table) => [
    uniqueIndex('attachments_once').on(table.inboxEventId, table.position),
    index('attachments_by_draft').on(table.draftId),
    index('attachments_by_report').on(table.reportId),
  ],
);
