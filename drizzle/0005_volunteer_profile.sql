ALTER TABLE "volunteers" ADD COLUMN "age_band" text;--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "areas" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "national_no_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "national_no_index" "bytea";--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_national_no" UNIQUE("county_id","national_no_index");