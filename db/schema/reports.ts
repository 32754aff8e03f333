import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
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
  'withdrawn',
] as const;

export const priorityClasses = ['emergency', 'urgent', 'normal', 'complex', 'none'] as const;

/** What is never due comes last. */
const dueOrNever = sql`coalesce(due_at, 'infinity'::timestamptz)`;
const running = sql`state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered')`;

const published = sql`published_at is not null`;

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
    /** `text` and `placeText` without diacritics, lower case: what staff search in. */
    searchText: text('search_text').notNull().default(''),
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
    priorityClass: text('priority_class', { enum: priorityClasses }).notNull(),
    emergencyWords: boolean('emergency_words').notNull().default(false),
    /** Who holds it: an agency, named to the citizen. */
    agencyCode: text('agency_code').references(() => agencies.code),
    /** How high it has gone: 0 handler, 1 the agency's leader, 2 the superior agency or the city office. */
    level: smallint('level').notNull().default(0),
    /** The state to return to from `awaiting_citizen` (after the reply) and `merged` (after a split). */
    resumeState: text('resume_state', { enum: reportStates }),
    /** "Not mine" so far; the third goes to the coordinator. */
    handOvers: smallint('hand_overs').notNull().default(0),
    /** Extensions of the present round. */
    extensions: smallint('extensions').notNull().default(0),
    /** Questions to the citizen that were answered or timed out. */
    questionsAsked: smallint('questions_asked').notNull().default(0),
    objections: smallint('objections').notNull().default(0),
    /** 1 until the first reopening. Clocks and answers belong to a round. */
    round: smallint('round').notNull().default(1),
    mergedIntoId: reference('merged_into_id'),
    refusalReason: text('refusal_reason'),
    receivedAt: instant('received_at').notNull(),
    /** Day of receipt in Hà Nội, `YYYY-MM-DD`: the line of the daily balance it belongs to. */
    receivedDay: text('received_day').notNull().default(''),
    acceptDueAt: instant('accept_due_at').notNull(),
    dispatchedAt: instant('dispatched_at'),
    acceptedAt: instant('accepted_at'),
    answerDueAt: instant('answer_due_at'),
    answeredAt: instant('answered_at'),
    finishDueAt: instant('finish_due_at'),
    closedAt: instant('closed_at'),
    /** The due time that counts now, for lists: accept, wait, answer or finish; null when nothing is due. */
    dueAt: instant('due_at'),
    policyVersion: text('policy_version').notNull(),
    /** In the dispatcher's tray since, and why. Null when a rule decided, or a person has. */
    traySince: instant('tray_since'),
    trayReasons: jsonb('tray_reasons').$type<string[]>().notNull().default([]),
    overdueAt: instant('overdue_at'),
    /** The reporter chose to publish this report (their consent must stand as well, domain-hanoi §2.5). */
    publish: boolean('publish').notNull().default(false),
    /** The reporter hides their name also from the agency that handles it; intake officers may reveal it, logged (§1.4). */
    hideMyName: boolean('hide_my_name').notNull().default(false),
    /** On the public list and map since; null while it is not. */
    publishedAt: instant('published_at'),
    /** The words as the public reads them, personal details masked; null while it is not published. */
    publicText: text('public_text'),
    /** A person has looked at the reporter's photos and let them be published (faces, plates, children: §2.5). */
    photosPublishedAt: instant('photos_published_at'),
    /** The reporter's data was erased: text, place and photos are gone, the rest is a tombstone (domain-hanoi §2.5). */
    erasedAt: instant('erased_at'),
    version: integer('version').notNull().default(0),
  },
  (table) => [
    index('reports_by_citizen').on(table.citizenId, table.id),
    index('reports_tray').on(table.traySince).where(sql`tray_since is not null`),
    index('reports_received').on(table.receivedAt).where(sql`state = 'received'`),
    index('reports_by_received_day').on(table.receivedDay),
    index('reports_merged_into').on(table.mergedIntoId).where(sql`merged_into_id is not null`),
    // Lists (`reports/list`): what runs by due time, everything by receipt, whole or by agency, ward or category.
    index('reports_running_by_due').on(dueOrNever, table.id).where(running),
    index('reports_running_by_agency').on(table.agencyCode, dueOrNever, table.id).where(running),
    index('reports_running_by_ward').on(table.wardCode, dueOrNever, table.id).where(running),
    index('reports_running_by_category').on(table.categoryCode, dueOrNever, table.id).where(running),
    index('reports_newest').on(table.receivedAt, table.id),
    index('reports_newest_by_agency').on(table.agencyCode, table.receivedAt, table.id),
    index('reports_newest_by_ward').on(table.wardCode, table.receivedAt, table.id),
    index('reports_newest_by_category').on(table.categoryCode, table.receivedAt, table.id),
    // Whole words: a third of the size of trigrams and ten times as quick, for syllables are short and common.
    index('reports_words').using('gin', sql`string_to_array(search_text, ' ')`),
    // What the public sees: newest first, by ward, and in a rectangle of the map.
    index('reports_public_newest').on(table.publishedAt, table.id).where(published),
    index('reports_public_by_ward').on(table.wardCode, table.publishedAt, table.id).where(published),
    index('reports_public_by_place').on(table.latitude, table.longitude).where(published),
    index('reports_not_searchable').on(table.id).where(sql`search_text = ''`),
  ],
);

/** A due time and how it was met (DESIGN §7), one row per clock and round: enough to explain and to count again. */
export const reportClocks = pgTable(
  'report_clocks',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind', { enum: ['accept', 'answer', 'finish'] }).notNull(),
    round: smallint('round').notNull(),
    /** Everything else of `Clock` in `deadlines/clock.ts`, times as ISO strings. */
    clock: jsonb('clock').$type<Record<string, unknown>>().notNull(),
    /** Null while the clock is paused. */
    dueAt: instant('due_at'),
    /** When it was met or became needless; null while it runs. */
    metAt: instant('met_at'),
  },
  (table) => [
    uniqueIndex('report_clocks_one_per_round').on(table.reportId, table.kind, table.round),
    index('report_clocks_running').on(table.dueAt).where(sql`met_at is null`),
  ],
);

/** Due times as rows; a delayed job is only their alarm (DESIGN §7). */
export const timers = pgTable(
  'timers',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind', {
      enum: [
        'accept_warn',
        'accept_breach',
        'answer_warn',
        'answer_delay',
        'answer_breach',
        'escalation_due',
        'wait_timeout',
        'confirm_timeout',
        'finish_breach',
      ],
    }).notNull(),
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
