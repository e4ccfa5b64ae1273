-- rule-11: no record counts more minutes than passed between its beginning and its end.
select id as record_id, started_at, ended_at, clocked_minutes, declared_minutes
from service_records
where county_id = $1 and (clocked_minutes + declared_minutes) * interval '1 minute' > ended_at - started_at
