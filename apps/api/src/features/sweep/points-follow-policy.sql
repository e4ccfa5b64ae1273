-- An approved record earned the points that the policy of its day makes of its minutes, with the rating's bonus at most once; no other record keeps any.
with rules as materialized (
  select version, (points ->> 'pointsPerHour')::bigint as points_per_hour, (points ->> 'capPointsPerRecord')::bigint as cap_points,
    points -> 'platformCoefficientPercent' as percents, points -> 'ratingBonus' as bonuses
  from (select version, document -> 'points' as points from policies where county_id = $1) p
), posted as (
  select coalesce(o.ref, t.ref) as record_id, -sum(e.amount) as points
  from transfers t
  join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'serviceRecords' and e.unit = 'points'
  left join transfers o on o.county_id = t.county_id and o.id = t.reverses
  where t.county_id = $1 and coalesce(o.reason, t.reason) in ('record-points', 'rating-bonus')
  group by 1
), ratings as (
  select order_id, count(*) as times from order_events where county_id = $1 and verb = 'rate' group by order_id
), due as (
  select s.record_id, s.bonuses, n.times,
    least(s.minutes * s.points_per_hour * coalesce((s.percents ->> s.platform_code)::bigint, 100) / 6000, s.cap_points) as points,
    coalesce((select b.points from jsonb_to_recordset(s.bonuses) as b (stars int, points bigint) where b.stars = o.rated_stars), 0) as bonus
  from (
    select r.id as record_id, r.order_id, r.platform_code, r.clocked_minutes + r.declared_minutes as minutes, p.*
    from service_records r
    join rules p on p.version = r.policy_version
    where r.county_id = $1 and r.state = 'approved' and r.service_nature = 'voluntary' and r.clocked_minutes + r.declared_minutes > 0
  ) s
  left join orders o on o.county_id = $1 and o.id = s.order_id
  left join ratings n on n.order_id = s.order_id
)
select record_id, d.points as due_points, d.bonus as bonus_points, coalesce(p.points, 0) as posted_points
from due d
full join posted p using (record_id)
where coalesce(p.points, 0) <> coalesce(d.points + d.bonus, 0)
  -- An order that was done again was rated again: a record has the bonus of one of its ratings, or none.
  and not (coalesce(d.times, 0) > 1 and (p.points = d.points
    or exists (select from jsonb_to_recordset(d.bonuses) as b (points bigint) where p.points = d.points + b.points)))
