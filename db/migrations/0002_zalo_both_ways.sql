CREATE TABLE "chat_tags" (
	"citizen_id" bigint NOT NULL,
	"tag" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_tags_citizen_id_tag_pk" PRIMARY KEY("citizen_id","tag")
);
--> statement-breakpoint
CREATE TABLE "console_accounts" (
	"admin_id" text PRIMARY KEY NOT NULL,
	"staff_id" bigint,
	"linked_at" timestamp (3) with time zone,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "console_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "console_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"source_url" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"refusal" text,
	"evidence_id" bigint
);
--> statement-breakpoint
CREATE TABLE "console_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "console_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"inbox_event_id" bigint NOT NULL,
	"zalo_message_id" text NOT NULL,
	"quoted_message_id" text,
	"admin_id" text NOT NULL,
	"citizen_id" bigint NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'gathering' NOT NULL,
	"belongs_to" bigint,
	"report_id" bigint,
	"deed" text,
	"finding" jsonb,
	"settle_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	CONSTRAINT "console_messages_inbox_event_id_unique" UNIQUE("inbox_event_id"),
	CONSTRAINT "console_messages_zalo_message_id_unique" UNIQUE("zalo_message_id")
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"console_used_at" timestamp (3) with time zone,
	"chat_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_chats" (
	"staff_id" bigint PRIMARY KEY NOT NULL,
	"citizen_id" bigint NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_chats_citizen_id_unique" UNIQUE("citizen_id")
);
--> statement-breakpoint
CREATE TABLE "gap_chats" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gap_chats_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"gap_id" bigint NOT NULL,
	"oa_user_id" text NOT NULL,
	"recovered" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gap_checks" (
	"oa_id" text PRIMARY KEY NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"checked_until" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_gaps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_gaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"cause" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"repaired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "channel_pauses" (
	"scope" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"error_code" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_costs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_costs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" bigint NOT NULL,
	"day" date NOT NULL,
	"channel" text NOT NULL,
	"agency_code" text,
	"citizen_id" bigint NOT NULL,
	"dong" integer NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"inbox_event_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"draft_id" bigint NOT NULL,
	"report_id" bigint,
	"kind" text NOT NULL,
	"name" text,
	"source_url" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"refusal" text,
	"storage_key" text,
	"media_type" text,
	"bytes" integer,
	"sha256" text,
	"stored_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"version" text NOT NULL,
	"wording" text NOT NULL,
	"language" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "privacy_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"citizen_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"answer_due_at" timestamp (3) with time zone NOT NULL,
	"done_due_at" timestamp (3) with time zone NOT NULL,
	"extension_reason" text,
	"answered_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"decided_by" text,
	"outcome" jsonb,
	CONSTRAINT "privacy_requests_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "consent_requests" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"verifier_enc" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "photos" ALTER COLUMN "inbox_event_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ALTER COLUMN "source_url" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_events" ADD COLUMN "source" text DEFAULT 'webhook' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "priority" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "extras" jsonb;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "folded_into" bigint;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "anonymous_conversation_id" text;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "blocked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "unreachable_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "notify_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "miniapp_opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "phone_enc" text;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "is_sensitive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "upload_key" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat_tags" ADD CONSTRAINT "chat_tags_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_accounts" ADD CONSTRAINT "console_accounts_staff_id_staff_members_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_files" ADD CONSTRAINT "console_files_message_id_console_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."console_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_files" ADD CONSTRAINT "console_files_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_messages" ADD CONSTRAINT "console_messages_inbox_event_id_inbox_events_id_fk" FOREIGN KEY ("inbox_event_id") REFERENCES "public"."inbox_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_messages" ADD CONSTRAINT "console_messages_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "console_messages" ADD CONSTRAINT "console_messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_staff_id_staff_members_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_chats" ADD CONSTRAINT "staff_chats_staff_id_staff_members_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_chats" ADD CONSTRAINT "staff_chats_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_chats" ADD CONSTRAINT "gap_chats_gap_id_webhook_gaps_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."webhook_gaps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_costs" ADD CONSTRAINT "message_costs_message_id_outbox_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."outbox_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_costs" ADD CONSTRAINT "message_costs_agency_code_agencies_code_fk" FOREIGN KEY ("agency_code") REFERENCES "public"."agencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_inbox_event_id_inbox_events_id_fk" FOREIGN KEY ("inbox_event_id") REFERENCES "public"."inbox_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_tags_by_tag" ON "chat_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "console_accounts_by_staff" ON "console_accounts" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "console_files_once" ON "console_files" USING btree ("message_id","position");--> statement-breakpoint
CREATE INDEX "console_messages_by_chat" ON "console_messages" USING btree ("citizen_id","sent_at");--> statement-breakpoint
CREATE INDEX "console_messages_by_report" ON "console_messages" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "console_messages_by_admin" ON "console_messages" USING btree ("admin_id","sent_at");--> statement-breakpoint
CREATE INDEX "console_messages_waiting" ON "console_messages" USING btree ("settle_at") WHERE state = 'gathering';--> statement-breakpoint
CREATE INDEX "console_messages_tray" ON "console_messages" USING btree ("id") WHERE state in ('tray', 'held_back');--> statement-breakpoint
CREATE INDEX "console_messages_files" ON "console_messages" USING btree ("belongs_to") WHERE belongs_to is not null;--> statement-breakpoint
CREATE INDEX "link_codes_by_staff" ON "link_codes" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gap_chats_once" ON "gap_chats" USING btree ("gap_id","oa_user_id");--> statement-breakpoint
CREATE INDEX "gap_chats_open" ON "gap_chats" USING btree ("gap_id") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_gaps_one_open" ON "webhook_gaps" USING btree ("state") WHERE state = 'repairing';--> statement-breakpoint
CREATE UNIQUE INDEX "message_costs_one_live" ON "message_costs" USING btree ("message_id") WHERE state in ('reserved', 'spent');--> statement-breakpoint
CREATE INDEX "message_costs_by_day" ON "message_costs" USING btree ("day","agency_code");--> statement-breakpoint
CREATE INDEX "message_costs_by_citizen" ON "message_costs" USING btree ("citizen_id","day");--> statement-breakpoint
CREATE INDEX "message_costs_paid" ON "message_costs" USING btree ("day") WHERE dong > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_once" ON "attachments" USING btree ("inbox_event_id","position");--> statement-breakpoint
CREATE INDEX "attachments_by_draft" ON "attachments" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "attachments_by_report" ON "attachments" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "consents_by_citizen" ON "consents" USING btree ("citizen_id","purpose","id");--> statement-breakpoint
CREATE INDEX "privacy_requests_open" ON "privacy_requests" USING btree ("done_due_at") WHERE state in ('received', 'answered');--> statement-breakpoint
CREATE INDEX "privacy_requests_by_citizen" ON "privacy_requests" USING btree ("citizen_id");--> statement-breakpoint
CREATE INDEX "outbox_folded" ON "outbox_messages" USING btree ("folded_into") WHERE folded_into is not null;--> statement-breakpoint
CREATE INDEX "outbox_accepted_by_citizen" ON "outbox_messages" USING btree ("citizen_id","accepted_at") WHERE accepted_at is not null;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_upload_key_unique" UNIQUE("upload_key");--> statement-breakpoint
-- Proof of consent is never changed; its withdrawal is a row of its own.
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON "consents" FOR EACH ROW EXECUTE FUNCTION refuse_change();
