-- Every record that was approved, rejected, corrected or reversed was so by somebody who neither served nor entered it.
select id as record_id, state, person_id, decided_by_id, undone_by_id
from service_records
where county_id = $1
  and (state in ('approved', 'rejected', 'reversed') and decided_by_id is null or state in ('corrected', 'reversed') and undone_by_id is null
    or decided_by_id in (person_id, entered_by_id) or undone_by_id in (person_id, entered_by_id))
