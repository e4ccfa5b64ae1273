CREATE TABLE "consents" (
	"county_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"notice_version" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_county_id_person_id_no_pk" PRIMARY KEY("county_id","person_id","no")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name_search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_last" ON "consents" USING btree ("county_id","person_id","purpose","no");