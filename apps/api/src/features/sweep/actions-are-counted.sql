-- What staff count per piece earns what the policy of its day gives for it while it stands, once and for whom it was counted; nobody is over the cap of a day.
with counted as (
  select k.*, a.points as due_points, a.cap_per_day, a.from_day, a.until_day
  from action_counts k
  left join lateral (
    select (a ->> 'points')::bigint as points, (a ->> 'capPerDay')::bigint as cap_per_day, (a ->> 'from')::date as from_day, (a ->> 'until')::date as until_day
    from policies p, jsonb_array_elements(p.document #> '{points,earningActions}') a
    where p.county_id = k.county_id and p.version = k.policy_version and a ->> 'code' = k.action_code
  ) a on true
  where k.county_id = $1
), posted as (
  select t.ref as count_id, t.id as transfer_id, t.policy_version, a.person_id, -- what went to the person, and whether it was reversed
    (select -sum(e.amount) from entries e where e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'earningActions' and e.unit = 'points') as points,
    exists (select from transfers u where u.county_id = t.county_id and u.reverses = t.id and u.reason = 'reversal') as reversed
  from transfers t
  left join entries g on g.county_id = t.county_id and g.transfer_id = t.id and g.amount > 0
  left join accounts a on a.county_id = g.county_id and a.id = g.account_id
  where t.county_id = $1 and t.reason = 'action-points'
), days as (
  select person_id, action_code, on_day, sum(pieces) as pieces,
    (array_agg(cap_per_day order by counted_at desc, id desc))[1] as cap_per_day
  from counted where undone_at is null
  group by person_id, action_code, on_day
)
select coalesce(k.id, p.count_id) as count_id, k.person_id, k.action_code, k.on_day, k.pieces, k.due_points, p.points as posted_points
from counted k
full join posted p on p.count_id = k.id
where k.id is null or p.count_id is null
  or p.points is distinct from k.pieces * k.piece_points
  or k.piece_points is distinct from k.due_points
  or p.person_id is distinct from k.person_id
  or p.policy_version <> k.policy_version
  or p.reversed <> (k.undone_at is not null)
  or k.on_day < k.from_day or k.on_day > k.until_day
union all
select null, coalesce(d.person_id, n.person_id), coalesce(d.action_code, n.action_code), coalesce(d.on_day, n.on_day), d.pieces, n.pieces, d.cap_per_day
from days d
full join (select * from action_days where county_id = $1) n using (person_id, action_code, on_day)
where coalesce(d.pieces, 0) <> coalesce(n.pieces, 0) or d.pieces > d.cap_per_day
