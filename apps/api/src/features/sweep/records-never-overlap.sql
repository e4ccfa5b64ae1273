-- Nobody serves in two places at once: pending, noticed and approved records of a person do not overlap.
select person_id, id as record_id, started_at, before_until as earlier_one_until
from (
  select person_id, id, started_at,
    max(ended_at) over (partition by person_id order by started_at, id rows between unbounded preceding and 1 preceding) as before_until
  from service_records
  where county_id = $1 and state in ('pending', 'onNotice', 'approved')
) r
where started_at < before_until
