-- Every clock that was stopped made one record, so that no service is lost.
select c.id as clock_id, c.person_id, c.started_at, c.ended_at, count(r.id) as records
from clocks c
left join service_records r on r.county_id = c.county_id and r.person_id = c.person_id and r.started_at = c.started_at and r.version = 1
  and coalesce(r.order_id, r.shift_id) = coalesce(c.order_id, c.shift_id)
where c.county_id = $1 and c.ended_at is not null
group by c.id, c.person_id, c.started_at, c.ended_at
having count(r.id) <> 1
