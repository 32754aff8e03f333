import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';

/** Ordered routing rules, whole sets: exactly one is live. A set goes live only with a dry run of this very content. */
export const routingRuleSets = pgTable(
  'routing_rule_sets',
  {
    id: identity(),
    status: text('status', { enum: ['draft', 'live', 'retired'] }).notNull(),
    rules: jsonb('rules').$type<unknown[]>().notNull(),
    /** SHA-256 of the rules, and of the content the dry run saw. */
    contentHash: text('content_hash').notNull(),
    dryRun: jsonb('dry_run').$type<Record<string, unknown>>(),
    dryRunHash: text('dry_run_hash'),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    activatedBy: text('activated_by'),
    activatedAt: instant('activated_at'),
  },
  (table) => [uniqueIndex('routing_rule_sets_one_live').on(table.status).where(sql`status = 'live'`)],
);

/** Lists that rules ask for membership: the city's assets (QĐ 5904), empty until it is loaded. */
export const assetLists = pgTable(
  'asset_lists',
  {
    id: identity(),
    list: text('list').notNull(),
    /** As in the source, e.g. "Láng Hạ". */
    name: text('name').notNull(),
    /** Without diacritics, for matching. */
    plainName: text('plain_name').notNull(),
    source: text('source').notNull(),
    loadedAt: instant('loaded_at').notNull(),
  },
  (table) => [uniqueIndex('asset_lists_once').on(table.list, table.plainName)],
);

/** Hours per class and category, versioned: a due time keeps the version it was counted by. */
export const duePolicies = pgTable('due_policies', {
  version: text('version').primaryKey(),
  validFrom: instant('valid_from').notNull(),
  /** `DuePolicy` of `deadlines/policy.ts`. */
  policy: jsonb('policy').$type<Record<string, unknown>>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Working hours of an agency that differ from the office week. */
export const agencyHours = pgTable('agency_hours', {
  agencyCode: text('agency_code').primaryKey(),
  /** Seven days from Sunday, each a list of [from, to] as `HH:MM`. */
  week: jsonb('week').$type<[string, string][][]>().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** Who changed the calendar, from what to what, and how many due times moved. */
export const calendarChanges = pgTable('calendar_changes', {
  id: identity(),
  change: jsonb('change').$type<Record<string, unknown>>().notNull(),
  reason: text('reason').notNull(),
  movedReports: integer('moved_reports').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** Outlines and names of wards from a day on. The outlines come from files the operator has; this keeps what was loaded. */
export const wardMapVersions = pgTable('ward_map_versions', {
  id: identity(),
  validFrom: date('valid_from', { mode: 'string' }).notNull().unique(),
  label: text('label').notNull(),
  /** New and renamed units with the old ones they take over from: `WardMapUnit[]`. */
  units: jsonb('units').$type<unknown[]>().notNull(),
  /** GeoJSON of the outlines; null when the operator has none. */
  outlines: jsonb('outlines'),
  contentHash: text('content_hash').notNull(),
  loadedBy: text('loaded_by').notNull(),
  loadedAt: instant('loaded_at').notNull(),
});

/** Moving open reports to the agencies of a new ward map: previewed, then applied once. */
export const rehomingBatches = pgTable('rehoming_batches', {
  id: identity(),
  versionId: integer('version_id').notNull(),
  status: text('status', { enum: ['previewed', 'applied'] }).notNull(),
  /** Report codes with the ward and agency before and after. */
  items: jsonb('items').$type<unknown[]>().notNull(),
  previewHash: text('preview_hash').notNull(),
  reason: text('reason').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  appliedBy: text('applied_by'),
  appliedAt: instant('applied_at'),
});

/** Standard texts per category × state with placeholders; a text alone is never an answer. */
export const standardTexts = pgTable(
  'standard_texts',
  {
    id: identity(),
    name: text('name').notNull(),
    /** Category, category group, or null for all. */
    categoryCode: text('category_code'),
    /** What it is for: a command of the lifecycle. */
    purpose: text('purpose').notNull(),
    body: text('body').notNull(),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('standard_texts_by_purpose').on(table.purpose, table.categoryCode)],
);
