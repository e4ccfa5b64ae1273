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
