ALTER TABLE "service_records" DROP CONSTRAINT "service_records_notice";--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "noticed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "noticed_at" timestamp with time zone;--> statement-breakpoint
-- What stands on notice now was put there by whoever approved it: county by county, for the owner is bound by row-level security as well.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		UPDATE service_records SET noticed_by_id = decided_by_id, noticed_at = decided_at WHERE county_id = c.county_id AND state = 'onNotice';
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;
--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_notice" CHECK ((noticed_by_id is null) = (noticed_at is null) and (state <> 'onNotice' or (notice_ends_on is not null and noticed_by_id is not null)));
