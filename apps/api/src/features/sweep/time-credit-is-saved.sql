-- Time credit comes from records, each saved once by who served it and never for more than stands; what is held is what gifts and pledges hold.
select coalesce(c.person_id, h.person_id) as person_id, c.chain_id, c.credited, c.standing, h.held, h.waiting
from (
  select r.person_id, r.chain_id, s.minutes - coalesce(b.minutes, 0) as credited,
    coalesce((select sum(v.clocked_minutes + v.declared_minutes) from service_records v
      where v.county_id = $1 and v.chain_id = r.chain_id and v.state = 'approved' and v.service_nature = 'voluntary'), 0) as standing,
    s.takers, s.taker_id
  from (
    select t.ref, sum(e.amount) filter (where e.amount > 0) as minutes, count(a.id) filter (where e.amount > 0 and a.code = 'timeCredit') as takers,
      min(a.person_id::text) filter (where e.amount > 0) as taker_id
    from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id
    left join accounts a on a.county_id = e.county_id and a.id = e.account_id
    where t.county_id = $1 and t.reason = 'credit-save' group by t.ref
  ) s
  left join service_records r on r.county_id = $1 and r.id = s.ref and r.version = 1
  left join (
    select v.chain_id, sum(e.amount) as minutes from transfers t
    join service_records v on v.county_id = t.county_id and v.id = t.ref
    join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount > 0
    where t.county_id = $1 and t.reason = 'credit-take-back' group by v.chain_id
  ) b on b.chain_id = r.chain_id
) c
full join (
  select a.person_id, a.balance as held,
    coalesce((select sum(minutes) from time_gifts g where g.county_id = $1 and g.from_id = a.person_id and g.state = 'offered'), 0)
      + coalesce((select sum(minutes) from time_pledges p where p.county_id = $1 and p.person_id = a.person_id and p.state = 'held'), 0) as waiting
  from accounts a where a.county_id = $1 and a.code = 'heldCredit'
) h on false
where c.chain_id is null and h.person_id is null or c.credited > c.standing or c.takers <> 1 or c.taker_id <> c.person_id::text or h.held <> h.waiting
