CREATE TABLE "team_messages" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_messages_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_namings" (
	"county_id" integer NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"named_by_id" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_namings_county_id_team_id_person_id_pk" PRIMARY KEY("county_id","team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team_requests" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"shows_name" boolean NOT NULL,
	"state" text NOT NULL,
	"reason_code" text,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "team_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "team_requests_answered" CHECK (state not in ('accepted', 'refused') or answered_by_id is not null),
	CONSTRAINT "team_requests_not_own" CHECK (answered_by_id <> person_id)
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "team_id" uuid;--> statement-breakpoint
-- A change of type rewrites every row, whatever row-level security would let an UPDATE see.
ALTER TABLE "team_members" ALTER COLUMN "leads" TYPE text USING CASE WHEN "leads" THEN 'leader' ELSE 'member' END;--> statement-breakpoint
ALTER TABLE "team_members" RENAME COLUMN "leads" TO "rank";--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "shows_name" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "kind" text DEFAULT 'volunteerTeam' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "page_words" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "join_code_no" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "join_code_hash" "bytea";--> statement-breakpoint
ALTER TABLE "team_messages" ADD CONSTRAINT "team_messages_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_messages" ADD CONSTRAINT "team_messages_county_id_author_id_people_county_id_id_fk" FOREIGN KEY ("county_id","author_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_namings" ADD CONSTRAINT "team_namings_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_namings" ADD CONSTRAINT "team_namings_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_namings" ADD CONSTRAINT "team_namings_county_id_named_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","named_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_requests" ADD CONSTRAINT "team_requests_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_requests" ADD CONSTRAINT "team_requests_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_requests" ADD CONSTRAINT "team_requests_county_id_answered_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","answered_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_messages_team" ON "team_messages" USING btree ("county_id","team_id","at");--> statement-breakpoint
CREATE INDEX "team_namings_person" ON "team_namings" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_requests_one_waits" ON "team_requests" USING btree ("county_id","team_id","person_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "team_requests_person" ON "team_requests" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "orders_assignee_team" ON "orders" USING btree ("county_id","assignee_team_id","starts_at") WHERE assignee_team_id is not null;--> statement-breakpoint
CREATE INDEX "teams_parent" ON "teams" USING btree ("county_id","parent_id");--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_join_code" UNIQUE("county_id","join_code_hash");--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_rank" CHECK (rank in ('member', 'deputy', 'leader'));--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_not_own_parent" CHECK (parent_id <> id);--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_closed_has_no_code" CHECK (active or join_code_hash is null);