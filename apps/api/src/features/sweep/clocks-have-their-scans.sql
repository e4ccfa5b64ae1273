-- Every clock was started by a scan that counted, and every clock that did not stop by itself was stopped by one.
select c.id as clock_id, c.person_id, c.ended_how, coalesce(e.ins, 0) as check_ins, coalesce(e.outs, 0) as check_outs
from clocks c
left join (
  select person_id, clock_id, count(*) filter (where kind = 'checkIn') as ins, count(*) filter (where kind = 'checkOut') as outs
  from clock_events
  where county_id = $1 and outcome = 'counted'
  group by person_id, clock_id
) e on e.clock_id = c.id and e.person_id = c.person_id
where c.county_id = $1
  and (coalesce(e.ins, 0), coalesce(e.outs, 0)) <> (1, (c.ended_how is not distinct from 'byCode')::int)
