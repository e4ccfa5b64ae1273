-- Every approved or rejected record was decided by somebody who is not the person who served.
select id as record_id, state, person_id, decided_by_id
from service_records
where county_id = $1 and state in ('approved', 'rejected') and (decided_by_id is null or decided_by_id = person_id)
