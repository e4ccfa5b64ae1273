CREATE TABLE "time_gifts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid,
	"code" text NOT NULL,
	"minutes" integer NOT NULL,
	"state" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "time_gifts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "time_gifts_code" UNIQUE("county_id","code"),
	CONSTRAINT "time_gifts_minutes" CHECK (minutes > 0),
	CONSTRAINT "time_gifts_ended" CHECK ((state = 'offered') = (ended_at is null)),
	CONSTRAINT "time_gifts_accepted" CHECK ((state = 'accepted') = (to_id is not null)),
	CONSTRAINT "time_gifts_not_own" CHECK (to_id <> from_id)
);
--> statement-breakpoint
CREATE TABLE "time_pledges" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"received_minutes" integer NOT NULL,
	"paid_minutes" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "time_pledges_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "time_pledges_minutes" CHECK (minutes > 0 and received_minutes between 0 and minutes and paid_minutes between 0 and minutes),
	CONSTRAINT "time_pledges_ended" CHECK ((state = 'held') = (ended_at is null)),
	CONSTRAINT "time_pledges_paid" CHECK ((state = 'paid') = (paid_minutes > 0))
);
--> statement-breakpoint
ALTER TABLE "time_gifts" ADD CONSTRAINT "time_gifts_county_id_from_id_people_county_id_id_fk" FOREIGN KEY ("county_id","from_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_gifts" ADD CONSTRAINT "time_gifts_county_id_to_id_people_county_id_id_fk" FOREIGN KEY ("county_id","to_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_pledges" ADD CONSTRAINT "time_pledges_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_pledges" ADD CONSTRAINT "time_pledges_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_gifts_from" ON "time_gifts" USING btree ("county_id","from_id","offered_at");--> statement-breakpoint
CREATE INDEX "time_gifts_waiting" ON "time_gifts" USING btree ("county_id","expires_at") WHERE state = 'offered';--> statement-breakpoint
CREATE UNIQUE INDEX "time_pledges_one" ON "time_pledges" USING btree ("county_id","order_id") WHERE state <> 'released';--> statement-breakpoint
CREATE INDEX "time_pledges_order" ON "time_pledges" USING btree ("county_id","order_id");--> statement-breakpoint
CREATE INDEX "time_pledges_held" ON "time_pledges" USING btree ("county_id","created_at") WHERE state = 'held';