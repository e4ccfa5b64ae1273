-- A voucher that is given back puts back exactly what its hold took: the same lots, the same amounts.
with sides as (
  select id as void_id, id as transfer_id from transfers where county_id = $1 and reason = 'redemption-void'
  union all
  select id, reverses from transfers where county_id = $1 and reason = 'redemption-void' and reverses is not null
)
select s.void_id, e.account_id, e.lot_id, sum(e.amount) as left_over
from sides s
join entries e on e.county_id = $1 and e.transfer_id = s.transfer_id
group by s.void_id, e.account_id, e.lot_id
having sum(e.amount) <> 0
