CREATE TABLE "benefit_cards" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"benefit" text NOT NULL,
	"policy_version" integer NOT NULL,
	"period" text NOT NULL,
	"threshold_hours" integer NOT NULL,
	"earned_minutes" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "benefit_cards_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "benefit_cards_earned" CHECK (threshold_hours > 0 and earned_minutes >= threshold_hours * 60)
);
--> statement-breakpoint
CREATE TABLE "benefit_uses" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"benefit" text NOT NULL,
	"policy_version" integer NOT NULL,
	"period" text NOT NULL,
	"no" integer NOT NULL,
	"quota_per_period" integer NOT NULL,
	"threshold_hours" integer NOT NULL,
	"earned_minutes" integer NOT NULL,
	"step" integer NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"unit_id" uuid NOT NULL,
	"partner_id" uuid,
	"by_id" uuid NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by_id" uuid,
	CONSTRAINT "benefit_uses_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "benefit_uses_code_once" UNIQUE("county_id","person_id","benefit","step"),
	CONSTRAINT "benefit_uses_no" CHECK (no between 1 and quota_per_period),
	CONSTRAINT "benefit_uses_earned" CHECK (threshold_hours > 0 and earned_minutes >= threshold_hours * 60),
	CONSTRAINT "benefit_uses_not_own" CHECK (by_id <> person_id),
	CONSTRAINT "benefit_uses_undone" CHECK (num_nonnulls(undone_at, undone_by_id) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "benefit_cards" ADD CONSTRAINT "benefit_cards_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_county_id_undone_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","undone_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "benefit_cards_one" ON "benefit_cards" USING btree ("county_id","person_id","benefit","period") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "benefit_cards_list" ON "benefit_cards" USING btree ("county_id","benefit","period") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "benefit_uses_within_quota" ON "benefit_uses" USING btree ("county_id","person_id","benefit","period","no") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "benefit_uses_person" ON "benefit_uses" USING btree ("county_id","person_id","benefit","used_at","id");--> statement-breakpoint
CREATE INDEX "benefit_uses_by" ON "benefit_uses" USING btree ("county_id","by_id","used_at","id");