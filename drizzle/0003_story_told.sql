ALTER TABLE "counties" ADD COLUMN "story_told_at" timestamp with time zone;
--> statement-breakpoint
-- Demos made before this were told in one start: they stay as they are.
UPDATE "counties" SET "story_told_at" = "created_at" WHERE EXISTS (SELECT FROM "installation" WHERE "demo");
