-- The versions of a record are numbered 1, 2, 3 … without a gap, and at most one of them is approved.
select chain_id, count(*) as versions, min(version) as first, max(version) as last, count(*) filter (where state = 'approved') as approved
from service_records
where county_id = $1
group by chain_id
having count(*) <> max(version) or min(version) <> 1 or count(distinct version) <> count(*)
  or count(*) filter (where state = 'approved') > 1
