ALTER TABLE "citizens" ADD COLUMN "name_enc" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "publish" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "hide_my_name" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "public_text" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "photos_published_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "reports_public_newest" ON "reports" USING btree ("published_at","id") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "reports_public_by_ward" ON "reports" USING btree ("ward_code","published_at","id") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "reports_public_by_place" ON "reports" USING btree ("latitude","longitude") WHERE published_at is not null;