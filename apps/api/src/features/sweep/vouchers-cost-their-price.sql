-- A voucher holds the price of its item, and what is captured when it is used is the same.
select r.id as redemption_id, r.state, r.price_points, t.reason, t.points
from redemptions r
join (
  select t.ref, t.reason, sum(e.amount) as points
  from transfers t
  join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount > 0
  where t.county_id = $1 and t.reason in ('redemption-hold', 'redemption-capture')
  group by t.ref, t.reason
) t on t.ref = r.id
where r.county_id = $1 and r.price_points <> t.points and (t.reason = 'redemption-hold' or r.state = 'used')
