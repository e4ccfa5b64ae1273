-- What a record earns goes to the person who served, to nobody else.
select t.id as transfer_id, t.reason, r.id as record_id, r.person_id as served_by_id, a.person_id as credited_id
from transfers t
join service_records r on r.county_id = t.county_id and r.id = t.ref
join entries e on e.county_id = t.county_id and e.transfer_id = t.id
join accounts a on a.county_id = e.county_id and a.id = e.account_id
where t.county_id = $1 and t.reason in ('record-minutes', 'record-points', 'rating-bonus') and a.person_id <> r.person_id
