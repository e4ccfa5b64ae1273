-- The entries of an account are numbered 1, 2, 3 … without a gap, up to the account's version.
select a.id as account_id, a.version, count(e.line) as entries, min(e.account_version) as first, max(e.account_version) as last
from accounts a
left join entries e on e.county_id = a.county_id and e.account_id = a.id
where a.county_id = $1
group by a.id, a.version
having count(e.line) <> a.version
  or count(distinct e.account_version) <> a.version
  or min(e.account_version) <> 1
  or max(e.account_version) <> a.version
