-- Minutes stand on accounts exactly as approved records of voluntary service say, each once, and from nowhere else.
with posted as (
  select coalesce(o.ref, t.ref) as record_id, sum(e.amount) as minutes
  from entries e
  join accounts a on a.county_id = e.county_id and a.id = e.account_id and a.code = 'earnedMinutes'
  join transfers t on t.county_id = e.county_id and t.id = e.transfer_id
  left join transfers o on o.county_id = t.county_id and o.id = t.reverses
  where e.county_id = $1
  group by 1
), approved as (
  select id as record_id, clocked_minutes + declared_minutes as minutes
  from service_records
  where county_id = $1 and state = 'approved' and service_nature = 'voluntary'
)
select record_id, coalesce(a.minutes, 0) as record_minutes, coalesce(p.minutes, 0) as posted_minutes
from approved a
full join posted p using (record_id)
where coalesce(a.minutes, 0) <> coalesce(p.minutes, 0)
