-- What the schema builder cannot say of shifts and who signs up for them.

-- Nobody is confirmed for two shifts at the same time, whichever way they came in.
ALTER TABLE "signups" ADD CONSTRAINT "signups_no_overlap"
  EXCLUDE USING gist ("county_id" WITH =, "attendee_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE (state = 'confirmed');
--> statement-breakpoint
-- The counts of a shift's places follow the sign-ups, whatever code changes them; a place too many is refused by shift_places_capacity.
CREATE FUNCTION count_signups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' AND old.state = new.state AND old.opening_id = new.opening_id AND old.shift_id = new.shift_id THEN
    RETURN NULL;
  END IF;
  IF tg_op IN ('UPDATE', 'DELETE') AND old.state IN ('confirmed', 'waiting') THEN
    UPDATE shift_places SET confirmed_count = confirmed_count - (old.state = 'confirmed')::int, waiting_count = waiting_count - (old.state = 'waiting')::int
      WHERE county_id = old.county_id AND shift_id = old.shift_id AND opening_id = old.opening_id;
  END IF;
  IF tg_op IN ('INSERT', 'UPDATE') AND new.state IN ('confirmed', 'waiting') THEN
    UPDATE shift_places SET confirmed_count = confirmed_count + (new.state = 'confirmed')::int, waiting_count = waiting_count + (new.state = 'waiting')::int
      WHERE county_id = new.county_id AND shift_id = new.shift_id AND opening_id = new.opening_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_signups AFTER INSERT OR UPDATE OR DELETE ON "signups" FOR EACH ROW EXECUTE FUNCTION count_signups();
--> statement-breakpoint
-- An activity from before there were shifts is one shift that nobody signs up for.
DO $$
DECLARE
  county int;
BEGIN
  FOR county IN SELECT county_id FROM counties LOOP
    PERFORM set_config('app.county_id', county::text, true);
    INSERT INTO shifts (county_id, id, activity_id, starts_at, ends_at, sign_up_until_at, state)
      SELECT county_id, gen_random_uuid(), id, starts_at, ends_at, starts_at, 'open' FROM activities WHERE county_id = county;
  END LOOP;
  PERFORM set_config('app.county_id', '', true);
END $$;
