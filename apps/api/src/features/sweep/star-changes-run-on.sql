-- Changes of somebody's stars are numbered without gaps, and each begins at the level the one before led to.
select person_id, no, from_level, before
from (
  select person_id, no, from_level, coalesce(lag(to_level) over (partition by person_id order by no), 0) as before,
    row_number() over (partition by person_id order by no) as expected
  from star_changes where county_id = $1
) c
where no <> expected or from_level <> before
