CREATE TABLE "record_objections" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	"dismissed_by_id" uuid,
	"dismissed_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "record_objections_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "record_objections_dismissed" CHECK ((dismissed_at is null) = (dismissed_by_id is null)),
	CONSTRAINT "record_objections_not_own" CHECK (dismissed_by_id <> by_id)
);
--> statement-breakpoint
ALTER TABLE "service_records" DROP CONSTRAINT "service_records_decided";--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "notice_ends_on" date;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_county_id_record_id_service_records_county_id_id_fk" FOREIGN KEY ("county_id","record_id") REFERENCES "public"."service_records"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_county_id_dismissed_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","dismissed_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "record_objections_once" ON "record_objections" USING btree ("county_id","record_id","by_id");--> statement-breakpoint
CREATE INDEX "record_objections_by" ON "record_objections" USING btree ("county_id","by_id","at");--> statement-breakpoint
CREATE INDEX "record_objections_waiting" ON "record_objections" USING btree ("county_id","at","id") WHERE dismissed_at is null;--> statement-breakpoint
CREATE INDEX "service_records_on_notice" ON "service_records" USING btree ("county_id","notice_ends_on","id") WHERE state = 'onNotice';--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_notice" CHECK (state <> 'onNotice' or notice_ends_on is not null);--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_decided" CHECK (state not in ('onNotice', 'approved', 'rejected') or (decided_by_id is not null and decided_at is not null));--> statement-breakpoint
-- A person's pending, noticed and approved records never overlap, whoever enters them.
ALTER TABLE "service_records" DROP CONSTRAINT "service_records_no_overlap";
--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_no_overlap"
  EXCLUDE USING gist ("county_id" WITH =, "person_id" WITH =, tstzrange("started_at", "ended_at") WITH &&) WHERE (state IN ('pending', 'onNotice', 'approved'));
