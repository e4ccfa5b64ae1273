CREATE TABLE "voucher_verifications" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"redemption_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by_id" uuid,
	CONSTRAINT "voucher_verifications_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "voucher_verifications_undone" CHECK (num_nonnulls(undone_at, undone_by_id) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_redemption_id_redemptions_county_id_id_fk" FOREIGN KEY ("county_id","redemption_id") REFERENCES "public"."redemptions"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_undone_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","undone_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_verifications_one_stands" ON "voucher_verifications" USING btree ("county_id","redemption_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "voucher_verifications_voucher" ON "voucher_verifications" USING btree ("county_id","redemption_id");--> statement-breakpoint
-- What was handed out until now was verified once, by the id of its redemption, which is what its capture was posted for: county by county, for the owner is bound by row-level security too.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		INSERT INTO voucher_verifications (county_id, id, redemption_id, by_id, at)
			SELECT r.county_id, r.id, r.id, r.verified_by_id, r.ended_at FROM redemptions r
			WHERE r.county_id = c.county_id AND r.state = 'used';
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;
