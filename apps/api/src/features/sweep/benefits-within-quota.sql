-- A benefit was used under the quota of its policy's version, in the month or year of its moment, and never more often than that.
select u.id as use_id, u.person_id, u.benefit, u.period, u.quota_per_period, b.quota, s.standing
from benefit_uses u
join policies p on p.county_id = u.county_id and p.version = u.policy_version
left join lateral (
  select (e ->> 'quotaPerPeriod')::int as quota, e ->> 'period' as per from jsonb_array_elements(p.document -> 'benefits') e where e ->> 'code' = u.benefit
) b on true
cross join lateral (
  select count(*) as standing from benefit_uses o
  where o.county_id = u.county_id and o.person_id = u.person_id and o.benefit = u.benefit and o.period = u.period and o.used_at <= u.used_at
    and (o.undone_at is null or o.undone_at > u.used_at)
) s
where u.county_id = $1
  and (u.quota_per_period is distinct from b.quota or s.standing > u.quota_per_period
    or u.period is distinct from to_char(u.used_at at time zone 'Asia/Shanghai', case b.per when 'month' then 'YYYY-MM' else 'YYYY' end))
