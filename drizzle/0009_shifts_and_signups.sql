CREATE TABLE "openings" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"sort_no" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"qualification" text,
	"skill" text,
	"age_from" integer,
	"age_up_to" integer,
	CONSTRAINT "openings_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "shift_places" (
	"county_id" integer NOT NULL,
	"shift_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"capacity_count" integer NOT NULL,
	"overbook_count" integer NOT NULL,
	"waitlist_count" integer NOT NULL,
	"confirmed_count" integer DEFAULT 0 NOT NULL,
	"waiting_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "shift_places_county_id_shift_id_opening_id_pk" PRIMARY KEY("county_id","shift_id","opening_id"),
	CONSTRAINT "shift_places_capacity" CHECK (confirmed_count between 0 and capacity_count + overbook_count),
	CONSTRAINT "shift_places_waitlist" CHECK (waiting_count >= 0)
);
--> statement-breakpoint
CREATE TABLE "shift_reports" (
	"county_id" integer NOT NULL,
	"shift_id" uuid NOT NULL,
	"words" text,
	"photos" text[] NOT NULL,
	CONSTRAINT "shift_reports_county_id_shift_id_pk" PRIMARY KEY("county_id","shift_id")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"sign_up_until_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"reminded_at" timestamp with time zone,
	"others_served_times" integer,
	"reported_by_id" uuid,
	"reported_at" timestamp with time zone,
	CONSTRAINT "shifts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "shifts_start" UNIQUE("county_id","activity_id","starts_at"),
	CONSTRAINT "shifts_period" CHECK (ends_at > starts_at),
	CONSTRAINT "shifts_cut_off" CHECK (sign_up_until_at <= ends_at),
	CONSTRAINT "shifts_reported" CHECK ((others_served_times is null) = (reported_at is null) and others_served_times >= 0)
);
--> statement-breakpoint
CREATE TABLE "signups" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"child_id" uuid,
	"attendee_id" uuid NOT NULL,
	"state" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"signed_up_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	"attendance" text,
	"marked_by_id" uuid,
	"marked_at" timestamp with time zone,
	"picked_up_at" timestamp with time zone,
	"words" text,
	CONSTRAINT "signups_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "signups_attendee" CHECK (attendee_id = coalesce(child_id, person_id)),
	CONSTRAINT "signups_ended" CHECK ((state in ('refused', 'left', 'cancelled')) = (ended_at is not null)),
	CONSTRAINT "signups_attendance" CHECK (attendance is null or (marked_by_id is not null and marked_at is not null))
);
--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "published_by_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "published_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "content" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "risks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "platform_code" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "audience" text DEFAULT 'everybody' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "hazardous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "sign_up" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "private_details_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "state" text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "order_id" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "drafted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "cancel_words" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "activity_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "shift_id" uuid;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_county_id_activity_id_activities_county_id_id_fk" FOREIGN KEY ("county_id","activity_id") REFERENCES "public"."activities"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_places" ADD CONSTRAINT "shift_places_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_places" ADD CONSTRAINT "shift_places_county_id_opening_id_openings_county_id_id_fk" FOREIGN KEY ("county_id","opening_id") REFERENCES "public"."openings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_reports" ADD CONSTRAINT "shift_reports_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_county_id_activity_id_activities_county_id_id_fk" FOREIGN KEY ("county_id","activity_id") REFERENCES "public"."activities"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_county_id_reported_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","reported_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_county_id_activity_id_activities_county_id_id_fk" FOREIGN KEY ("county_id","activity_id") REFERENCES "public"."activities"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_county_id_shift_id_opening_id_shift_places_county_id_shift_id_opening_id_fk" FOREIGN KEY ("county_id","shift_id","opening_id") REFERENCES "public"."shift_places"("county_id","shift_id","opening_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_county_id_answered_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","answered_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_county_id_marked_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","marked_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "openings_activity" ON "openings" USING btree ("county_id","activity_id","sort_no");--> statement-breakpoint
CREATE INDEX "shifts_coming" ON "shifts" USING btree ("county_id","ends_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "signups_one_open" ON "signups" USING btree ("county_id","shift_id","attendee_id") WHERE state in ('asked', 'confirmed', 'waiting');--> statement-breakpoint
CREATE INDEX "signups_person" ON "signups" USING btree ("county_id","person_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "signups_queue" ON "signups" USING btree ("county_id","shift_id","opening_id","queued_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "signups_shift" ON "signups" USING btree ("county_id","shift_id");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_copied_from_id_activities_county_id_id_fk" FOREIGN KEY ("county_id","copied_from_id") REFERENCES "public"."activities"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_drafted_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","drafted_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_published_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","published_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_team" ON "activities" USING btree ("county_id","team_id","starts_at");--> statement-breakpoint
CREATE INDEX "activities_coming" ON "activities" USING btree ("county_id","ends_at","id") WHERE state = 'published';--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_published" CHECK (state <> 'published' or (published_by_id is not null and published_at is not null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_cancelled" CHECK ((state = 'cancelled') = (cancelled_at is not null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_call_complete" CHECK (state <> 'published' or sign_up = 'none' or (content <> '' and risks <> ''));