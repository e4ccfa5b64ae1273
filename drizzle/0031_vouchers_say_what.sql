ALTER TABLE "redemptions" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "icon" text;--> statement-breakpoint
-- What was exchanged until now is what its item is called, county by county: the owner is bound by row-level security too.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		UPDATE redemptions r SET title = i.title, icon = i.icon FROM reward_items i
			WHERE r.county_id = c.county_id AND i.county_id = c.county_id AND i.id = r.item_id;
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;--> statement-breakpoint
ALTER TABLE "redemptions" ALTER COLUMN "title" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "redemptions" ALTER COLUMN "icon" SET NOT NULL;
