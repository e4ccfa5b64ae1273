CREATE TABLE "screen_requests" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "screen_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "screen_requests_token" UNIQUE("county_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "screens" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"short_code" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea",
	"shift_id" uuid,
	"order_id" uuid,
	"by_id" uuid NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by_id" uuid,
	CONSTRAINT "screens_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "screens_short_code" UNIQUE("county_id","short_code"),
	CONSTRAINT "screens_token" UNIQUE("county_id","token_hash"),
	CONSTRAINT "screens_one_phone_per_shift" UNIQUE("county_id","by_id","shift_id"),
	CONSTRAINT "screens_one_phone_per_order" UNIQUE("county_id","by_id","order_id"),
	CONSTRAINT "screens_wall_has_token" CHECK ((kind = 'wall') = (token_hash is not null)),
	CONSTRAINT "screens_phone_is_for_one" CHECK (num_nonnulls(shift_id, order_id) = case kind when 'phone' then 1 else 0 end),
	CONSTRAINT "screens_revoked_by_somebody" CHECK ((revoked_at is null) = (revoked_by_id is null))
);
--> statement-breakpoint
ALTER TABLE "clock_events" ADD COLUMN "code_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clock_events" ADD COLUMN "screen_id" uuid;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_county_id_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_county_id_revoked_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","revoked_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screens" ADD CONSTRAINT "screens_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screen_requests_code" ON "screen_requests" USING btree ("county_id","code_hash","expires_at");--> statement-breakpoint
CREATE INDEX "screens_unit" ON "screens" USING btree ("county_id","unit_id","enrolled_at");--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_county_id_screen_id_screens_county_id_id_fk" FOREIGN KEY ("county_id","screen_id") REFERENCES "public"."screens"("county_id","id") ON DELETE no action ON UPDATE no action;