CREATE TABLE "audit_draws" (
	"county_id" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"position" integer NOT NULL,
	"before" integer NOT NULL,
	"moved" integer NOT NULL,
	"transfer_id" uuid NOT NULL,
	CONSTRAINT "audit_draws_county_id_walk_id_no_pk" PRIMARY KEY("county_id","walk_id","no"),
	CONSTRAINT "audit_draws_lie_in_their_movement" CHECK (position > "before" and position <= "before" + moved)
);
--> statement-breakpoint
CREATE TABLE "audit_walks" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"payload" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"drawn_by_id" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_walks_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_draws" ADD CONSTRAINT "audit_draws_county_id_walk_id_audit_walks_county_id_id_fk" FOREIGN KEY ("county_id","walk_id") REFERENCES "public"."audit_walks"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_draws" ADD CONSTRAINT "audit_draws_county_id_transfer_id_transfers_county_id_id_fk" FOREIGN KEY ("county_id","transfer_id") REFERENCES "public"."transfers"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_walks" ADD CONSTRAINT "audit_walks_county_id_drawn_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","drawn_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_walks" ADD CONSTRAINT "audit_walks_county_id_key_id_certificate_keys_county_id_key_id_fk" FOREIGN KEY ("county_id","key_id") REFERENCES "public"."certificate_keys"("county_id","key_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_walks_drawn" ON "audit_walks" USING btree ("county_id","drawn_at","id");