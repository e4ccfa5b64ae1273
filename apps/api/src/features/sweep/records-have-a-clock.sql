-- Clocked minutes come from a clock: who served, where, from when until when are the clock's, of the first version that a check-out ended, else of the first.
select r.id as record_id, r.person_id, r.started_at, r.ended_at, r.clocked_minutes
from (
  select distinct on (chain_id) id, county_id, person_id, order_id, shift_id, started_at, ended_at, clocked_minutes
  from service_records where county_id = $1 order by chain_id, (checked_out = 'byCode') desc, version
) r
left join clocks c on c.county_id = r.county_id and c.person_id = r.person_id and c.started_at = r.started_at and c.ended_at = r.ended_at
  and coalesce(c.order_id, c.shift_id) = coalesce(r.order_id, r.shift_id)
where r.clocked_minutes > 0 and c.id is null
