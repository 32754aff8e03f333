import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, reference } from './columns.ts';
import { citizens } from './people.ts';
import { agencies } from './reference.ts';
import { reports } from './reports.ts';

/** An answer (kết quả) that passed the evidence gate. Never changed; a better one is a new row. */
export const answers = pgTable(
  'answers',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    round: smallint('round').notNull(),
    agencyCode: text('agency_code')
      .notNull()
      .references(() => agencies.code),
    text: text('text').notNull(),
    /** A reason of the closed list for an answer that can have neither photo nor document. */
    noEvidenceReason: text('no_evidence_reason'),
    noEvidenceNote: text('no_evidence_note'),
    /** What the gate found, rule by rule, and the policy it used: an answer can be judged again later by the same measure. */
    verdict: jsonb('verdict').$type<Record<string, unknown>>().notNull(),
    givenBy: text('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [
    uniqueIndex('answers_one_per_round').on(table.reportId, table.round),
    index('answers_by_agency').on(table.agencyCode, table.id),
  ],
);

/** Proof for an answer (minh chứng): uploaded first, tied to the answer when it is given. */
export const evidence = pgTable(
  'evidence',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    answerId: reference('answer_id').references(() => answers.id),
    kind: text('kind', { enum: ['photo', 'document'] }).notNull(),
    storageKey: text('storage_key').notNull(),
    thumbnailKey: text('thumbnail_key'),
    mediaType: text('media_type').notNull(),
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    /** What `gate/photo-likeness` compares; null for documents. */
    fingerprint: text('fingerprint'),
    /** The row comes before the files and goes after them, so that no file is without a row: only `stored` ones are proof. */
    state: text('state', { enum: ['pending', 'stored', 'removing'] })
      .notNull()
      .default('stored'),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (table) => [
    index('evidence_by_report').on(table.reportId),
    index('evidence_by_answer').on(table.answerId),
    index('evidence_loose').on(table.uploadedAt).where(sql`answer_id is null`),
    index('evidence_by_sha256').on(table.sha256),
  ],
);

/** A question to the citizen and its reply. At most one is open per report. */
export const questions = pgTable(
  'questions',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    agencyCode: text('agency_code').references(() => agencies.code),
    text: text('text').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    waitDueAt: instant('wait_due_at').notNull(),
    state: text('state', { enum: ['open', 'replied', 'timed_out', 'withdrawn'] }).notNull(),
    reply: text('reply'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    index('questions_by_report').on(table.reportId),
    uniqueIndex('questions_one_open').on(table.reportId).where(sql`state = 'open'`),
  ],
);

/** Only the citizen rates (G3); a trigger refuses update and delete. */
export const ratings = pgTable(
  'ratings',
  {
    id: identity(),
    answerId: reference('answer_id')
      .notNull()
      .references(() => answers.id),
    /** The report the citizen rated through: the answered one, or their own that was merged into it. */
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    level: text('level', { enum: ['satisfied', 'accepted', 'unsatisfied'] }).notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull().default([]),
    ratedAt: instant('rated_at').notNull(),
  },
  (table) => [
    uniqueIndex('ratings_one_per_answer_and_citizen').on(table.answerId, table.citizenId),
    index('ratings_unsatisfied').on(table.id).where(sql`level = 'unsatisfied'`),
  ],
);

/** What a reviewer finds about an unsatisfied rating; kept beside it (P9). */
export const ratingReviews = pgTable('rating_reviews', {
  ratingId: reference('rating_id')
    .primaryKey()
    .references(() => ratings.id),
  finding: text('finding', { enum: ['justified', 'not_justified'] }).notNull(),
  cause: text('cause', { enum: ['general', 'no_proof', 'not_attached', 'not_done', 'too_late', 'other'] }).notNull(),
  note: text('note'),
  reviewedBy: text('reviewed_by').notNull(),
  reviewedAt: instant('reviewed_at').notNull(),
});

/** People who follow a report they did not send ("cùng phản ánh" from the map): told of its answer, may rate it. */
export const follows = pgTable(
  'follows',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    citizenId: reference('citizen_id')
      .notNull()
      .references(() => citizens.id),
    since: instant('since').notNull(),
  },
  (table) => [
    uniqueIndex('follows_once').on(table.reportId, table.citizenId),
    index('follows_by_citizen').on(table.citizenId),
  ],
);

/** Reports that may be about the same thing, found by `duplicates/`; a person or the citizen decides. */
export const duplicateSuggestions = pgTable(
  'duplicate_suggestions',
  {
    id: identity(),
    reportId: reference('report_id')
      .notNull()
      .references(() => reports.id),
    otherId: reference('other_id')
      .notNull()
      .references(() => reports.id),
    score: integer('score').notNull(),
    /** Why, one Vietnamese sentence each. */
    because: jsonb('because').$type<string[]>().notNull(),
    state: text('state', { enum: ['open', 'merged', 'rejected'] })
      .notNull()
      .default('open'),
    foundAt: instant('found_at').notNull(),
    decidedBy: text('decided_by'),
  },
  (table) => [
    uniqueIndex('duplicate_suggestions_once').on(table.reportId, table.otherId),
    index('duplicate_suggestions_by_other').on(table.otherId),
  ],
);
