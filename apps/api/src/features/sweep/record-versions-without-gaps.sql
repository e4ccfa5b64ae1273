-- The versions of a record are numbered 1, 2, 3 … without a gap; every one but the newest was corrected, and the newest was not.
select chain_id, count(*) as versions, min(version) as first, max(version) as last, count(*) filter (where state = 'corrected') as corrected
from (select chain_id, version, state, row_number() over (partition by chain_id order by version desc) as back from service_records where county_id = $1) r
group by chain_id
having count(*) <> max(version) or min(version) <> 1 or count(distinct version) <> count(*)
  or bool_or((state = 'corrected') <> (back > 1))
