CREATE TABLE "roll_up_marks" (
	"county_id" integer NOT NULL,
	"day_on" date NOT NULL,
	"made_xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roll_up_marks_county_id_day_on_made_xid_made_at_pk" PRIMARY KEY("county_id","day_on","made_xid","made_at")
);
--> statement-breakpoint
CREATE TABLE "roll_up_states" (
	"county_id" integer NOT NULL,
	"marked_until_at" timestamp with time zone,
	"folded_until_at" timestamp with time zone,
	CONSTRAINT "roll_up_states_county_id_pk" PRIMARY KEY("county_id")
);
--> statement-breakpoint
CREATE TABLE "team_days" (
	"county_id" integer NOT NULL,
	"team_id" uuid NOT NULL,
	"day_on" date NOT NULL,
	"shifts_held_count" integer NOT NULL,
	"orders_served_count" integer NOT NULL,
	"served_times" integer NOT NULL,
	"volunteer_times" integer NOT NULL,
	"clocked_minutes" integer NOT NULL,
	"declared_minutes" integer NOT NULL,
	CONSTRAINT "team_days_county_id_team_id_day_on_pk" PRIMARY KEY("county_id","team_id","day_on"),
	CONSTRAINT "team_days_counted" CHECK (least(shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes) >= 0)
);
--> statement-breakpoint
CREATE TABLE "unit_days" (
	"county_id" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"day_on" date NOT NULL,
	"shifts_held_count" integer NOT NULL,
	"orders_served_count" integer NOT NULL,
	"served_times" integer NOT NULL,
	"volunteer_times" integer NOT NULL,
	"clocked_minutes" integer NOT NULL,
	"declared_minutes" integer NOT NULL,
	"new_volunteers_count" integer NOT NULL,
	CONSTRAINT "unit_days_county_id_unit_id_day_on_pk" PRIMARY KEY("county_id","unit_id","day_on"),
	CONSTRAINT "unit_days_counted" CHECK (least(shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes, new_volunteers_count) >= 0)
);
--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "registered_unit_id" uuid;--> statement-breakpoint
ALTER TABLE "team_days" ADD CONSTRAINT "team_days_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_days" ADD CONSTRAINT "unit_days_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_days_day" ON "team_days" USING btree ("county_id","day_on");--> statement-breakpoint
CREATE INDEX "unit_days_day" ON "unit_days" USING btree ("county_id","day_on");--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_county_id_registered_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","registered_unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_served" ON "orders" USING btree ("county_id",coalesce(started_at, fulfilled_at)) WHERE fulfilled_at is not null;--> statement-breakpoint
CREATE INDEX "volunteers_registered" ON "volunteers" USING btree ("county_id","registered_at");--> statement-breakpoint
CREATE INDEX "shifts_begun" ON "shifts" USING btree ("county_id","starts_at");