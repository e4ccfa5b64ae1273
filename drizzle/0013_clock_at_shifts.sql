ALTER TABLE "clock_events" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clocks" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "service_records" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "service_records" ALTER COLUMN "platform_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clock_events" ADD COLUMN "shift_id" uuid;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "shift_id" uuid;--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "shift_id" uuid;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_county_id_shift_id_shifts_county_id_id_fk" FOREIGN KEY ("county_id","shift_id") REFERENCES "public"."shifts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_events_shift" ON "clock_events" USING btree ("county_id","shift_id","received_at");--> statement-breakpoint
CREATE INDEX "clocks_shift" ON "clocks" USING btree ("county_id","shift_id");--> statement-breakpoint
CREATE INDEX "service_records_shift" ON "service_records" USING btree ("county_id","shift_id");--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_names_one" CHECK (num_nonnulls(order_id, shift_id) = 1);--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_names_one" CHECK (num_nonnulls(order_id, shift_id) = 1);--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_names_one" CHECK (num_nonnulls(order_id, shift_id) = 1);--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_platform" CHECK (platform_code is not null or shift_id is not null);