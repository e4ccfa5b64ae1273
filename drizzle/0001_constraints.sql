-- What the schema builder cannot say. btree_gist is trusted: the owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- A person's pending and approved records never overlap, whoever enters them.
ALTER TABLE "service_records" ADD CONSTRAINT "service_records_no_overlap"
  EXCLUDE USING gist ("county_id" WITH =, "person_id" WITH =, tstzrange("started_at", "ended_at") WITH &&) WHERE (state IN ('pending', 'approved'));
