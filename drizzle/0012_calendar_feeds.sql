CREATE TABLE "calendar_feeds" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid,
	"unit_id" uuid,
	"token_hash" "bytea" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("county_id","token_hash"),
	CONSTRAINT "calendar_feeds_about" CHECK ((team_id is not null) = (kind = 'team') and (unit_id is not null) = (kind = 'station'))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("county_id","person_id");