-- The county absorbs of the points of a record or a counting no more than were spent, are held or have expired, and never less than nothing; and while something is
-- owed for it, as much is owed.
with chains as (
  select r.chain_id, t.id as transfer_id, t.reason, l.id as lot_id, l.amount - l.remaining as gone
  from service_records r
  join transfers t on t.county_id = r.county_id and t.ref = r.id
  left join lots l on l.county_id = t.county_id and l.transfer_id = t.id
  where r.county_id = $1 and r.chain_id in (select chain_id from service_records where county_id = $1 and state in ('corrected', 'reversed'))
  union all
  select k.id, t.id, t.reason, l.id, l.amount - l.remaining
  from action_counts k
  join transfers t on t.county_id = k.county_id and t.ref = k.id
  left join lots l on l.county_id = t.county_id and l.transfer_id = t.id
  where k.county_id = $1 and k.undone_at is not null
), absorbed as (
  select c.chain_id, -sum(e.amount) as points
  from (
    select chain_id, transfer_id from chains
    union select c.chain_id, t.id from chains c join transfers t on t.county_id = $1 and t.reverses = c.transfer_id
  ) c
  join entries e on e.county_id = $1 and e.transfer_id = c.transfer_id and e.issuer = 'absorbed' and e.lot_id is null and e.unit = 'points'
  group by c.chain_id
), returned as (
  select c.chain_id, sum(e.amount) as points
  from chains c
  join entries e on e.county_id = $1 and e.lot_id = c.lot_id and e.issuer = 'absorbed' and e.debt_id is null
  group by c.chain_id
), debts_of as (
  select c.chain_id, d.remaining,
    coalesce((select sum(e.amount) from entries e where e.county_id = $1 and e.debt_id = d.id and e.issuer = 'absorbed'), 0) as paid
  from (select distinct chain_id, transfer_id from chains) c
  join debts d on d.county_id = $1 and d.transfer_id = c.transfer_id
)
select a.chain_id, a.points - coalesce(r.points, 0) - coalesce(d.paid, 0) as absorbed_points, g.points as gone_points, d.remaining as owed_points
from absorbed a
left join returned r using (chain_id)
left join debts_of d using (chain_id)
left join (select chain_id, sum(gone) as points from chains group by chain_id) g using (chain_id)
where a.points - coalesce(r.points, 0) - coalesce(d.paid, 0) not between 0 and coalesce(g.points, 0)
  or d.remaining > 0 and d.remaining <> a.points - coalesce(r.points, 0) - d.paid
