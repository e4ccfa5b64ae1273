CREATE TABLE "sheet_imports" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"file" "bytea",
	"done_count" integer DEFAULT 0 NOT NULL,
	"total_count" integer DEFAULT 0 NOT NULL,
	"good_count" integer DEFAULT 0 NOT NULL,
	"bad_count" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"wrong_columns" jsonb NOT NULL,
	"chosen" text,
	CONSTRAINT "sheet_imports_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "sheet_imports_refused_says_why" CHECK ((state = 'refused') = (fault is not null)),
	CONSTRAINT "sheet_imports_file_while_reading" CHECK (file is null or state in ('waiting', 'reading'))
);
--> statement-breakpoint
CREATE TABLE "sheet_rows" (
	"county_id" integer NOT NULL,
	"import_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"unit_code" text NOT NULL,
	"unit_name" text NOT NULL,
	"display_name" text NOT NULL,
	"role_word" text NOT NULL,
	"unit_id" uuid,
	"role" text,
	"faults" jsonb NOT NULL,
	"invitation_id" uuid,
	CONSTRAINT "sheet_rows_county_id_import_id_row_no_pk" PRIMARY KEY("county_id","import_id","row_no"),
	CONSTRAINT "sheet_rows_faulty_invite_nobody" CHECK (invitation_id is null or faults = '[]'::jsonb)
);
--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "responsible_role" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "responsible_consent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sheet_imports" ADD CONSTRAINT "sheet_imports_county_id_uploaded_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","uploaded_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_county_id_import_id_sheet_imports_county_id_id_fk" FOREIGN KEY ("county_id","import_id") REFERENCES "public"."sheet_imports"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sheet_imports_of_person" ON "sheet_imports" USING btree ("county_id","uploaded_by_id","uploaded_at","id");