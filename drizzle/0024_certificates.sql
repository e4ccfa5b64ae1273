CREATE TABLE "certificate_keys" (
	"county_id" integer NOT NULL,
	"key_id" text NOT NULL,
	"public_key" text NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_keys_county_id_key_id_pk" PRIMARY KEY("county_id","key_id")
);
--> statement-breakpoint
CREATE TABLE "certificate_records" (
	"county_id" integer NOT NULL,
	"certificate_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"record_version" integer NOT NULL,
	"clocked_minutes" integer NOT NULL,
	"declared_minutes" integer NOT NULL,
	CONSTRAINT "certificate_records_county_id_certificate_id_record_id_pk" PRIMARY KEY("county_id","certificate_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	"payload" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"name_sealed" "bytea",
	"volunteer_no" text NOT NULL,
	"state" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"revoked_by_id" uuid,
	"revoked_words" text,
	CONSTRAINT "certificates_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "certificates_code" UNIQUE("county_id","code"),
	CONSTRAINT "certificates_ended" CHECK ((state = 'valid') = (ended_at is null)),
	CONSTRAINT "certificates_revoked_by_somebody" CHECK ((state = 'revoked') = (revoked_by_id is not null))
);
--> statement-breakpoint
ALTER TABLE "certificate_records" ADD CONSTRAINT "certificate_records_county_id_certificate_id_certificates_county_id_id_fk" FOREIGN KEY ("county_id","certificate_id") REFERENCES "public"."certificates"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_records" ADD CONSTRAINT "certificate_records_county_id_record_id_service_records_county_id_id_fk" FOREIGN KEY ("county_id","record_id") REFERENCES "public"."service_records"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_county_id_revoked_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","revoked_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_county_id_key_id_certificate_keys_county_id_key_id_fk" FOREIGN KEY ("county_id","key_id") REFERENCES "public"."certificate_keys"("county_id","key_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_records_record" ON "certificate_records" USING btree ("county_id","record_id");--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("county_id","person_id","issued_at","id");