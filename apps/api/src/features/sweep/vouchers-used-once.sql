-- A voucher was paid once; it is used once, or given back once, or still waits: never two of these. Each time it was handed out it was captured once, and put back once where that was
-- undone or it was brought back.
select r.id as redemption_id, r.state, coalesce(t.holds, 0) as holds, coalesce(t.voids, 0) as voids, coalesce(v.standing, 0) as standing,
  coalesce(v.returned, 0) as returned, coalesce(v.wrong, 0) as wrong
from redemptions r
left join (
  select ref,
    count(*) filter (where reason = 'redemption-hold') as holds,
    count(*) filter (where reason = 'redemption-void') as voids
  from transfers
  where county_id = $1 and reason in ('redemption-hold', 'redemption-void')
  group by ref
) t on t.ref = r.id
left join (
  select v.redemption_id,
    count(*) filter (where v.undone_at is null) as standing,
    count(*) filter (where v.returned_at is not null) as returned,
    count(*) filter (where c.id is null or (u.id is null) <> (v.undone_at is null) or (b.id is null) <> (v.returned_at is null)) as wrong
  from voucher_verifications v
  left join transfers c on c.county_id = v.county_id and c.reason = 'redemption-capture' and c.ref = v.id
  left join transfers u on u.county_id = v.county_id and u.reason = 'redemption-undo' and u.ref = v.id
  left join transfers b on b.county_id = v.county_id and b.reason = 'redemption-return' and b.ref = v.id
  where v.county_id = $1
  group by v.redemption_id
) v on v.redemption_id = r.id
where r.county_id = $1
  and (coalesce(t.holds, 0), coalesce(v.standing, 0), coalesce(v.returned, 0), coalesce(t.voids, 0), coalesce(v.wrong, 0))
    <> (1, (r.state in ('used', 'returned'))::int, (r.state = 'returned')::int, (r.state in ('cancelled', 'expired', 'returned'))::int, 0)
