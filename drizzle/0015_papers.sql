CREATE TABLE "qualification_kinds" (
	"county_id" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sort_no" integer NOT NULL,
	CONSTRAINT "qualification_kinds_county_id_code_pk" PRIMARY KEY("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "children" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"guardian_id" uuid NOT NULL,
	"name_sealed" "bytea",
	"age_band" text NOT NULL,
	"pick_up_names_sealed" "bytea",
	"pick_up_code_no" integer NOT NULL,
	"notice_version" integer NOT NULL,
	"data_consent_at" timestamp with time zone NOT NULL,
	"health_note_sealed" "bytea",
	"health_consent_at" timestamp with time zone,
	"registered_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "children_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "children_health_has_consent" CHECK ((health_note_sealed is null) = (health_consent_at is null)),
	CONSTRAINT "children_removed_is_erased" CHECK (case when removed_at is null then name_sealed is not null and pick_up_names_sealed is not null
        else name_sealed is null and pick_up_names_sealed is null and health_note_sealed is null end)
);
--> statement-breakpoint
ALTER TABLE "children" ADD CONSTRAINT "children_county_id_guardian_id_people_county_id_id_fk" FOREIGN KEY ("county_id","guardian_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "children_guardian" ON "children" USING btree ("county_id","guardian_id","registered_at","id");
--> statement-breakpoint
-- Counties that are there already know what is commonly known, and what their catalogue asks for.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		INSERT INTO qualification_kinds (county_id, code, name, sort_no)
			SELECT c.county_id, k.code, k.name, k.sort_no FROM (VALUES ('firstAid', '急救员证', 0), ('electrician', '电工证', 1), ('counsellor', '心理咨询师证', 2),
				('doctor', '医师执业证', 3), ('nurse', '护士执业证', 4), ('teacher', '教师资格证', 5), ('lawyer', '法律职业资格证', 6),
				('socialWorker', '社会工作者证', 7), ('lifeguard', '救生员证', 8), ('driver', '驾驶证', 9)) AS k(code, name, sort_no);
		INSERT INTO qualification_kinds (county_id, code, name, sort_no)
			SELECT DISTINCT i.county_id, i.required_qualification, i.required_qualification, 99 FROM catalog_items i
			WHERE i.county_id = c.county_id AND i.required_qualification IS NOT NULL ON CONFLICT DO NOTHING;
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;--> statement-breakpoint
-- Two insurances of one insurer never cover the same day of a person.
ALTER TABLE "insurances" ADD CONSTRAINT "insurances_no_overlap"
  EXCLUDE USING gist ("county_id" WITH =, "person_id" WITH =, "insurer" WITH =, daterange("from_day", "until_day", '[]') WITH &&);
