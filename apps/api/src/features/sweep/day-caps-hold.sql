-- Nobody has more minutes on one day, pending and approved together, than the policies of that day's records allow.
select r.person_id, r.service_day, sum(r.clocked_minutes + r.declared_minutes) as minutes, max((p.document #>> '{hours,capMinutesPerDay}')::int) as cap_minutes
from service_records r
join policies p on p.county_id = r.county_id and p.version = r.policy_version
where r.county_id = $1 and r.state in ('pending', 'onNotice', 'approved')
group by r.person_id, r.service_day
having sum(r.clocked_minutes + r.declared_minutes) > max((p.document #>> '{hours,capMinutesPerDay}')::int)
