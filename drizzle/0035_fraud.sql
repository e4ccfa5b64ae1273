CREATE TABLE "fraud_decisions" (
	"county_id" integer NOT NULL,
	"record_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"points" integer NOT NULL,
	"words" text,
	"decided_by_id" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"appeal_until_on" date NOT NULL,
	"appeal_words" text,
	"appealed_at" timestamp with time zone,
	"answer_words" text,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	"upheld" boolean,
	"standing_at" timestamp with time zone,
	"lift_words" text,
	"lifted_by_id" uuid,
	"lifted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "fraud_decisions_county_id_record_id_pk" PRIMARY KEY("county_id","record_id"),
	CONSTRAINT "fraud_decisions_points" CHECK (points >= 0),
	CONSTRAINT "fraud_decisions_not_own" CHECK (person_id not in (decided_by_id, answered_by_id, lifted_by_id)),
	CONSTRAINT "fraud_decisions_answered_by_another" CHECK (answered_by_id <> decided_by_id),
	CONSTRAINT "fraud_decisions_answered" CHECK ((answered_at is null) = (answered_by_id is null) and (answered_at is null) = (upheld is null) and (answered_at is null or appealed_at is not null)),
	CONSTRAINT "fraud_decisions_told" CHECK (state <> 'told' or (appealed_at is null and standing_at is null)),
	CONSTRAINT "fraud_decisions_appealed" CHECK (state <> 'appealed' or (appealed_at is not null and answered_at is null and standing_at is null)),
	CONSTRAINT "fraud_decisions_standing" CHECK (state <> 'standing' or standing_at is not null),
	CONSTRAINT "fraud_decisions_stands_answered" CHECK (standing_at is null or appealed_at is null or upheld is true),
	CONSTRAINT "fraud_decisions_lifted" CHECK ((lifted_at is null) = (lifted_by_id is null) and (state = 'lifted') = (lifted_at is not null or upheld is false)),
	CONSTRAINT "fraud_decisions_ended" CHECK ((state = 'ended') = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE "debts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"remaining" bigint NOT NULL,
	CONSTRAINT "debts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "debts_transfer" UNIQUE("county_id","transfer_id"),
	CONSTRAINT "debts_parts" CHECK (remaining between 0 and amount)
);
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "debt_id" uuid;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_county_id_record_id_service_records_county_id_id_fk" FOREIGN KEY ("county_id","record_id") REFERENCES "public"."service_records"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_county_id_decided_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","decided_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_county_id_answered_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","answered_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_county_id_lifted_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","lifted_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debts" ADD CONSTRAINT "debts_county_id_account_id_accounts_county_id_id_fk" FOREIGN KEY ("county_id","account_id") REFERENCES "public"."accounts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debts" ADD CONSTRAINT "debts_county_id_transfer_id_transfers_county_id_id_fk" FOREIGN KEY ("county_id","transfer_id") REFERENCES "public"."transfers"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fraud_decisions_person" ON "fraud_decisions" USING btree ("county_id","person_id","decided_at","record_id");--> statement-breakpoint
CREATE INDEX "fraud_decisions_open" ON "fraud_decisions" USING btree ("county_id","decided_at","record_id") WHERE state in ('told', 'appealed', 'standing');--> statement-breakpoint
CREATE INDEX "debts_open" ON "debts" USING btree ("county_id","account_id") WHERE remaining > 0;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_county_id_debt_id_debts_county_id_id_fk" FOREIGN KEY ("county_id","debt_id") REFERENCES "public"."debts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_debt" ON "entries" USING btree ("county_id","debt_id") WHERE debt_id is not null;