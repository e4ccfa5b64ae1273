-- Every transfer has entries, and no entry moves nothing.
select t.id as transfer_id, t.reason, e.line
from transfers t
left join entries e on e.county_id = t.county_id and e.transfer_id = t.id
where t.county_id = $1 and (e.line is null or e.amount = 0)
