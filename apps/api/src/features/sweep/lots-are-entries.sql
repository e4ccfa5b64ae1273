-- Each lot holds what the entries that name it come to, and began with what was earned.
select l.id as lot_id, l.amount, l.remaining, l.held, e.earned, e.remaining as remaining_by_entries, e.held as held_by_entries
from lots l
left join (
  select e.lot_id,
    sum(e.amount) filter (where a.code = 'available') as remaining,
    coalesce(sum(e.amount) filter (where a.code = 'held'), 0) as held,
    sum(e.amount) filter (where a.code = 'available' and e.transfer_id = l.transfer_id) as earned
  from entries e
  join lots l on l.county_id = e.county_id and l.id = e.lot_id
  join accounts a on a.county_id = e.county_id and a.id = e.account_id
  where e.county_id = $1
  group by e.lot_id
) e on e.lot_id = l.id
where l.county_id = $1
  and (l.amount, l.remaining, l.held) is distinct from (e.earned, e.remaining, e.held)
