-- A record kept as a conflict names the record of the same person that it collides with.
select c.id as record_id, c.person_id, c.conflict_with_id
from service_records c
left join service_records n on n.county_id = c.county_id and n.id = c.conflict_with_id and n.person_id = c.person_id
  and tstzrange(n.started_at, n.ended_at) && tstzrange(c.started_at, c.ended_at)
where c.county_id = $1 and c.state = 'conflict' and n.id is null
