-- A voucher was paid once; it was used once, or given back once, or still waits: never two of these.
select r.id as redemption_id, r.state, coalesce(t.holds, 0) as holds, coalesce(t.captures, 0) as captures, coalesce(t.voids, 0) as voids
from redemptions r
left join (
  select ref,
    count(*) filter (where reason = 'redemption-hold') as holds,
    count(*) filter (where reason = 'redemption-capture') as captures,
    count(*) filter (where reason = 'redemption-void') as voids
  from transfers
  where county_id = $1 and reason like 'redemption-%'
  group by ref
) t on t.ref = r.id
where r.county_id = $1
  and (coalesce(t.holds, 0), coalesce(t.captures, 0), coalesce(t.voids, 0))
    <> (1, (r.state = 'used')::int, (r.state in ('cancelled', 'expired'))::int)
