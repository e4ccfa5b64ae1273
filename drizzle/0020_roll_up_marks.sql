-- Who changes a fact that is counted marks its civil day, in the same transaction; see features/roll-ups/table.ts. Facts are never deleted, so no mark is
-- made when a row is. A transaction has one mark per day, however much it changes, and nobody else's: no insert ever waits for another's.
CREATE FUNCTION mark_day(county int, day date) RETURNS void LANGUAGE sql AS $$
  INSERT INTO roll_up_marks (county_id, day_on) VALUES (county, day) ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION civil_day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date
$$;
--> statement-breakpoint
-- A shift's sign-ups count where somebody was there; the day is the shift's.
CREATE FUNCTION mark_signup_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF (old.attendance, old.shift_id, old.opening_id, old.starts_at) IS NOT DISTINCT FROM (new.attendance, new.shift_id, new.opening_id, new.starts_at) THEN
      RETURN NULL;
    END IF;
    IF old.attendance = 'present' THEN
      PERFORM mark_day(old.county_id, civil_day(old.starts_at));
    END IF;
  END IF;
  IF new.attendance = 'present' THEN
    PERFORM mark_day(new.county_id, civil_day(new.starts_at));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_day AFTER INSERT OR UPDATE ON "signups" FOR EACH ROW EXECUTE FUNCTION mark_signup_day();
--> statement-breakpoint
-- Shifts reported, called off or moved. That one is over, no row says: the fold itself marks what ended since it last looked.
CREATE FUNCTION mark_shift_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF (old.state, old.starts_at, old.ends_at, old.others_served_times) IS NOT DISTINCT FROM (new.state, new.starts_at, new.ends_at, new.others_served_times) THEN
      RETURN NULL;
    END IF;
    PERFORM mark_day(old.county_id, civil_day(old.starts_at));
  ELSIF new.reported_at IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM mark_day(new.county_id, civil_day(new.starts_at));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_day AFTER INSERT OR UPDATE ON "shifts" FOR EACH ROW EXECUTE FUNCTION mark_shift_day();
--> statement-breakpoint
-- An activity that is given to another unit or team takes its days with it.
CREATE FUNCTION mark_activity_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_day(new.county_id, d.day) FROM (
    SELECT civil_day(s.starts_at) AS day FROM shifts s WHERE s.county_id = new.county_id AND s.activity_id = new.id
    UNION
    SELECT r.service_day FROM shifts s JOIN service_records r ON r.county_id = s.county_id AND r.shift_id = s.id AND r.state = 'approved'
      WHERE s.county_id = new.county_id AND s.activity_id = new.id) d;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_days AFTER UPDATE ON "activities" FOR EACH ROW
  WHEN ((old.unit_id, old.team_id) IS DISTINCT FROM (new.unit_id, new.team_id)) EXECUTE FUNCTION mark_activity_days();
--> statement-breakpoint
-- Records count while they are approved.
CREATE FUNCTION mark_record_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' AND old.state = 'approved' THEN
    PERFORM mark_day(old.county_id, old.service_day);
  END IF;
  IF new.state = 'approved' THEN
    PERFORM mark_day(new.county_id, new.service_day);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_day AFTER INSERT OR UPDATE ON "service_records" FOR EACH ROW EXECUTE FUNCTION mark_record_day();
--> statement-breakpoint
-- Orders count from when they are fulfilled, unless they are reopened. One that goes to another team takes the days of its records with it.
CREATE FUNCTION mark_order_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before date;
  after date := CASE WHEN new.state IN ('fulfilled', 'rated', 'closed') AND new.fulfilled_at IS NOT NULL
    THEN civil_day(coalesce(new.started_at, new.fulfilled_at)) END;
BEGIN
  IF tg_op = 'UPDATE' THEN
    before := CASE WHEN old.state IN ('fulfilled', 'rated', 'closed') AND old.fulfilled_at IS NOT NULL
      THEN civil_day(coalesce(old.started_at, old.fulfilled_at)) END;
    IF old.assignee_team_id IS DISTINCT FROM new.assignee_team_id THEN
      PERFORM mark_day(r.county_id, r.service_day) FROM service_records r
        WHERE r.county_id = new.county_id AND r.order_id = new.id AND r.state = 'approved';
    ELSIF (before, old.station_id, old.head_count) IS NOT DISTINCT FROM (after, new.station_id, new.head_count) THEN
      RETURN NULL;
    END IF;
    IF before IS NOT NULL THEN
      PERFORM mark_day(old.county_id, before);
    END IF;
  END IF;
  IF after IS NOT NULL THEN
    PERFORM mark_day(new.county_id, after);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_day AFTER INSERT OR UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION mark_order_day();
--> statement-breakpoint
-- Volunteers count on the day they registered, at the unit they registered with, whatever becomes of them afterwards.
CREATE FUNCTION mark_volunteer_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    PERFORM mark_day(old.county_id, civil_day(old.registered_at));
  END IF;
  PERFORM mark_day(new.county_id, civil_day(new.registered_at));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_day AFTER INSERT OR UPDATE OF "registered_at", "registered_unit_id" ON "volunteers" FOR EACH ROW EXECUTE FUNCTION mark_volunteer_day();
--> statement-breakpoint
-- What was done before there were roll-ups: every day on which anything was. Shifts that are over are marked by the first fold.
DO $$
DECLARE
  county int;
BEGIN
  FOR county IN SELECT county_id FROM counties LOOP
    PERFORM set_config('app.county_id', county::text, true);
    UPDATE volunteers v SET registered_unit_id = p.home_station_id FROM people p
      WHERE v.county_id = county AND p.county_id = county AND p.id = v.person_id;
    PERFORM mark_day(county, d.day) FROM (
      SELECT service_day AS day FROM service_records WHERE county_id = county AND state = 'approved'
      UNION SELECT civil_day(coalesce(started_at, fulfilled_at)) FROM orders WHERE county_id = county AND fulfilled_at IS NOT NULL
      UNION SELECT civil_day(registered_at) FROM volunteers WHERE county_id = county) d;
  END LOOP;
  PERFORM set_config('app.county_id', '', true);
END $$;
