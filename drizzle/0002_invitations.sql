CREATE TABLE "role_invitations" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_by_id" uuid,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "role_invitations_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "role_invitations_code" UNIQUE("county_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_county_id_accepted_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","accepted_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;