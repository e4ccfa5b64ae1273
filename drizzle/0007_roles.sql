ALTER TABLE "role_grants" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "issued_by_id" uuid;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_county_id_issued_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","issued_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_held_once" ON "role_grants" USING btree ("county_id","unit_id","role","person_id") WHERE ended_at is null and deputy_for_id is null;--> statement-breakpoint
CREATE INDEX "role_invitations_unit" ON "role_invitations" USING btree ("county_id","unit_id","created_at","id");--> statement-breakpoint
CREATE INDEX "role_invitations_import" ON "role_invitations" USING btree ("county_id","import_id","id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_reason_of_an_end" CHECK (end_reason is null or ended_at is not null);--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_used_or_revoked" CHECK (accepted_at is null or revoked_at is null);