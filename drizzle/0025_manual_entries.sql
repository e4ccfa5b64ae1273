ALTER TABLE "service_records" DROP CONSTRAINT "service_records_names_one";--> statement-breakpoint
ALTER TABLE "record_texts" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "record_texts" ADD COLUMN "entry_words" text;--> statement-breakpoint
ALTER TABLE "record_texts" ADD COLUMN "entry_photos" text[];--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "source" text DEFAULT 'clock' NOT NULL;--> statement-breakpoint
ALTER TABLE "service_records" ADD COLUMN "entered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_where" CHECK (num_nonnulls(order_id, shift_id) = 1 or (source = 'manual' and num_nonnulls(order_id, shift_id) = 0));--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_by_hand" CHECK ((source = 'manual') = (entered_by_id is not null) and (source = 'clock' or clocked_minutes = 0));--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_not_own_entry" CHECK (decided_by_id <> entered_by_id);