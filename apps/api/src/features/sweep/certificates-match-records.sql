-- A certificate says what the records it was made of came to; while it is valid they are its holder's, approved, voluntary, and as they were.
with counted as (
  select c.id, c.state, c.person_id, c.payload::jsonb as said, count(r.record_id) as records,
    coalesce(sum(r.clocked_minutes), 0) as clocked, coalesce(sum(r.declared_minutes), 0) as declared
  from certificates c
  left join certificate_records r on r.county_id = c.county_id and r.certificate_id = c.id
  where c.county_id = $1
  group by c.county_id, c.id
)
select id as certificate_id, null::uuid as record_id
from counted
where records <> (said ->> 'recordCount')::int or clocked <> (said ->> 'clockedMinutes')::int or declared <> (said ->> 'declaredMinutes')::int
union all
select c.id, r.record_id
from counted c
join certificate_records r on r.county_id = $1 and r.certificate_id = c.id
left join service_records s on s.county_id = r.county_id and s.id = r.record_id and s.person_id = c.person_id and s.version = r.record_version
  and s.state = 'approved' and s.service_nature = 'voluntary'
where c.state = 'valid'
  and (s.id is null or s.clocked_minutes <> r.clocked_minutes or s.declared_minutes <> r.declared_minutes)
