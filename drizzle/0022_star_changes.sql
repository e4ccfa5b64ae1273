CREATE TABLE "star_changes" (
	"county_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"from_level" integer NOT NULL,
	"to_level" integer NOT NULL,
	"reason" text NOT NULL,
	"earned_minutes" integer NOT NULL,
	"rating_count" integer NOT NULL,
	"average_tenths" integer,
	"policy_version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "star_changes_county_id_person_id_no_pk" PRIMARY KEY("county_id","person_id","no"),
	CONSTRAINT "star_changes_change" CHECK (from_level >= 0 and to_level >= 0 and from_level <> to_level),
	CONSTRAINT "star_changes_first" CHECK (no > 1 or (no = 1 and from_level = 0)),
	CONSTRAINT "star_changes_average" CHECK ((rating_count = 0) = (average_tenths is null))
);
--> statement-breakpoint
ALTER TABLE "star_changes" ADD CONSTRAINT "star_changes_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;