-- The policy under which something was counted is still there to be read.
select f.what, f.policy_version, f.rows
from (
  select 'orders' as what, policy_version, count(*) as rows from orders where county_id = $1 group by policy_version
  union all
  select 'service_records', policy_version, count(*) from service_records where county_id = $1 group by policy_version
  union all
  select 'transfers', policy_version, count(*) from transfers where county_id = $1 group by policy_version
) f
left join policies p on p.county_id = $1 and p.version = f.policy_version
where p.version is null
