-- What the county's time pool has is what its entries come to; what is held of it is what its pledges hold; and what was given to it is in it, once.
select * from (
  select coalesce((select sum(balance_minutes) from time_pools where county_id = $1), 0) as balance, coalesce(sum(e.amount) filter (where e.issuer = 'timePool'), 0) as pooled,
    coalesce(sum(e.amount) filter (where e.issuer = 'timePoolHeld'), 0) as held,
    coalesce((select sum(minutes) from time_pledges where county_id = $1 and person_id is null and state = 'held'), 0) as waiting,
    coalesce(sum(e.amount) filter (where e.issuer = 'timePool' and t.reason = 'pool-gift'), 0) as received,
    coalesce((select sum(minutes) from time_pool_gifts where county_id = $1), 0) as given
  from entries e join transfers t on t.county_id = e.county_id and t.id = e.transfer_id
  where e.county_id = $1 and e.issuer in ('timePool', 'timePoolHeld')
) p
where balance <> pooled or held <> waiting or received <> given
