-- Who used a benefit or opened its card had the minutes then that are written beside it, and they reached the threshold of that policy's version.
select d.id as decision_id, d.person_id, d.benefit, d.earned_minutes, d.threshold_hours, b.hours
from (
  select id, person_id, benefit, policy_version, threshold_hours, earned_minutes, used_at as at from benefit_uses where county_id = $1
  union all select id, person_id, benefit, policy_version, threshold_hours, earned_minutes, opened_at from benefit_cards where county_id = $1
) d
join policies p on p.county_id = $1 and p.version = d.policy_version
left join lateral (
  select (e ->> 'thresholdHours')::int as hours from jsonb_array_elements(p.document -> 'benefits') e where e ->> 'code' = d.benefit
) b on true
where d.threshold_hours is distinct from b.hours or d.earned_minutes < d.threshold_hours * 60
  -- The last entry before that moment left so many; of entries at the same moment, one of them.
  or not exists (
    select from accounts a
    join entries e on e.county_id = a.county_id and e.account_id = a.id and e.balance_after = d.earned_minutes
    join transfers t on t.county_id = e.county_id and t.id = e.transfer_id and t.recorded_at <= d.at
    where a.county_id = $1 and a.person_id = d.person_id and a.code = 'earnedMinutes'
      and not exists (
        select from entries n join transfers s on s.county_id = n.county_id and s.id = n.transfer_id
        where n.county_id = $1 and n.account_id = a.id and n.account_version = e.account_version + 1 and s.recorded_at < d.at
      )
  )
