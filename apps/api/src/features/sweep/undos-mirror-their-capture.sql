-- What was handed out by mistake, or brought back, puts back exactly what its capture took: the same lots, the same amounts.
with sides as (
  select id as undo_id, id as transfer_id from transfers where county_id = $1 and reason in ('redemption-undo', 'redemption-return')
  union all
  select u.id, c.id from transfers u
  join transfers c on c.county_id = u.county_id and c.id = u.reverses and c.reason = 'redemption-capture' and c.ref = u.ref
  where u.county_id = $1 and u.reason in ('redemption-undo', 'redemption-return')
)
select s.undo_id, e.account_id, e.issuer, e.lot_id, sum(e.amount) as left_over
from sides s
join entries e on e.county_id = $1 and e.transfer_id = s.transfer_id
group by s.undo_id, e.account_id, e.issuer, e.lot_id
having sum(e.amount) <> 0
