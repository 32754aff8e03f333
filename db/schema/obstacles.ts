import { index, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { agencies } from './reference.ts';
import { reportStates, reports } from './reports.ts';

/** Difficulties (khó khăn, vướng mắc): stage × cause × proposal × status (domain P5, P6). */
export const obstacles = pgTable(
  'obstacles',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    agencyCode: text('agency_code')
      .notNull()
      .references(() => agencies.code),
    stage: text('stage', { enum: ['citizen', 'unit', 'authority'] }).notNull(),
    /** The step of the lifecycle it was met in. */
    step: text('step', { enum: reportStates }).notNull(),
    cause: text('cause').notNull(),
    note: text('note'),
    proposal: text('proposal').notNull(),
    status: text('status', { enum: ['open', 'in_hand', 'settled', 'declined'] })
      .notNull()
      .default('open'),
    decision: text('decision'),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (table) => [index('obstacles_by_report').on(table.reportId), index('obstacles_by_status').on(table.status, table.id)],
);

/** Beyond authority (vượt thẩm quyền), reopened or late: who was told, with what proposal, until when (P3). */
export const escalations = pgTable(
  'escalations',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind', { enum: ['beyond_authority', 'overdue', 'reopened', 'ping_pong'] }).notNull(),
    fromAgency: text('from_agency').references(() => agencies.code),
    toAgency: text('to_agency')
      .notNull()
      .references(() => agencies.code),
    level: smallint('level').notNull(),
    /** Written by the agency; required for `beyond_authority`. */
    proposal: text('proposal'),
    status: text('status', { enum: ['open', 'settled'] })
      .notNull()
      .default('open'),
    decision: text('decision'),
    dueAt: instant('due_at'),
    raisedBy: text('raised_by'),
    raisedAt: instant('raised_at').notNull(),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('escalations_by_report').on(table.reportId),
    index('escalations_by_holder').on(table.toAgency, table.status, table.id),
  ],
);
