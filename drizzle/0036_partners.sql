CREATE TABLE "partner_statement_events" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"adjustment_fen" integer,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_statement_events_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "partner_statement_events_words" CHECK ((kind = 'confirmed') = (words is null)),
	CONSTRAINT "partner_statement_events_adjustment" CHECK ((kind = 'answered') = (adjustment_fen is not null))
);
--> statement-breakpoint
CREATE TABLE "partner_statements" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"month" text NOT NULL,
	"handed_out_count" integer NOT NULL,
	"returned_count" integer NOT NULL,
	"points" integer NOT NULL,
	"compensation_fen" integer NOT NULL,
	"state" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_statements_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "partner_statements_month" UNIQUE("county_id","partner_id","month"),
	CONSTRAINT "partner_statements_month_is_one" CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "partner_statements_counts" CHECK (least(handed_out_count, returned_count) >= 0),
	CONSTRAINT "partner_statements_state" CHECK (state in ('open', 'confirmed', 'disputed'))
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "partners_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "partners_kind" CHECK (kind in ('merchant', 'bank', 'other'))
);
--> statement-breakpoint
ALTER TABLE "redemptions" DROP CONSTRAINT "redemptions_verified";--> statement-breakpoint
DROP INDEX "role_grants_held_once";--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "fee_fen" integer;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "fee_fen" integer;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
-- Whatever was handed out until now was so at the unit where its voucher said: county by county, for the owner is bound by row-level security too.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		UPDATE voucher_verifications v SET unit_id = r.pick_up_unit_id FROM redemptions r
			WHERE v.county_id = c.county_id AND r.county_id = v.county_id AND r.id = v.redemption_id;
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ALTER COLUMN "unit_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD COLUMN "returned_by_id" uuid;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD COLUMN "return_words" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_statement_events" ADD CONSTRAINT "partner_statement_events_county_id_statement_id_partner_statements_county_id_id_fk" FOREIGN KEY ("county_id","statement_id") REFERENCES "public"."partner_statements"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_statement_events" ADD CONSTRAINT "partner_statement_events_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_statements" ADD CONSTRAINT "partner_statements_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_county_id_added_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","added_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_statement_events_of" ON "partner_statement_events" USING btree ("county_id","statement_id","at","id");--> statement-breakpoint
CREATE INDEX "partners_unit" ON "partners" USING btree ("county_id","unit_id","id");--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_returned_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","returned_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_county_id_partner_id_partners_county_id_id_fk" FOREIGN KEY ("county_id","partner_id") REFERENCES "public"."partners"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redemptions_of_partner" ON "redemptions" USING btree ("county_id","partner_id","state") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "reward_items_partner" ON "reward_items" USING btree ("county_id","partner_id") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "voucher_verifications_unit" ON "voucher_verifications" USING btree ("county_id","unit_id","at","id");--> statement-breakpoint
CREATE INDEX "voucher_verifications_partner" ON "voucher_verifications" USING btree ("county_id","partner_id","at","id") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "voucher_verifications_returned" ON "voucher_verifications" USING btree ("county_id","partner_id","returned_at") WHERE returned_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_at_partner_once" ON "role_grants" USING btree ("county_id","partner_id","person_id") WHERE ended_at is null and partner_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_held_once" ON "role_grants" USING btree ("county_id","unit_id","role","person_id") WHERE ended_at is null and deputy_for_id is null and partner_id is null;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_partner" CHECK (num_nonnulls(fee_fen, partner_id) in (0, 2));--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_verified" CHECK ((state in ('used', 'returned')) = (verified_by_id is not null));--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_partner" CHECK (fee_fen >= 0 and partner_id is not null or num_nonnulls(fee_fen, partner_id) = 0);--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_returned" CHECK (num_nonnulls(returned_at, returned_by_id, return_words) in (0, 3));--> statement-breakpoint
ALTER TABLE "voucher_verifications" ADD CONSTRAINT "voucher_verifications_one_way" CHECK (undone_at is null or returned_at is null);--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_partner" CHECK ((role in ('partnerOwner', 'partnerClerk')) = (partner_id is not null));--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_partner" CHECK ((role in ('partnerOwner', 'partnerClerk')) = (partner_id is not null));