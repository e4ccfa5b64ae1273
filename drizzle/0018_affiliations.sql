CREATE TABLE "affiliation_numbers" (
	"county_id" integer NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"registered_count" integer,
	"hours_percent" integer,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "affiliation_numbers_county_id_year_unit_id_pk" PRIMARY KEY("county_id","year","unit_id"),
	CONSTRAINT "affiliation_numbers_over_ten_people" CHECK (registered_count >= 10),
	CONSTRAINT "affiliation_numbers_never_all_or_none" CHECK (hours_percent between 0 and 99),
	CONSTRAINT "affiliation_numbers_percent_of_people" CHECK ((hours_percent is null) = (registered_count is null))
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"county_id" integer NOT NULL,
	"person_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "affiliations_county_id_person_key_pk" PRIMARY KEY("county_id","person_key"),
	CONSTRAINT "affiliations_key_is_hmac" CHECK (octet_length(person_key) = 32)
);
--> statement-breakpoint
ALTER TABLE "affiliation_numbers" ADD CONSTRAINT "affiliation_numbers_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_tell_no_member" CHECK (purpose <> 'partyMembership');