-- Somebody has the stars that the rules make of their minutes and ratings, under the policy they were last decided on or one since.
with ladders as materialized (
  select version, document -> 'stars' -> 'ladderHours' as hours,
    case document -> 'stars' -> 'ratingSupplement'
      when 'true' then '{"fromLevel": 3, "minRatings": 5, "minAverageTenths": 40}'
      else document -> 'stars' -> 'ratingSupplement' end as supplement
  from policies where county_id = $1
), newest as (
  select distinct on (person_id) person_id, to_level, policy_version from star_changes where county_id = $1 order by person_id, no desc
), ratings as (
  select person_id, count(*) as times, sum(stars) * 10 / count(*) as tenths
  from (
    select distinct r.person_id, o.id, o.rated_stars as stars
    from service_records r
    join orders o on o.county_id = r.county_id and o.id = r.order_id and o.rated_stars is not null
    join transfers t on t.county_id = r.county_id and t.reason = 'record-minutes' and t.ref = r.id
    left join transfers undone on undone.county_id = t.county_id and undone.reverses = t.id
    where r.county_id = $1 and undone.id is null
  ) rated
  group by person_id
), standing as (
  select person_id, coalesce(a.balance, 0) as minutes, coalesce(n.to_level, 0) as level, coalesce(n.policy_version, 0) as policy_version,
    coalesce(r.times, 0) as times, r.tenths
  from (select person_id, balance from accounts where county_id = $1 and code = 'earnedMinutes') a
  full join newest n using (person_id)
  left join ratings r using (person_id)
)
select person_id, minutes, times, tenths, level
from standing s
where not exists (
  select from ladders l
  cross join lateral (select count(*) as level from jsonb_array_elements(l.hours) as step where s.minutes >= step::int * 60) by_hours
  where l.version >= s.policy_version
    and s.level = case
      when s.times >= (l.supplement ->> 'minRatings')::int and s.tenths < (l.supplement ->> 'minAverageTenths')::int
      then least(by_hours.level, (l.supplement ->> 'fromLevel')::int - 1)
      else by_hours.level end)
