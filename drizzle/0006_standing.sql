CREATE TABLE "guardian_consents" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"minor_id" uuid NOT NULL,
	"guardian_id" uuid,
	"how" text NOT NULL,
	"notice_version" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"guardian_name_sealed" "bytea",
	"guardian_phone_sealed" "bytea",
	"photo_hash" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_id" uuid,
	CONSTRAINT "guardian_consents_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "guardian_consents_another" CHECK (guardian_id <> minor_id),
	CONSTRAINT "guardian_consents_in_app" CHECK ((how = 'inApp') = (guardian_id is not null)),
	CONSTRAINT "guardian_consents_paper" CHECK ((how = 'paper') = (recorded_by_id is not null))
);
--> statement-breakpoint
CREATE TABLE "guardian_requests" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"minor_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "guardian_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "guardian_requests_code" UNIQUE("county_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "insurances" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"insurer" text NOT NULL,
	"policy_no_sealed" "bytea",
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"expiry_told_at" timestamp with time zone,
	CONSTRAINT "insurances_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "insurances_period" CHECK (until_day >= from_day)
);
--> statement-breakpoint
CREATE TABLE "qualification_refusals" (
	"county_id" integer NOT NULL,
	"qualification_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	CONSTRAINT "qualification_refusals_county_id_qualification_id_pk" PRIMARY KEY("county_id","qualification_id")
);
--> statement-breakpoint
CREATE TABLE "qualifications" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	"issuer" text NOT NULL,
	"photo_hash" text,
	"valid_until_day" date,
	"state" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"expiry_told_at" timestamp with time zone,
	CONSTRAINT "qualifications_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "qualifications_decided" CHECK ((state = 'pending') = (decided_at is null)),
	CONSTRAINT "qualifications_not_own" CHECK (decided_by_id <> person_id)
);
--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_county_id_minor_id_people_county_id_id_fk" FOREIGN KEY ("county_id","minor_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_county_id_guardian_id_people_county_id_id_fk" FOREIGN KEY ("county_id","guardian_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_county_id_recorded_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","recorded_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_county_id_photo_hash_photos_county_id_hash_fk" FOREIGN KEY ("county_id","photo_hash") REFERENCES "public"."photos"("county_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_county_id_minor_id_people_county_id_id_fk" FOREIGN KEY ("county_id","minor_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insurances" ADD CONSTRAINT "insurances_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insurances" ADD CONSTRAINT "insurances_county_id_recorded_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","recorded_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_refusals" ADD CONSTRAINT "qualification_refusals_county_id_qualification_id_qualifications_county_id_id_fk" FOREIGN KEY ("county_id","qualification_id") REFERENCES "public"."qualifications"("county_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_county_id_decided_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","decided_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_county_id_photo_hash_photos_county_id_hash_fk" FOREIGN KEY ("county_id","photo_hash") REFERENCES "public"."photos"("county_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guardian_consents_one_stands" ON "guardian_consents" USING btree ("county_id","minor_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "guardian_consents_guardian" ON "guardian_consents" USING btree ("county_id","guardian_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guardian_requests_one_open" ON "guardian_requests" USING btree ("county_id","minor_id") WHERE used_at is null;--> statement-breakpoint
CREATE INDEX "insurances_person" ON "insurances" USING btree ("county_id","person_id","until_day");--> statement-breakpoint
CREATE INDEX "insurances_ending" ON "insurances" USING btree ("county_id","until_day","id");--> statement-breakpoint
CREATE INDEX "qualifications_person" ON "qualifications" USING btree ("county_id","person_id","state","code");--> statement-breakpoint
CREATE UNIQUE INDEX "qualifications_one_pending" ON "qualifications" USING btree ("county_id","person_id","code") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "qualifications_waiting" ON "qualifications" USING btree ("county_id","added_at","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "qualifications_ending" ON "qualifications" USING btree ("county_id","valid_until_day","id") WHERE state = 'verified';--> statement-breakpoint
-- What volunteers were known to hold becomes verified rows, county by county: the owner is bound by row-level security too.
DO $$
DECLARE
	c record;
	held bigint;
	moved bigint;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		SELECT coalesce(sum(cardinality(v.qualifications)), 0) INTO held FROM volunteers v WHERE v.county_id = c.county_id;
		INSERT INTO qualifications (county_id, id, person_id, code, issuer, state, added_at, decided_at)
			SELECT v.county_id, gen_random_uuid(), v.person_id, q.code, '登记时已核', 'verified', v.registered_at, v.registered_at
			FROM volunteers v, unnest(v.qualifications) AS q(code) WHERE v.county_id = c.county_id;
		GET DIAGNOSTICS moved = ROW_COUNT;
		IF moved <> held THEN RAISE EXCEPTION 'county %: % qualifications held, % moved', c.county_id, held, moved; END IF;
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;--> statement-breakpoint
ALTER TABLE "volunteers" DROP COLUMN "qualifications";