CREATE TABLE "time_pool_gifts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_pool_gifts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "time_pool_gifts_minutes" CHECK (minutes > 0)
);
--> statement-breakpoint
CREATE TABLE "time_pools" (
	"county_id" integer NOT NULL,
	"balance_minutes" integer NOT NULL,
	CONSTRAINT "time_pools_county_id_pk" PRIMARY KEY("county_id"),
	CONSTRAINT "time_pools_floor" CHECK (balance_minutes >= 0)
);
--> statement-breakpoint
ALTER TABLE "time_pledges" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "time_pledges" ADD COLUMN "set_by_id" uuid;--> statement-breakpoint
ALTER TABLE "time_pool_gifts" ADD CONSTRAINT "time_pool_gifts_county_id_from_id_people_county_id_id_fk" FOREIGN KEY ("county_id","from_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_pledges" ADD CONSTRAINT "time_pledges_county_id_set_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","set_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_pledges" ADD CONSTRAINT "time_pledges_whose" CHECK ((person_id is null) = (set_by_id is not null) and (person_id is not null or received_minutes = 0));