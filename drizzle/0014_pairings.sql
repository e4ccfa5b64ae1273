CREATE TABLE "pairing_households" (
	"county_id" integer NOT NULL,
	"pairing_id" uuid NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"address_sealed" "bytea" NOT NULL,
	"phone_sealed" "bytea",
	CONSTRAINT "pairing_households_county_id_pairing_id_pk" PRIMARY KEY("county_id","pairing_id")
);
--> statement-breakpoint
CREATE TABLE "pairing_substitutes" (
	"county_id" integer NOT NULL,
	"pairing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"state" text NOT NULL,
	"named_by_id" uuid NOT NULL,
	CONSTRAINT "pairing_substitutes_county_id_pairing_id_person_id_pk" PRIMARY KEY("county_id","pairing_id","person_id"),
	CONSTRAINT "pairing_substitutes_period" CHECK (until_day >= from_day)
);
--> statement-breakpoint
CREATE TABLE "pairing_visits" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"order_id" uuid,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pairing_visits_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"household_person_id" uuid,
	"state" text NOT NULL,
	"every_days" integer NOT NULL,
	"next_visit_on" date NOT NULL,
	"told_due_on" date,
	"told_overdue_on" date,
	"consent_by_id" uuid NOT NULL,
	"consent_at" timestamp with time zone NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_id" uuid,
	CONSTRAINT "pairings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "pairings_every" CHECK (every_days between 1 and 92),
	CONSTRAINT "pairings_two_people" CHECK (volunteer_id <> household_person_id),
	CONSTRAINT "pairings_ended" CHECK ((state = 'ended') = (ended_at is not null))
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "pairing_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pairing_households" ADD CONSTRAINT "pairing_households_county_id_pairing_id_pairings_county_id_id_fk" FOREIGN KEY ("county_id","pairing_id") REFERENCES "public"."pairings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_substitutes" ADD CONSTRAINT "pairing_substitutes_county_id_pairing_id_pairings_county_id_id_fk" FOREIGN KEY ("county_id","pairing_id") REFERENCES "public"."pairings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_substitutes" ADD CONSTRAINT "pairing_substitutes_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_visits" ADD CONSTRAINT "pairing_visits_county_id_pairing_id_pairings_county_id_id_fk" FOREIGN KEY ("county_id","pairing_id") REFERENCES "public"."pairings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_visits" ADD CONSTRAINT "pairing_visits_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_visits" ADD CONSTRAINT "pairing_visits_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_county_id_volunteer_id_people_county_id_id_fk" FOREIGN KEY ("county_id","volunteer_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_county_id_household_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","household_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pairing_substitutes_person" ON "pairing_substitutes" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "pairing_visits_pairing" ON "pairing_visits" USING btree ("county_id","pairing_id","visited_on");--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_visits_order" ON "pairing_visits" USING btree ("county_id","order_id","by_id");--> statement-breakpoint
CREATE INDEX "pairings_volunteer" ON "pairings" USING btree ("county_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "pairings_household" ON "pairings" USING btree ("county_id","household_person_id");--> statement-breakpoint
CREATE INDEX "pairings_unit" ON "pairings" USING btree ("county_id","unit_id");--> statement-breakpoint
CREATE INDEX "pairings_next" ON "pairings" USING btree ("county_id","next_visit_on","id") WHERE state = 'going';--> statement-breakpoint
CREATE UNIQUE INDEX "pairings_once" ON "pairings" USING btree ("county_id","volunteer_id","household_person_id") WHERE state in ('asked', 'going');--> statement-breakpoint
CREATE INDEX "signups_undecided" ON "signups" USING btree ("county_id","starts_at") WHERE state in ('asked', 'waiting');--> statement-breakpoint
CREATE INDEX "signups_unreminded" ON "signups" USING btree ("county_id","starts_at") WHERE state = 'confirmed' and reminded_at is null;