CREATE TABLE "inbox_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dedupe_key" text NOT NULL,
	"event_name" text NOT NULL,
	"zalo_user_id" text,
	"event_at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"version" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error_code" text,
	CONSTRAINT "inbox_events_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error_code" text,
	CONSTRAINT "jobs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "early_receipts" (
	"zalo_message_id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	"stored_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen_id" bigint NOT NULL,
	"report_id" bigint,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"zalo_message_id" text,
	"error_code" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_messages_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "outbox_messages_zalo_message_id_unique" UNIQUE("zalo_message_id")
);
--> statement-breakpoint
CREATE TABLE "citizens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "citizens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"oa_user_id" text NOT NULL,
	"user_id_by_app" text,
	"followed" boolean DEFAULT false NOT NULL,
	"language" text DEFAULT 'vi' NOT NULL,
	"last_interaction_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "citizens_oa_user_id_unique" UNIQUE("oa_user_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen_id" bigint NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"content" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"last_event_at" timestamp (3) with time zone NOT NULL,
	"quiet_until" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "photos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"inbox_event_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"draft_id" bigint NOT NULL,
	"report_id" bigint,
	"source_url" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"refusal" text,
	"storage_key" text,
	"thumbnail_key" text,
	"width" integer,
	"height" integer,
	"bytes" integer,
	"sha256" text,
	"perceptual_hash" text,
	"stored_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "admin_units" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"kind" text NOT NULL,
	"ward_code" text
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"date" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"certainty" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"code" text PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"priority_class" text NOT NULL,
	"accepts" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_public" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"state" text NOT NULL,
	"channel" text NOT NULL,
	"citizen_id" bigint NOT NULL,
	"draft_id" bigint,
	"text" text NOT NULL,
	"place_text" text,
	"latitude" double precision,
	"longitude" double precision,
	"ward_code" text,
	"ward_basis" text,
	"ward_alternatives" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outside_city" boolean DEFAULT false NOT NULL,
	"category_code" text,
	"category_basis" text,
	"suggestions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"priority_class" text NOT NULL,
	"emergency_words" boolean DEFAULT false NOT NULL,
	"agency_code" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"accept_due_at" timestamp (3) with time zone NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"answer_due_at" timestamp (3) with time zone,
	"policy_version" text NOT NULL,
	"tray_since" timestamp (3) with time zone,
	"tray_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"overdue_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "reports_code_unique" UNIQUE("code"),
	CONSTRAINT "reports_draft_id_unique" UNIQUE("draft_id")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "timers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"version" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error_code" text
);
--> statement-breakpoint
CREATE TABLE "oa_tokens" (
	"oa_id" text PRIMARY KEY NOT NULL,
	"access_token_enc" text,
	"refresh_token_enc" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"refreshed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	"refresh_started_at" timestamp (3) with time zone,
	"state" text DEFAULT 'ok' NOT NULL,
	"seed_fingerprint" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_inbox_event_id_inbox_events_id_fk" FOREIGN KEY ("inbox_event_id") REFERENCES "public"."inbox_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_ward_code_admin_units_code_fk" FOREIGN KEY ("ward_code") REFERENCES "public"."admin_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_history" ADD CONSTRAINT "report_history_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_ward_code_admin_units_code_fk" FOREIGN KEY ("ward_code") REFERENCES "public"."admin_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_agency_code_agencies_code_fk" FOREIGN KEY ("agency_code") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_events_to_queue" ON "inbox_events" USING btree ("id") WHERE queued_at is null and finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "inbox_events_open_by_sender" ON "inbox_events" USING btree ("zalo_user_id","event_at") WHERE finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "inbox_events_in_queue" ON "inbox_events" USING btree ("queued_at") WHERE queued_at is not null and finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "jobs_to_queue" ON "jobs" USING btree ("id") WHERE queued_at is null and finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "jobs_in_queue" ON "jobs" USING btree ("queued_at") WHERE queued_at is not null and finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "jobs_finished" ON "jobs" USING btree ("finished_at") WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_open_by_citizen" ON "outbox_messages" USING btree ("citizen_id","id") WHERE state in ('queued', 'sending', 'unsure');--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox_messages" USING btree ("next_attempt_at") WHERE state in ('queued', 'sending', 'unsure');--> statement-breakpoint
CREATE INDEX "outbox_held" ON "outbox_messages" USING btree ("citizen_id") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "outbox_by_report" ON "outbox_messages" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_open_per_citizen" ON "drafts" USING btree ("citizen_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "drafts_by_citizen" ON "drafts" USING btree ("citizen_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_one_per_attachment" ON "photos" USING btree ("inbox_event_id","position");--> statement-breakpoint
CREATE INDEX "photos_by_draft" ON "photos" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "photos_by_report" ON "photos" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_history_by_report" ON "report_history" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "reports_by_citizen" ON "reports" USING btree ("citizen_id","id");--> statement-breakpoint
CREATE INDEX "reports_tray" ON "reports" USING btree ("tray_since") WHERE tray_since is not null;--> statement-breakpoint
CREATE INDEX "reports_received" ON "reports" USING btree ("received_at") WHERE state = 'received';--> statement-breakpoint
CREATE UNIQUE INDEX "timers_one_per_kind" ON "timers" USING btree ("report_id","kind");--> statement-breakpoint
CREATE INDEX "timers_to_queue" ON "timers" USING btree ("id") WHERE queued_at is null and finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("run_at") WHERE finished_at is null and failed_at is null;