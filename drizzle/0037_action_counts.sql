CREATE TABLE "action_counts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"action_code" text NOT NULL,
	"action_name" text NOT NULL,
	"measure" text NOT NULL,
	"on_day" date NOT NULL,
	"pieces" integer NOT NULL,
	"piece_points" integer NOT NULL,
	"policy_version" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by_id" uuid,
	"undone_words" text,
	CONSTRAINT "action_counts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "action_counts_pieces" CHECK (pieces > 0 and piece_points > 0),
	CONSTRAINT "action_counts_undone" CHECK ((undone_at is null) = (undone_by_id is null)),
	CONSTRAINT "action_counts_not_own" CHECK (by_id <> person_id and undone_by_id is distinct from person_id)
);
--> statement-breakpoint
CREATE TABLE "action_days" (
	"county_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"action_code" text NOT NULL,
	"on_day" date NOT NULL,
	"pieces" integer NOT NULL,
	"cap_pieces" integer NOT NULL,
	CONSTRAINT "action_days_county_id_person_id_action_code_on_day_pk" PRIMARY KEY("county_id","person_id","action_code","on_day"),
	CONSTRAINT "action_days_within_cap" CHECK (pieces between 0 and cap_pieces)
);
--> statement-breakpoint
ALTER TABLE "action_counts" ADD CONSTRAINT "action_counts_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_counts" ADD CONSTRAINT "action_counts_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_counts" ADD CONSTRAINT "action_counts_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_counts" ADD CONSTRAINT "action_counts_county_id_undone_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","undone_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_days" ADD CONSTRAINT "action_days_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_counts_day" ON "action_counts" USING btree ("county_id","on_day","id");--> statement-breakpoint
CREATE INDEX "action_counts_pair" ON "action_counts" USING btree ("county_id","person_id","by_id","on_day");