CREATE TABLE "reward_stock_moves" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"words" text,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reward_stock_moves_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "reward_stock_moves_count" CHECK (count > 0),
	CONSTRAINT "reward_stock_moves_leaving_says_why" CHECK (kind = 'received' or words is not null)
);
--> statement-breakpoint
ALTER TABLE "reward_items" DROP CONSTRAINT "reward_items_stock";--> statement-breakpoint
ALTER TABLE "reward_items" DROP CONSTRAINT "reward_items_balance";--> statement-breakpoint
ALTER TABLE "reward_items" ALTER COLUMN "code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "written_off_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "limit_per_person" integer;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "limit_days" integer;--> statement-breakpoint
ALTER TABLE "reward_items" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reward_stock_moves" ADD CONSTRAINT "reward_stock_moves_county_id_item_id_reward_items_county_id_id_fk" FOREIGN KEY ("county_id","item_id") REFERENCES "public"."reward_items"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_stock_moves" ADD CONSTRAINT "reward_stock_moves_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reward_stock_moves_item" ON "reward_stock_moves" USING btree ("county_id","item_id","at","id");--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_limit" CHECK (limit_per_person > 0 and limit_days > 0 or num_nonnulls(limit_per_person, limit_days) = 0);--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_stock" CHECK (least(stock_count, held_count, handed_out_count, written_off_count) >= 0);--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_balance" CHECK (received_count = stock_count + held_count + handed_out_count + written_off_count);--> statement-breakpoint
-- What is there came in before anybody wrote movements down: one for each item, county by county, for the owner is bound by row-level security too.
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		INSERT INTO reward_stock_moves (county_id, id, item_id, kind, count, at)
			SELECT i.county_id, gen_random_uuid(), i.id, 'received', i.received_count, now() FROM reward_items i
			WHERE i.county_id = c.county_id AND i.received_count > 0;
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;
