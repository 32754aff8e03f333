import { sql } from 'drizzle-orm';
import { boolean, doublePrecision, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { handOver, identity, instant, reference } from './columns.ts';
import { citizens, drafts } from './people.ts';
import { adminUnits, agencies, categories } from './reference.ts';

export const reportStates = [
  'received',
  'dispatched',
  'in_progress',
  'awaiting_citizen',
  'answered',
  'closed_confirmed',
  'closed_unconfirmed',
  'refused',
  'merged',
] as const;

export const reports = pgTable(
  'reports',
  {
    id: identity(),
    code: text('code').notNull().unique(),
    state: text('state', { enum: reportStates }).notNull(),
    channel: text('channel', { enum: ['chat', 'miniapp'] }).notNull(),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    /** One draft makes one report, whoever settles it. */
    draftId: reference('draft_id')
      .unique()
      .references(() => drafts.id),
    text: text('text').notNull(),
    /** The place in words, as the citizen gave it. */
    placeText: text('place_text'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    wardCode: text('ward_code').references(() => adminUnits.code),
    /** How the ward is known: the pin inside a polygon, near a border, the nearest centre (a guess), a name the citizen gave, a person. */
    wardBasis: text('ward_basis', { enum: ['polygon', 'border', 'guess', 'unclear-guess', 'named', 'staff'] }),
    /** Wards offered beside the chosen one (border, unclear guess, ambiguous name). */
    wardAlternatives: jsonb('ward_alternatives').$type<string[]>().notNull().default([]),
    outsideCity: boolean('outside_city').notNull().default(false),
    categoryCode: text('category_code').references(() => categories.code),
    categoryBasis: text('category_basis', { enum: ['suggested', 'staff'] }),
    suggestions: jsonb('suggestions').$type<{ code: string; score: number }[]>().notNull().default([]),
    priorityClass: text('priority_class', { enum: ['emergency', 'urgent', 'normal', 'complex', 'none'] }).notNull(),
    emergencyWords: boolean('emergency_words').notNull().default(false),
    agencyCode: text('agency_code').references(() => agencies.code),
    receivedAt: instant('received_at').notNull(),
    acceptDueAt: instant('accept_due_at').notNull(),
    dispatchedAt: instant('dispatched_at'),
    answerDueAt: instant('answer_due_at'),
    policyVersion: text('policy_version').notNull(),
    /** In the dispatcher's tray since, and why. Null when a rule decided, or a person has. */
    traySince: instant('tray_since'),
    trayReasons: jsonb('tray_reasons').$type<string[]>().notNull().default([]),
    overdueAt: instant('overdue_at'),
    version: integer('version').notNull().default(0),
  },
  (table) => [
    index('reports_by_citizen').on(table.citizenId, table.id),
    index('reports_tray').on(table.traySince).where(sql`tray_since is not null`),
    index('reports_received').on(table.receivedAt).where(sql`state = 'received'`),
  ],
);

/** Every change of a report, append-only. */
export const reportHistory = pgTable(
  'report_history',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    at: instant('at').notNull(),
    event: text('event').notNull(),
    actorKind: text('actor_kind', { enum: ['citizen', 'system', 'staff'] }).notNull(),
    actor: text('actor'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    /** Shown to the citizen; internal notes are not. */
    isPublic: boolean('is_public').notNull(),
  },
  (table) => [index('report_history_by_report').on(table.reportId, table.id)],
);

/** Due times as rows; a delayed job is only their alarm (DESIGN §7). */
export const timers = pgTable(
  'timers',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind', { enum: ['accept_warn', 'accept_breach', 'answer_warn', 'answer_breach'] }).notNull(),
    runAt: instant('run_at').notNull(),
    outcome: text('outcome', { enum: ['fired', 'cancelled'] }),
    ...handOver(),
  },
  (table) => [
    uniqueIndex('timers_one_per_kind').on(table.reportId, table.kind),
    index('timers_to_queue').on(table.id).where(sql`queued_at is null and finished_at is null and failed_at is null`),
    index('timers_due').on(table.runAt).where(sql`finished_at is null and failed_at is null`),
  ],
);
