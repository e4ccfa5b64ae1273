-- A voucher holds the price of its item, and what is captured each time it is handed out is the same.
select r.id as redemption_id, r.state, r.price_points, t.reason, t.points
from redemptions r
join (
  select coalesce(v.redemption_id, t.ref) as redemption_id, t.reason, sum(e.amount) as points
  from transfers t
  join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount > 0
  left join voucher_verifications v on v.county_id = t.county_id and v.id = t.ref and t.reason = 'redemption-capture'
  where t.county_id = $1 and t.reason in ('redemption-hold', 'redemption-capture')
  group by t.id, v.redemption_id, t.ref, t.reason
) t on t.redemption_id = r.id
where r.county_id = $1 and r.price_points <> t.points
