CREATE TABLE "word_checks" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"asked_no" integer NOT NULL,
	"state" text NOT NULL,
	"hold_reason" text,
	"label" integer,
	"asked_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"reviewed_by_id" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "word_checks_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "word_checks_words" UNIQUE("county_id","subject_id","kind"),
	CONSTRAINT "word_checks_held_has_reason" CHECK (state <> 'held' or hold_reason is not null),
	CONSTRAINT "word_checks_reviewed" CHECK ((state in ('shown', 'hidden')) = (reviewed_by_id is not null)),
	CONSTRAINT "word_checks_not_own" CHECK (reviewed_by_id <> author_id)
);
--> statement-breakpoint
ALTER TABLE "word_checks" ADD CONSTRAINT "word_checks_county_id_author_id_people_county_id_id_fk" FOREIGN KEY ("county_id","author_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_checks" ADD CONSTRAINT "word_checks_county_id_reviewed_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","reviewed_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "word_checks_held" ON "word_checks" USING btree ("county_id","asked_at","id") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "word_checks_waiting" ON "word_checks" USING btree ("county_id","asked_at") WHERE state = 'waiting';