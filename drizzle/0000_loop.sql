CREATE TABLE "activities" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"capacity" integer,
	"published_by_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activities_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "activities_period" CHECK (ends_at > starts_at)
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_events_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "catalog_items" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"line" text NOT NULL,
	"icon" text NOT NULL,
	"platform_code" text NOT NULL,
	"unit_id" uuid,
	"place" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"answer_within_minutes" integer NOT NULL,
	"for_group" boolean NOT NULL,
	"hazardous" boolean NOT NULL,
	"required_skill" text,
	"required_qualification" text,
	"risk_codes" text[] NOT NULL,
	"sort_no" integer NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "catalog_items_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "catalog_items_code" UNIQUE("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "risks" (
	"county_id" integer NOT NULL,
	"code" text NOT NULL,
	"question" text NOT NULL,
	"icon" text NOT NULL,
	CONSTRAINT "risks_county_id_code_pk" PRIMARY KEY("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"county_id" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "skills_county_id_code_pk" PRIMARY KEY("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "clock_events" (
	"county_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"order_id" uuid NOT NULL,
	"code_kind" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"queued_no" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"counted_at" timestamp with time zone,
	"outcome" text NOT NULL,
	"reason" text,
	"grade" text,
	"clock_id" uuid,
	"record_id" uuid,
	"minutes" integer,
	CONSTRAINT "clock_events_county_id_person_id_event_id_pk" PRIMARY KEY("county_id","person_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"grade" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"closes_by" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_how" text,
	CONSTRAINT "clocks_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "clocks_ended" CHECK ((ended_at is null) = (ended_how is null))
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "feedback_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	"balance" bigint NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "accounts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "accounts_person_code" UNIQUE("county_id","person_id","code"),
	CONSTRAINT "accounts_floor" CHECK (balance >= 0)
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"county_id" integer NOT NULL,
	"transfer_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid,
	"issuer" text,
	"unit" text NOT NULL,
	"amount" bigint NOT NULL,
	"balance_after" bigint,
	"account_version" integer,
	"lot_id" uuid,
	CONSTRAINT "entries_county_id_transfer_id_line_pk" PRIMARY KEY("county_id","transfer_id","line"),
	CONSTRAINT "entries_account_version" UNIQUE("county_id","account_id","account_version"),
	CONSTRAINT "entries_one_side" CHECK ((account_id is null) <> (issuer is null)),
	CONSTRAINT "entries_running" CHECK ((account_id is null) = (account_version is null) and (account_id is null) = (balance_after is null))
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"earned_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"remaining" bigint NOT NULL,
	"held" bigint NOT NULL,
	CONSTRAINT "lots_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "lots_parts" CHECK (remaining >= 0 and held >= 0 and remaining + held <= amount)
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"ref" uuid NOT NULL,
	"policy_version" integer NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"reverses" uuid,
	CONSTRAINT "transfers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "transfers_fact" UNIQUE("county_id","reason","ref"),
	CONSTRAINT "transfers_reversed_once" UNIQUE("county_id","reverses")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"order_id" uuid,
	"record_id" uuid,
	"redemption_id" uuid,
	"minutes" integer,
	"points" integer,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"county_id" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"verb" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"by_id" uuid,
	"to_person_id" uuid,
	"to_team_id" uuid,
	"reason_code" text,
	"level" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_events_county_id_order_id_no_pk" PRIMARY KEY("county_id","order_id","no")
);
--> statement-breakpoint
CREATE TABLE "order_goers" (
	"county_id" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "order_goers_county_id_order_id_person_id_pk" PRIMARY KEY("county_id","order_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "order_texts" (
	"county_id" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"beneficiary_name" text NOT NULL,
	"address_sealed" "bytea",
	"phone_sealed" "bytea",
	"note" text,
	"decision_words" text,
	"result_note" text,
	"rating_words" text,
	"reopen_words" text,
	CONSTRAINT "order_texts_county_id_order_id_pk" PRIMARY KEY("county_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"short_code" text NOT NULL,
	"item_id" uuid NOT NULL,
	"platform_code" text NOT NULL,
	"requester_id" uuid NOT NULL,
	"requester_kind" text NOT NULL,
	"institute_id" uuid,
	"station_id" uuid NOT NULL,
	"head_count" integer,
	"place" text NOT NULL,
	"slot_day" date,
	"slot_part" text NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"risks" jsonb NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"due_at" timestamp with time zone,
	"promised_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"escalation_level" integer NOT NULL,
	"policy_version" integer NOT NULL,
	"target_kind" text,
	"target_person_id" uuid,
	"target_team_id" uuid,
	"assignee_id" uuid,
	"assignee_team_id" uuid,
	"duplicate_of_id" uuid,
	"result_counts" jsonb,
	"result_photos" text[],
	"rated_stars" integer,
	"submitted_at" timestamp with time zone NOT NULL,
	"dispatched_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"fulfilled_at" timestamp with time zone,
	"rated_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "orders_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "orders_short_code" UNIQUE("county_id","short_code"),
	CONSTRAINT "orders_accepted_has_volunteer" CHECK (state not in ('accepted', 'inService', 'fulfilled', 'rated') or assignee_id is not null),
	CONSTRAINT "orders_dispatched_has_target" CHECK (state <> 'dispatched' or target_kind is not null),
	CONSTRAINT "orders_duplicate_names_original" CHECK ((state = 'duplicate') = (duplicate_of_id is not null)),
	CONSTRAINT "orders_waiting_has_due" CHECK (state not in ('submitted', 'triaged', 'dispatched', 'reopened') or due_at is not null),
	CONSTRAINT "orders_stars" CHECK (rated_stars between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "counties" (
	"county_id" integer PRIMARY KEY NOT NULL,
	"pinyin" text NOT NULL,
	"name" text NOT NULL,
	"organiser" text NOT NULL,
	"filing_number" text NOT NULL,
	"complaints_phone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counties_pinyin_unique" UNIQUE("pinyin")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"tier" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"institute_id" uuid,
	"short_code" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"opens_at" text NOT NULL,
	"closes_at" text NOT NULL,
	"responsible_name" text,
	"adjacent_codes" text[] NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "units_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "units_code" UNIQUE("county_id","code"),
	CONSTRAINT "units_short_code" UNIQUE("county_id","short_code")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"name_pinyin" text NOT NULL,
	"home_station_id" uuid,
	"address_sealed" "bytea",
	"phone_sealed" "bytea",
	"phone_index" "bytea",
	"openid_sealed" "bytea",
	"openid_index" "bytea",
	"remembered_risks" jsonb NOT NULL,
	"demo_line" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "people_openid" UNIQUE("county_id","openid_index")
);
--> statement-breakpoint
CREATE TABLE "volunteers" (
	"county_id" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"volunteer_no" text NOT NULL,
	"skills" text[] NOT NULL,
	"qualifications" text[] NOT NULL,
	"availability" text[] NOT NULL,
	"active" boolean NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "volunteers_county_id_person_id_pk" PRIMARY KEY("county_id","person_id"),
	CONSTRAINT "volunteers_no" UNIQUE("county_id","volunteer_no")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"county_id" integer NOT NULL,
	"hash" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"width_px" integer NOT NULL,
	"height_px" integer NOT NULL,
	"byte_count" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "photos_county_id_hash_pk" PRIMARY KEY("county_id","hash")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"county_id" integer NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"in_force_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policies_county_id_version_pk" PRIMARY KEY("county_id","version")
);
--> statement-breakpoint
CREATE TABLE "record_texts" (
	"county_id" integer NOT NULL,
	"record_id" uuid NOT NULL,
	"rejection_words" text,
	CONSTRAINT "record_texts_county_id_record_id_pk" PRIMARY KEY("county_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "service_records" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"chain_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"institute_id" uuid,
	"station_id" uuid NOT NULL,
	"platform_code" text NOT NULL,
	"state" text NOT NULL,
	"service_day" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"clocked_minutes" integer NOT NULL,
	"declared_minutes" integer NOT NULL,
	"grade" text NOT NULL,
	"checked_out" text NOT NULL,
	"service_nature" text NOT NULL,
	"conflict_with_id" uuid,
	"policy_version" integer NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_records_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "service_records_version" UNIQUE("county_id","chain_id","version"),
	CONSTRAINT "service_records_period" CHECK (ended_at > started_at),
	CONSTRAINT "service_records_minutes" CHECK (clocked_minutes >= 0 and declared_minutes >= 0),
	CONSTRAINT "service_records_decided" CHECK (state not in ('approved', 'rejected') or (decided_by_id is not null and decided_at is not null)),
	CONSTRAINT "service_records_not_own" CHECK (decided_by_id <> person_id)
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"price_points" integer NOT NULL,
	"state" text NOT NULL,
	"code" text NOT NULL,
	"pick_up_unit_id" uuid NOT NULL,
	"pick_up_by" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"verified_by_id" uuid,
	CONSTRAINT "redemptions_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "redemptions_code" UNIQUE("county_id","code"),
	CONSTRAINT "redemptions_ended" CHECK ((state = 'held') = (ended_at is null)),
	CONSTRAINT "redemptions_verified" CHECK ((state = 'used') = (verified_by_id is not null))
);
--> statement-breakpoint
CREATE TABLE "reward_items" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"icon" text NOT NULL,
	"price_points" integer NOT NULL,
	"received_count" integer NOT NULL,
	"stock_count" integer NOT NULL,
	"held_count" integer NOT NULL,
	"handed_out_count" integer NOT NULL,
	"pick_up_unit_id" uuid NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "reward_items_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "reward_items_code" UNIQUE("county_id","code"),
	CONSTRAINT "reward_items_stock" CHECK (stock_count >= 0 and held_count >= 0 and handed_out_count >= 0),
	CONSTRAINT "reward_items_balance" CHECK (received_count = stock_count + held_count + handed_out_count),
	CONSTRAINT "reward_items_price" CHECK (price_points > 0)
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"deputy_for_id" uuid,
	"from_day" date NOT NULL,
	"until_day" date,
	"granted_by_id" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_id" uuid,
	CONSTRAINT "role_grants_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"county_id" integer NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"family_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "refresh_tokens_county_id_token_hash_pk" PRIMARY KEY("county_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "session_families" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_families_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"short_code" text NOT NULL,
	"browser_secret_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"claimed_at" timestamp with time zone,
	CONSTRAINT "sign_in_requests_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"county_id" integer NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"leads" boolean NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_members_county_id_team_id_person_id_pk" PRIMARY KEY("county_id","team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"county_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" uuid,
	"unit_id" uuid NOT NULL,
	"platform_code" text,
	"skills" text[] NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "teams_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "teams_code" UNIQUE("county_id","code")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"county_id" integer NOT NULL,
	"actor_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_hmac" "bytea" NOT NULL,
	"subject_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_county_id_actor_id_route_key_pk" PRIMARY KEY("county_id","actor_id","route","key")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"only" boolean PRIMARY KEY NOT NULL,
	"demo" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_county_id_transfer_id_transfers_county_id_id_fk" FOREIGN KEY ("county_id","transfer_id") REFERENCES "public"."transfers"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_county_id_account_id_accounts_county_id_id_fk" FOREIGN KEY ("county_id","account_id") REFERENCES "public"."accounts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_county_id_lot_id_lots_county_id_id_fk" FOREIGN KEY ("county_id","lot_id") REFERENCES "public"."lots"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_county_id_account_id_accounts_county_id_id_fk" FOREIGN KEY ("county_id","account_id") REFERENCES "public"."accounts"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_county_id_transfer_id_transfers_county_id_id_fk" FOREIGN KEY ("county_id","transfer_id") REFERENCES "public"."transfers"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_county_id_reverses_transfers_county_id_id_fk" FOREIGN KEY ("county_id","reverses") REFERENCES "public"."transfers"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_goers" ADD CONSTRAINT "order_goers_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_goers" ADD CONSTRAINT "order_goers_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_texts" ADD CONSTRAINT "order_texts_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_item_id_catalog_items_county_id_id_fk" FOREIGN KEY ("county_id","item_id") REFERENCES "public"."catalog_items"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_requester_id_people_county_id_id_fk" FOREIGN KEY ("county_id","requester_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_station_id_units_county_id_id_fk" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_institute_id_units_county_id_id_fk" FOREIGN KEY ("county_id","institute_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_target_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","target_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_target_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","target_team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_assignee_id_people_county_id_id_fk" FOREIGN KEY ("county_id","assignee_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_county_id_duplicate_of_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","duplicate_of_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_county_id_counties_county_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("county_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_county_id_parent_id_units_county_id_id_fk" FOREIGN KEY ("county_id","parent_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_county_id_home_station_id_units_county_id_id_fk" FOREIGN KEY ("county_id","home_station_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_county_id_uploaded_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","uploaded_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_texts" ADD CONSTRAINT "record_texts_county_id_record_id_service_records_county_id_id_fk" FOREIGN KEY ("county_id","record_id") REFERENCES "public"."service_records"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_county_id_order_id_orders_county_id_id_fk" FOREIGN KEY ("county_id","order_id") REFERENCES "public"."orders"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_county_id_item_id_reward_items_county_id_id_fk" FOREIGN KEY ("county_id","item_id") REFERENCES "public"."reward_items"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_county_id_pick_up_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","pick_up_unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_items" ADD CONSTRAINT "reward_items_county_id_pick_up_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","pick_up_unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_county_id_deputy_for_id_role_grants_county_id_id_fk" FOREIGN KEY ("county_id","deputy_for_id") REFERENCES "public"."role_grants"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_county_id_family_id_session_families_county_id_id_fk" FOREIGN KEY ("county_id","family_id") REFERENCES "public"."session_families"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_families" ADD CONSTRAINT "session_families_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_requests_county_id_confirmed_by_id_people_county_id_id_fk" FOREIGN KEY ("county_id","confirmed_by_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_county_id_team_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","team_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_county_id_person_id_people_county_id_id_fk" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_county_id_unit_id_units_county_id_id_fk" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_county_id_parent_id_teams_county_id_id_fk" FOREIGN KEY ("county_id","parent_id") REFERENCES "public"."teams"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_unit" ON "activities" USING btree ("county_id","unit_id","starts_at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("county_id","subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "catalog_items_unit" ON "catalog_items" USING btree ("county_id","unit_id","sort_no");--> statement-breakpoint
CREATE INDEX "clock_events_order" ON "clock_events" USING btree ("county_id","order_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_one_running" ON "clocks" USING btree ("county_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "clocks_order" ON "clocks" USING btree ("county_id","order_id");--> statement-breakpoint
CREATE INDEX "feedback_person" ON "feedback" USING btree ("county_id","person_id","at","id");--> statement-breakpoint
CREATE INDEX "feedback_waiting" ON "feedback" USING btree ("county_id","at","id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "entries_lot" ON "entries" USING btree ("county_id","lot_id");--> statement-breakpoint
CREATE INDEX "lots_open" ON "lots" USING btree ("county_id","account_id","expires_on","id") WHERE remaining > 0;--> statement-breakpoint
CREATE INDEX "lots_expiring" ON "lots" USING btree ("county_id","expires_on") WHERE remaining > 0;--> statement-breakpoint
CREATE INDEX "lots_transfer" ON "lots" USING btree ("county_id","transfer_id");--> statement-breakpoint
CREATE INDEX "transfers_recorded" ON "transfers" USING btree ("county_id","recorded_at");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("county_id","person_id","at","id");--> statement-breakpoint
CREATE INDEX "order_goers_person" ON "order_goers" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "orders_waiting" ON "orders" USING btree ("county_id","due_at","id") WHERE state in ('submitted', 'triaged', 'dispatched', 'reopened');--> statement-breakpoint
CREATE INDEX "orders_waiting_institute" ON "orders" USING btree ("county_id","institute_id","due_at","id") WHERE state in ('submitted', 'triaged', 'dispatched', 'reopened');--> statement-breakpoint
CREATE INDEX "orders_waiting_station" ON "orders" USING btree ("county_id","station_id","due_at","id") WHERE state in ('submitted', 'triaged', 'dispatched', 'reopened');--> statement-breakpoint
CREATE INDEX "orders_requester" ON "orders" USING btree ("county_id","requester_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_target_person" ON "orders" USING btree ("county_id","target_person_id") WHERE state = 'dispatched';--> statement-breakpoint
CREATE INDEX "orders_target_team" ON "orders" USING btree ("county_id","target_team_id") WHERE state = 'dispatched';--> statement-breakpoint
CREATE INDEX "orders_assignee" ON "orders" USING btree ("county_id","assignee_id","starts_at");--> statement-breakpoint
CREATE INDEX "orders_submitted" ON "orders" USING btree ("county_id","submitted_at");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("county_id","parent_id","code");--> statement-breakpoint
CREATE INDEX "people_phone" ON "people" USING btree ("county_id","phone_index");--> statement-breakpoint
CREATE INDEX "people_home_station" ON "people" USING btree ("county_id","home_station_id","name_pinyin");--> statement-breakpoint
CREATE INDEX "service_records_person" ON "service_records" USING btree ("county_id","person_id","started_at","id");--> statement-breakpoint
CREATE INDEX "service_records_order" ON "service_records" USING btree ("county_id","order_id");--> statement-breakpoint
CREATE INDEX "service_records_pending_station" ON "service_records" USING btree ("county_id","station_id","created_at","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "service_records_pending_institute" ON "service_records" USING btree ("county_id","institute_id","created_at","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "service_records_pending" ON "service_records" USING btree ("county_id","created_at","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "service_records_day" ON "service_records" USING btree ("county_id","service_day");--> statement-breakpoint
CREATE INDEX "redemptions_person" ON "redemptions" USING btree ("county_id","person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "redemptions_held" ON "redemptions" USING btree ("county_id","pick_up_by") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "reward_items_shelf" ON "reward_items" USING btree ("county_id","pick_up_unit_id","price_points","id");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "role_grants_unit" ON "role_grants" USING btree ("county_id","unit_id","role");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("county_id","family_id");--> statement-breakpoint
CREATE INDEX "session_families_person" ON "session_families" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "sign_in_requests_code" ON "sign_in_requests" USING btree ("county_id","short_code","expires_at");--> statement-breakpoint
CREATE INDEX "team_members_person" ON "team_members" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "teams_unit" ON "teams" USING btree ("county_id","unit_id");