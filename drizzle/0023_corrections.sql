DROP INDEX "service_records_pending_station";--> statement-breakpoint
DROP INDEX "service_records_pending_institute";--> statement-breakpoint
DROP INDEX "service_records_pending";--> statement-breakpoint
ALTER TABLE "record_texts" ADD COLUMN "undone_words" text;--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "undone_by_id" uuid;--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "service_records_pending_station" ON "service_records" USING btree ("county_id","station_id","created_at","id") WHERE state in ('pending', 'conflict');--> statement-breakpoint
CREATE INDEX "service_records_pending_institute" ON "service_records" USING btree ("county_id","institute_id","created_at","id") WHERE state in ('pending', 'conflict');--> statement-breakpoint
CREATE INDEX "service_records_pending" ON "service_records" USING btree ("county_id","created_at","id") WHERE state in ('pending', 'conflict');--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_not_undone_own" CHECK (undone_by_id <> person_id);--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_undone" CHECK ((state in ('corrected', 'reversed')) = (undone_at is not null) and (undone_at is null) = (undone_by_id is null));