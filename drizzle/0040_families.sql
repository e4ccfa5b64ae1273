CREATE TABLE "families" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"code_by" timestamp with time zone NOT NULL,
	"founded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "families_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "families_code" UNIQUE("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "family_members" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"shares" boolean NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "family_members_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "payer_id" uuid;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_county_id_family_id_families_county_id_id_fk" FOREIGN KEY ("county_id","family_id") REFERENCES "public"."families"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "family_members_one_family" ON "family_members" USING btree ("county_id","person_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "family_members_family" ON "family_members" USING btree ("county_id","family_id","joined_at","id");--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_county_id_payer_id_people_county_id_id_fk" FOREIGN KEY ("county_id","payer_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redemptions_payer" ON "redemptions" USING btree ("county_id","payer_id") WHERE payer_id is not null;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_payer_is_another" CHECK (payer_id <> person_id);