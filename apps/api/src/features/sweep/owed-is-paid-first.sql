-- While somebody owes, nothing they earned since is left to spend: it has paid, as far as the debt went. What came back to them is not earned, and of two that
-- were posted within a minute of one another either may have been the first.
select a.person_id, l.id as lot_id, l.amount as earned_points, coalesce(p.points, 0) as paid_points, d.remaining as owed_points
from debts d
join transfers o on o.county_id = d.county_id and o.id = d.transfer_id
join accounts w on w.county_id = d.county_id and w.id = d.account_id
join accounts a on a.county_id = w.county_id and a.person_id = w.person_id and a.code = 'available'
join lots l on l.county_id = a.county_id and l.account_id = a.id
join transfers t on t.county_id = l.county_id and t.id = l.transfer_id and t.recorded_at > o.recorded_at + interval '1 minute'
left join lateral (
  select sum(e.amount) as points from entries e
  join transfers y on y.county_id = e.county_id and y.id = e.transfer_id and y.reason = 'owed-payment'
  where e.county_id = l.county_id and e.lot_id = l.id and e.issuer = 'absorbed'
) p on true
where d.county_id = $1 and d.remaining > 0 and coalesce(p.points, 0) < l.amount
  and exists (select 1 from entries i where i.county_id = t.county_id and i.transfer_id = t.id and i.lot_id = l.id and i.issuer <> 'absorbed')
