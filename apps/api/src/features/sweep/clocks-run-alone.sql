-- One clock runs per person at a time.
select person_id, count(*) as running
from clocks
where county_id = $1 and ended_at is null
group by person_id
having count(*) > 1
