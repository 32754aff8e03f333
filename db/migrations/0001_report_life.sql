CREATE TABLE "answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"round" smallint NOT NULL,
	"agency_code" text NOT NULL,
	"text" text NOT NULL,
	"no_evidence_reason" text,
	"no_evidence_note" text,
	"verdict" jsonb NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duplicate_suggestions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duplicate_suggestions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"score" integer NOT NULL,
	"because" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"answer_id" bigint,
	"kind" text NOT NULL,
	"storage_key" text NOT NULL,
	"thumbnail_key" text,
	"media_type" text NOT NULL,
	"width" integer,
	"height" integer,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"fingerprint" text,
	"state" text DEFAULT 'stored' NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "follows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"citizen_id" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"agency_code" text,
	"text" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"wait_due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reply" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rating_reviews" (
	"rating_id" bigint PRIMARY KEY NOT NULL,
	"finding" text NOT NULL,
	"cause" text NOT NULL,
	"note" text,
	"reviewed_by" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ratings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"answer_id" bigint NOT NULL,
	"report_id" bigint NOT NULL,
	"citizen_id" bigint NOT NULL,
	"level" text NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tallies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"measure" text NOT NULL,
	"agency_code" text DEFAULT '' NOT NULL,
	"ward_code" text DEFAULT '' NOT NULL,
	"category_code" text DEFAULT '' NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_sums" (
	"day" date NOT NULL,
	"measure" text NOT NULL,
	"agency_code" text NOT NULL,
	"ward_code" text NOT NULL,
	"category_code" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "tally_sums_measure_day_agency_code_ward_code_category_code_pk" PRIMARY KEY("measure","day","agency_code","ward_code","category_code")
);
--> statement-breakpoint
CREATE TABLE "balance_sums" (
	"day" date NOT NULL,
	"measure" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "balance_sums_day_measure_pk" PRIMARY KEY("day","measure")
);
--> statement-breakpoint
CREATE TABLE "agency_totals" (
	"agency_code" text NOT NULL,
	"day" date NOT NULL,
	"totals" jsonb NOT NULL,
	CONSTRAINT "agency_totals_agency_code_day_pk" PRIMARY KEY("agency_code","day")
);
--> statement-breakpoint
CREATE TABLE "balance_checks" (
	"day" date PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"mismatches" integer NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "history_digests" (
	"day" date PRIMARY KEY NOT NULL,
	"rows" integer NOT NULL,
	"last_id" bigint NOT NULL,
	"digest" text NOT NULL,
	"previous_digest" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "escalations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"from_agency" text,
	"to_agency" text NOT NULL,
	"level" smallint NOT NULL,
	"proposal" text,
	"status" text DEFAULT 'open' NOT NULL,
	"decision" text,
	"due_at" timestamp (3) with time zone,
	"raised_by" text,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "obstacles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "obstacles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"agency_code" text NOT NULL,
	"stage" text NOT NULL,
	"step" text NOT NULL,
	"cause" text NOT NULL,
	"note" text,
	"proposal" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decision" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_clocks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_clocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"round" smallint NOT NULL,
	"clock" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"met_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "agency_hours" (
	"agency_code" text PRIMARY KEY NOT NULL,
	"week" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "asset_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"list" text NOT NULL,
	"name" text NOT NULL,
	"plain_name" text NOT NULL,
	"source" text NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"change" jsonb NOT NULL,
	"reason" text NOT NULL,
	"moved_reports" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "due_policies" (
	"version" text PRIMARY KEY NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"policy" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rehoming_batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rehoming_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"status" text NOT NULL,
	"items" jsonb NOT NULL,
	"preview_hash" text NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_by" text,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "routing_rule_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routing_rule_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"rules" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"dry_run" jsonb,
	"dry_run_hash" text,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"activated_by" text,
	"activated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "standard_texts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"category_code" text,
	"purpose" text NOT NULL,
	"body" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ward_map_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ward_map_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"valid_from" date NOT NULL,
	"label" text NOT NULL,
	"units" jsonb NOT NULL,
	"outlines" jsonb,
	"content_hash" text NOT NULL,
	"loaded_by" text NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ward_map_versions_valid_from_unique" UNIQUE("valid_from")
);
--> statement-breakpoint
CREATE TABLE "citizen_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"citizen_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"agency_codes" jsonb,
	"category_codes" jsonb,
	"active" boolean DEFAULT true NOT NULL,
	"token_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "staff_members_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
DROP INDEX "report_history_by_report";--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "photos" DROP COLUMN "perceptual_hash";--> statement-breakpoint
ALTER TABLE "admin_units" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "admin_units" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "seq" integer;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "actor_role" text;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "level" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "resume_state" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "hand_overs" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "extensions" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "questions_asked" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "objections" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "refusal_reason" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "received_day" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "finish_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
-- Rows of before: numbered and given a role here; `migrateDatabase` chains their hashes, which SQL cannot compute.
UPDATE "report_history" SET "actor_role" = CASE "actor_kind" WHEN 'citizen' THEN 'reporter' WHEN 'staff' THEN 'dispatcher' ELSE 'system' END,
  "seq" = numbered.n FROM (SELECT "id", row_number() OVER (PARTITION BY "report_id" ORDER BY "id") AS n FROM "report_history") numbered
  WHERE numbered."id" = "report_history"."id";--> statement-breakpoint
ALTER TABLE "report_history" ALTER COLUMN "seq" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "report_history" ALTER COLUMN "actor_role" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "report_history" ALTER COLUMN "hash" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "report_history" ALTER COLUMN "previous_hash" DROP DEFAULT;--> statement-breakpoint
UPDATE "reports" SET "received_day" = to_char("received_at" AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
  "due_at" = CASE "state" WHEN 'received' THEN "accept_due_at" ELSE "answer_due_at" END;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_agency_code_agencies_code_fk" FOREIGN KEY ("agency_code") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_suggestions" ADD CONSTRAINT "duplicate_suggestions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_suggestions" ADD CONSTRAINT "duplicate_suggestions_other_id_reports_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_agency_code_agencies_code_fk" FOREIGN KEY ("agency_code") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_reviews" ADD CONSTRAINT "rating_reviews_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_from_agency_agencies_code_fk" FOREIGN KEY ("from_agency") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_to_agency_agencies_code_fk" FOREIGN KEY ("to_agency") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacles" ADD CONSTRAINT "obstacles_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacles" ADD CONSTRAINT "obstacles_agency_code_agencies_code_fk" FOREIGN KEY ("agency_code") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_clocks" ADD CONSTRAINT "report_clocks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_one_per_round" ON "answers" USING btree ("report_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_suggestions_once" ON "duplicate_suggestions" USING btree ("report_id","other_id");--> statement-breakpoint
CREATE INDEX "duplicate_suggestions_by_other" ON "duplicate_suggestions" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "answers_by_agency" ON "answers" USING btree ("agency_code","id");--> statement-breakpoint
CREATE INDEX "evidence_by_answer" ON "evidence" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "evidence_by_report" ON "evidence" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "evidence_loose" ON "evidence" USING btree ("uploaded_at") WHERE answer_id is null;--> statement-breakpoint
CREATE INDEX "evidence_by_sha256" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_once" ON "follows" USING btree ("report_id","citizen_id");--> statement-breakpoint
CREATE INDEX "citizens_by_app_user" ON "citizens" USING btree ("user_id_by_app");--> statement-breakpoint
CREATE INDEX "outbox_by_citizen" ON "outbox_messages" USING btree ("citizen_id","id");--> statement-breakpoint
CREATE INDEX "follows_by_citizen" ON "follows" USING btree ("citizen_id");--> statement-breakpoint
CREATE INDEX "questions_by_report" ON "questions" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_one_open" ON "questions" USING btree ("report_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_one_per_answer_and_citizen" ON "ratings" USING btree ("answer_id","citizen_id");--> statement-breakpoint
CREATE INDEX "ratings_unsatisfied" ON "ratings" USING btree ("id") WHERE level = 'unsatisfied';--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_open" ON "incidents" USING btree ("kind","key") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "escalations_by_report" ON "escalations" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "escalations_by_holder" ON "escalations" USING btree ("to_agency","status","id");--> statement-breakpoint
CREATE INDEX "obstacles_by_report" ON "obstacles" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "obstacles_by_status" ON "obstacles" USING btree ("status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_clocks_one_per_round" ON "report_clocks" USING btree ("report_id","kind","round");--> statement-breakpoint
CREATE INDEX "report_clocks_running" ON "report_clocks" USING btree ("due_at") WHERE met_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "asset_lists_once" ON "asset_lists" USING btree ("list","plain_name");--> statement-breakpoint
CREATE UNIQUE INDEX "routing_rule_sets_one_live" ON "routing_rule_sets" USING btree ("status") WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "standard_texts_by_purpose" ON "standard_texts" USING btree ("purpose","category_code");--> statement-breakpoint
CREATE INDEX "citizen_sessions_expiry" ON "citizen_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_history_one_per_seq" ON "report_history" USING btree ("report_id","seq");--> statement-breakpoint
CREATE INDEX "report_history_by_time" ON "report_history" USING btree ("at");--> statement-breakpoint
CREATE INDEX "report_history_unchained" ON "report_history" USING btree ("report_id") WHERE hash = '';--> statement-breakpoint
CREATE INDEX "reports_by_received_day" ON "reports" USING btree ("received_day");--> statement-breakpoint
CREATE INDEX "reports_merged_into" ON "reports" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
-- Append-only: history and ratings are never changed. The one exception gives rows of before this migration their hash.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'UPDATE' AND OLD."hash" = '' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'report_history is append-only' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER report_history_append_only BEFORE UPDATE OR DELETE ON "report_history" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();--> statement-breakpoint
CREATE TRIGGER report_history_no_truncate BEFORE TRUNCATE ON "report_history" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ratings_append_only BEFORE UPDATE OR DELETE ON "ratings" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE INDEX "reports_running_by_due" ON "reports" USING btree (coalesce(due_at, 'infinity'::timestamptz),"id") WHERE state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered');--> statement-breakpoint
CREATE INDEX "reports_running_by_agency" ON "reports" USING btree ("agency_code",coalesce(due_at, 'infinity'::timestamptz),"id") WHERE state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered');--> statement-breakpoint
CREATE INDEX "reports_running_by_ward" ON "reports" USING btree ("ward_code",coalesce(due_at, 'infinity'::timestamptz),"id") WHERE state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered');--> statement-breakpoint
CREATE INDEX "reports_running_by_category" ON "reports" USING btree ("category_code",coalesce(due_at, 'infinity'::timestamptz),"id") WHERE state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered');--> statement-breakpoint
CREATE INDEX "reports_newest" ON "reports" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "reports_newest_by_agency" ON "reports" USING btree ("agency_code","received_at","id");--> statement-breakpoint
CREATE INDEX "reports_newest_by_ward" ON "reports" USING btree ("ward_code","received_at","id");--> statement-breakpoint
CREATE INDEX "reports_newest_by_category" ON "reports" USING btree ("category_code","received_at","id");--> statement-breakpoint
CREATE INDEX "reports_words" ON "reports" USING gin (string_to_array(search_text, ' '));--> statement-breakpoint
CREATE INDEX "reports_not_searchable" ON "reports" USING btree ("id") WHERE search_text = '';--> statement-breakpoint
CREATE INDEX "reports_place" ON "reports" USING gist (point("longitude", "latitude"));
